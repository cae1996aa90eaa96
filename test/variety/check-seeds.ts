import { findDrift } from '../../src/contract/drift.ts'
import { judgeCheck } from '../../src/contract/judge-check.ts'
import type { Finding, Verdict } from '../../src/contract/report.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import { createDice, type Dice } from './random.ts'
import type { Recording } from './recording.ts'
import { slowClock } from './slow-clock.ts'
import { DRESSINGS, type Guest } from './vary-stream.ts'
import { type Variety, varyTranscript } from './vary-transcript.ts'

/** What a contract made of one legal variety of a correct server. */
export interface Judged {
  readonly seed: string
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Findings that cry wolf, and checks that see nothing any more for no reason, one line each. */
  readonly alarms: readonly string[]
}

/** Judges the variety that belongs to a seed. The same seed gives the same variety. */
export function judgeSeed(recording: Recording, seed: string): Promise<Judged> {
  return judgeVariety(recording, seed, varietyOf(recording, seed))
}

/** What a verify would have read of the server of a variety. */
export async function varyTranscripts(
  { scoped }: Recording,
  seed: string,
  variety: Variety,
): Promise<readonly Transcript[]> {
  const dice = createDice(seed)
  const transcripts: Transcript[] = []
  for (const one of scoped) transcripts.push(await varyTranscript(one, variety, dice))
  return transcripts
}

/** The variety that belongs to a seed. */
export function varietyOf(recording: Recording, seed: string): Variety {
  return chooseVariety(recording, seed, createDice(`${recording.platform.spec.platform} ${seed}`))
}

/** Judges one variety; the seed says what is left open in it. */
export async function judgeVariety(recording: Recording, seed: string, variety: Variety): Promise<Judged> {
  const { platform, checks, probes, reasons } = recording
  const { spec, validator } = platform
  const transcripts = await varyTranscripts(recording, seed, variety)
  // It takes its time, and is asked for nothing but to come to an end.
  if (createDice(`${seed} drift`).chance(0.1)) findDrift(spec, transcripts)
  const findings = checks.map((check) => judgeCheck(check, { spec, validator, transcripts }, reasons, probes))
  const alarms = findings.flatMap((finding) => alarmIn(recording, variety, finding))
  return { seed, verdicts: new Map(findings.map(({ id, verdict }) => [id, verdict])), alarms }
}

/** What is wrong with a finding about a legal server, if anything is. */
export function alarmIn(
  { blind }: Recording,
  { guests, leavesOut, nulls }: Variety,
  { id, verdict, expected, actual }: Finding,
): readonly string[] {
  // That a name is foreign is what its own check is there to say.
  const isTold = guests.includes('foreign') && id.endsWith('.stream-foreign')
  if (verdict === 'broken' && !isTold) return [`${id}: expected ${expected}, got ${actual}`]
  const isLess = leavesOut !== undefined || nulls !== undefined
  const isLost = verdict === 'unchecked' && !isLess && !blind.includes(id)
  return isLost ? [`${id}: unchecked, though nothing is left out`] : []
}

/** The variety that changes nothing. */
export const PLAIN: Variety = {
  leavesOut: undefined,
  nulls: undefined,
  more: undefined,
  fickle: false,
  reordered: false,
  respelled: false,
  dressings: [],
  guests: [],
  cut: false,
  headed: false,
  clock: (time) => time,
}

const GUESTS: readonly Guest[] = ['free', 'foreign']

/** Half of all seeds have each kind of variety, and most have several. */
function chooseVariety({ platform, promised, scoped }: Recording, seed: string, dice: Dice): Variety {
  const fewer = dice.chance(0.5)
  const fickle = dice.chance(0.3)
  const empty = dice.chance(0.3)
  return {
    leavesOut: fewer
      ? chooseNames(new Set([...promised.members, ...(fickle ? promised.settled : [])]), seed)
      : undefined,
    nulls: empty ? chooseNames(promised.nulls, `${seed} null`) : undefined,
    more: dice.chance(0.5) ? seed : undefined,
    fickle,
    reordered: dice.chance(0.5),
    respelled: dice.chance(0.5),
    dressings: DRESSINGS.filter((dressing) => !promised.dressings.has(dressing) && dice.chance(0.25)),
    guests: GUESTS.filter(() => dice.chance(0.2)),
    cut: dice.chance(0.5),
    headed: dice.chance(0.5),
    clock: dice.chance(0.5)
      ? slowClock(
          scoped.map(({ transcript }) => transcript),
          platform.contract,
          dice,
        )
      : PLAIN.clock,
  }
}

function chooseNames(promised: ReadonlySet<string>, seed: string): (name: string) => boolean {
  const chosen = new Map<string, boolean>()
  return (name) => {
    const isChosen = chosen.get(name) ?? (!promised.has(name) && createDice(`${seed} ${name}`).chance(0.3))
    chosen.set(name, isChosen)
    return isChosen
  }
}
