import { isAbsolute, join } from 'node:path'
import { listChecks } from '../../contract/checks/list-checks.ts'
import { findKnown } from '../../contract/find-known.ts'
import { type KnownDeviations, readKnownDeviations } from '../../contract/known-deviations.ts'
import { type LoadedContract, loadContract } from '../../contract/load-contract.ts'
import { selectChecks } from '../../contract/plan.ts'
import { listProbes } from '../../contract/probes/list-probes.ts'
import { isReporter } from '../../contract/reporters/reporters.ts'
import { checkKey, parseTargetUrl } from '../../contract/target.ts'
import type { Waiver } from '../../contract/waivers.ts'
import { refused } from '../../yaml/file-kind.ts'
import { hintFor } from '../../yaml/schema-sentence.ts'
import { readSample } from '../read-sample.ts'
import type { ReportFile } from '../report-files.ts'
import { configKind } from './config-kind.ts'
import type { ExpandedTarget } from './expand-target.ts'
import { located, withPlace } from './located.ts'

// Each of these throws what is wrong with a value at the place where it stands.

/** The contract of a target's platform. */
export function platformOf(target: ExpandedTarget): Promise<LoadedContract> {
  const named = target.get('platform')
  return loadContract(isPath(named) ? inFolder(target, named) : named).catch((error: unknown) => {
    throw withPlace(error, target.placeOf(['platform']))
  })
}

/** Its base URL, as requests can be sent to it. */
export function urlOf(target: ExpandedTarget): string {
  return located(target.placeOf(['url']), () => parseTargetUrl(target.get('url')))
}

/** Its key, as headers can carry it. */
export function keyOf(target: ExpandedTarget): string {
  const key = target.get('key')
  located(target.placeOf(['key']), () => checkKey(key))
  return key
}

/** Its flows, whose roles the contract knows. */
export function flowsOf(target: ExpandedTarget, { contract }: LoadedContract): Readonly<Record<string, string>> {
  const flows = target.get('flows') ?? {}
  checkNames(target, 'flows', Object.keys(flows), Object.keys(contract.roles))
  return flows
}

/** The bodies of its samples, which the contract knows; those in files are read. */
export function samplesOf(target: ExpandedTarget, { contract }: LoadedContract): Readonly<Record<string, unknown>> {
  const samples = target.get('samples') ?? {}
  checkNames(target, 'samples', Object.keys(samples), Object.keys(contract.samples))
  return Object.fromEntries(
    Object.entries(samples).map(([name, sample]) => {
      if (typeof sample !== 'string') return [name, sample]
      const file = inFolder(target, sample)
      const origin = { advice: `Check its path, ${sample}.`, where: target.placeOf(['samples', name]) }
      return [name, readSample(name, file, origin)]
    }),
  )
}

function checkNames(
  target: ExpandedTarget,
  key: 'flows' | 'samples',
  names: readonly string[],
  legal: readonly string[],
): void {
  for (const name of names) {
    if (legal.includes(name)) continue
    const sentence = `the contract knows no ${key.slice(0, -1)} \`${name}\`.${hintFor(name, legal)}`
    throw refused(configKind, sentence, target.placeOf([key, name], true))
  }
}

/** Patterns that fit some check each. */
export function patternsOf(
  target: ExpandedTarget,
  key: 'only' | 'skip',
  { spec, contract }: LoadedContract,
): readonly string[] {
  const patterns = target.get(key) ?? []
  if (patterns.length === 0) return []
  const checks = listChecks(spec, contract, listProbes(spec, contract))
  for (const [index, pattern] of patterns.entries()) {
    located(target.placeOf([key, index]), () => selectChecks(checks, { only: [pattern], skip: [] }))
  }
  return patterns
}

/** The known deviations that it names, read from their file. */
export function knownOf(target: ExpandedTarget): KnownDeviations | undefined {
  const named = target.get('known')
  if (named === undefined) return undefined
  return located(target.placeOf(['known']), () =>
    readKnownDeviations(findKnown(isPath(named) ? inFolder(target, named) : named)),
  )
}

/**
 * Its waivers. Which of their checks there are, `verify` knows.
 * @param known - a waiver of what they hold as well would hide that a line of theirs has gone stale
 */
export function waiversOf(target: ExpandedTarget, known: KnownDeviations | undefined): readonly Waiver[] {
  const deviations = known?.deviations ?? []
  return (target.get('waivers') ?? []).map((waiver, index) => {
    const where = target.placeOf(['waivers', index, 'check'])
    if (deviations.every(({ check }) => check !== waiver.check)) return { ...waiver, where }
    const sentence = `\`${waiver.check}\` is waived twice: it is among the known deviations as well. Keep one of them.`
    throw refused(configKind, sentence, where)
  })
}

/** The files that its reports go to, `{target}` still in their paths. */
export function reportFilesOf(target: ExpandedTarget): readonly ReportFile[] {
  return Object.entries(target.get('reports') ?? {}).flatMap(([reporter, path]) =>
    isReporter(reporter) ? [{ reporter, file: inFolder(target, path) }] : [],
  )
}

// As `loadContract` and `findKnown` tell the path of a file from a name.
function isPath(text: string): boolean {
  return /[/\\]|\.ya?ml$/.test(text)
}

/** A path from the folder of the config; it keeps its slash, which tells it from a name. */
function inFolder({ folder }: ExpandedTarget, path: string): string {
  const whole = isAbsolute(path) ? path : join(folder, path)
  return isAbsolute(whole) ? whole : `./${whole}`
}
