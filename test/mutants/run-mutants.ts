import type { Check } from '../../src/contract/check.ts'
import { kebab } from '../../src/contract/kebab.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import { FlowproofError } from '../../src/errors.ts'
import { intercept } from './intercept.ts'
import type { Mutant, Outcome, SeenFate } from './mutant.ts'
import { findUnseen, type Recording } from './recording.ts'
import { type Bench, brokenChecks, runVerify } from './run-verify.ts'

/** Longest silence in milliseconds; shorter for what stays silent for good. */
const TIMEOUT = 4_000
const TIMEOUT_OF_SILENCE = 300

/** The outcome of a mutant that no verify can see, undefined of all others. */
export function outcomeUnseen(recording: Recording, mutant: Mutant): Outcome | undefined {
  const { kind, operation, what, about, legal = 'the spec lets a correct server answer so' } = mutant
  const fate = findUnseen(recording, mutant)
  if (fate === undefined) return undefined
  const reasons = { 'not-asked': `no probe got ${about}`, absent: `no answer has it`, legal }
  return { kind, operation, what, fate, reason: reasons[fate] }
}

/**
 * Verifies one mutant: by the checks that own its promise, to the first probe after which one of them is broken; then, where none is, by all.
 */
export async function runMutant(bench: Bench, recording: Recording, mutant: Mutant): Promise<Outcome> {
  const { kind, operation, what } = mutant
  const owners = ownersOf(bench, mutant)
  const told = (fate: SeenFate, reason: string): Outcome => ({ kind, operation, what, fate, reason })
  try {
    const first = owners.length === 0 ? [] : await verifyMutant(bench, recording, mutant, owners)
    const [own] = first
    if (own !== undefined) return told('owner', own)
    const broken = await verifyMutant(bench, recording, mutant, bench.checks)
    return broken.length > 0 ? told('another', broken.join(' ')) : told('survived', 'no check broke')
  } catch (error) {
    // That a verify gives up shows the damage, too; that it breaks down does not.
    if (error instanceof FlowproofError) return told('stopped', `${error.code}: ${error.message}`)
    throw new Error(`Failed to verify ${kind} of ${operation} (${what})`, { cause: error })
  }
}

function ownersOf({ checks }: Bench, { owners, operation }: Mutant): readonly Check[] {
  const patterns = owners.map((owner) => new RegExp(`^${owner.replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  const own = checks.filter(({ id }) => patterns.some((pattern) => pattern.test(id)))
  const near = own.filter((check) => check.operation === operation || check.id.startsWith(`${kebab(operation)}.`))
  return near.length > 0 ? near : own
}

/** Ids of the checks that break; of the checks of an operation, those that broke first. */
async function verifyMutant(
  bench: Bench,
  recording: Recording,
  mutant: Mutant,
  checks: readonly Check[],
): Promise<readonly string[]> {
  const isWhole = checks === bench.checks
  const { spec } = bench.platform
  let hits = () => 0
  let begin = (_: string): void => undefined
  let judged = 0
  let broken: readonly string[] = []
  const judge = (transcripts: readonly Transcript[]) => {
    judged = hits()
    broken = brokenChecks(bench, checks, transcripts)
  }
  const transcripts = await runVerify(bench, {
    checks,
    timeout: /stall|held/.test(mutant.kind) ? TIMEOUT_OF_SILENCE : TIMEOUT,
    fetchTo: (url) => {
      const between = intercept({ spec, url, key: bench.target.key, recording, mutant })
      ;({ hits, begin } = between)
      return between.fetch
    },
    onProbe: (name, sofar) => {
      begin(name)
      if (isWhole || hits() === judged) return false
      judge(sofar)
      return broken.length > 0
    },
  })
  if (broken.length === 0) judge(transcripts)
  return broken
}
