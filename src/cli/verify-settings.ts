import { findKnown } from '../contract/find-known.ts'
import { type KnownDeviations, readKnownDeviations } from '../contract/known-deviations.ts'
import { type LoadedContract, loadContract } from '../contract/load-contract.ts'
import type { Waiver } from '../contract/waivers.ts'
import { FlowproofError } from '../errors.ts'
import { type Limits, limitsOf } from './limits.ts'
import { readSample } from './read-sample.ts'
import { type ReportFlags, type ReportSettings, reportSettings } from './report-settings.ts'

/** All that one verify is told, by flags or by a target of a config. Every file that it names was read. */
export interface VerifySettings {
  readonly platform: LoadedContract
  readonly url: string
  readonly key: string
  readonly flows: Readonly<Record<string, string>>
  readonly samples: Readonly<Record<string, unknown>>
  readonly only: readonly string[]
  readonly skip: readonly string[]
  readonly known: KnownDeviations | undefined
  readonly waivers: readonly Waiver[]
  readonly limits: Limits
  readonly report: ReportSettings
}

/** The flags of `flowproof verify` that say how to verify. */
export interface VerifyFlags extends ReportFlags, Limits {
  readonly url?: string
  readonly key?: string
  readonly flow?: Readonly<Record<string, string>>
  readonly sample?: Readonly<Record<string, string>>
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly known?: string
}

/** What flags alone tell. Throws `usage` where something is missing, and what reading a file throws. */
export async function settingsOfFlags(nameOrFolder: string, flags: VerifyFlags): Promise<VerifySettings> {
  const { url, key, flow = {}, only = [], skip = [], known } = flags
  if (!url) throw new FlowproofError('usage', 'Failed to verify: --url is missing. Give the base URL of the server.')
  if (!key) throw new FlowproofError('usage', 'Failed to verify: --key is missing. Give a key that the server takes.')
  const samples = samplesOfFlags(flags)
  const platform = await loadContract(nameOrFolder)
  return {
    platform,
    url,
    key,
    flows: flow,
    samples,
    only,
    skip,
    known: known === undefined ? undefined : readKnownDeviations(findKnown(known)),
    waivers: [],
    limits: limitsOf(flags),
    report: reportSettings(flags, platform.spec.platform),
  }
}

/** The request bodies in the files that `--sample` names. */
export function samplesOfFlags({ sample = {} }: VerifyFlags): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(sample).map(([name, file]) => [name, readSample(name, file)]))
}
