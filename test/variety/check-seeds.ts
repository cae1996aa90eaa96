import { findDrift } from '../../src/contract/drift.ts'
import { judgeCheck } from '../../src/contract/judge-check.ts'
import type { Verdict } from '../../src/contract/report.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import { createDice, type Dice } from './random.ts'
import type { Recording } from './recording.ts'
import { DRESSINGS } from './vary-stream.ts'
import { type Variety, varyTranscript } from './vary-transcript.ts'

/** What a contract made of one legal variety of a correct server. */
export interface Judged {
  readonly seed: string
  readonly variety: Variety
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Findings that cry wolf, one line each. */
  readonly alarms: readonly string[]
}

/** Judges the variety that belongs to a seed. The same seed gives the same variety. */
export function judgeSeed(recording: Recording, seed: string): Promise<Judged> {
  const variety = chooseVariety(recording, seed, createDice(`${recording.platform.spec.platform} ${seed}`))
  return judgeVariety(recording, seed, variety)
}

/** Judges one variety; the seed says what is left open in it. */
export async function judgeVariety(recording: Recording, seed: string, variety: Variety): Promise<Judged> {
  const { platform, checks, probes, reasons } = recording
  const { spec, validator } = platform
  const dice = createDice(seed)
  const transcripts: Transcript[] = []
  for (const scoped of recording.scoped) transcripts.push(await varyTranscript(scoped, variety, dice))
  // It takes its time, and is asked for nothing but to come to an end.
  if (dice.chance(0.1)) findDrift(spec, transcripts)
  const findings = checks.map((check) => judgeCheck(check, { spec, validator, transcripts }, reasons, probes))
  const alarms = findings
    .filter(({ verdict }) => verdict === 'broken')
    .map(({ id, expected, actual }) => `${id}: expected ${expected}, got ${actual}`)
  return { seed, variety, verdicts: new Map(findings.map(({ id, verdict }) => [id, verdict])), alarms }
}

/** The variety that changes nothing. */
export const PLAIN: Variety = {
  leavesOut: () => false,
  more: undefined,
  reordered: false,
  dressings: [],
  cut: false,
  headed: false,
  slowness: 1,
}

/** Half of all seeds have each kind of variety, and most have several. */
function chooseVariety({ promised }: Recording, seed: string, dice: Dice): Variety {
  const fewer = dice.chance(0.5)
  return {
    leavesOut: (name) => fewer && !promised.members.has(name) && createDice(`${seed} ${name}`).chance(0.3),
    more: dice.chance(0.5) ? seed : undefined,
    reordered: dice.chance(0.5),
    dressings: DRESSINGS.filter((dressing) => !promised.dressings.has(dressing) && dice.chance(0.25)),
    cut: dice.chance(0.5),
    headed: dice.chance(0.5),
    slowness: dice.pick([1, 1, 3, 10]),
  }
}
