import { deriveMutants, sampleMutants } from './derive.ts'
import type { Fate, Mutant, Outcome } from './mutant.ts'
import { recordVerify } from './record.ts'
import type { Recording } from './recording.ts'
import { outcomeUnseen, runMutant } from './run-mutants.ts'
import { type Bench, createBenches } from './run-verify.ts'

/** The mutants of one platform: those that no verify can see, and those that have to be caught. */
export interface Measure {
  readonly platform: string
  readonly unseen: readonly Outcome[]
  readonly visible: readonly VisibleMutant[]
}

/** A mutant, and a recorded verify that shows it. */
export interface VisibleMutant extends Mutant {
  readonly bench: Bench
  readonly recording: Recording
}

/**
 * Derives the mutants of a platform; each is looked for in the verifies about several topics, up to the first that shows it.
 * @param most - topics to try
 */
export async function prepareMeasure(platform: string, most = Number.POSITIVE_INFINITY): Promise<Measure> {
  const visible = new Map<string, VisibleMutant>()
  const unseen = new Map<string, Outcome>()
  for (const bench of (await createBenches(platform)).slice(0, most)) {
    const recording = await recordVerify(bench)
    for (const mutant of deriveMutants(bench.platform, recording)) {
      const name = `${mutant.kind} ${mutant.operation} ${mutant.what}`
      if (visible.has(name)) continue
      const outcome = outcomeUnseen(recording, mutant)
      if (outcome === undefined) visible.set(name, { ...mutant, bench, recording })
      else if (!isNearer(unseen.get(name), outcome)) unseen.set(name, outcome)
    }
  }
  return {
    platform,
    visible: [...visible.values()],
    unseen: [...unseen].filter(([name]) => !visible.has(name)).map(([, outcome]) => outcome),
  }
}

const NEAREST: readonly Fate[] = ['not-asked', 'absent', 'legal']

function isNearer(known: Outcome | undefined, other: Outcome): boolean {
  return known !== undefined && NEAREST.indexOf(known.fate) >= NEAREST.indexOf(other.fate)
}

export interface Slice {
  readonly seed: number
  /** Of each kind for each operation. */
  readonly most: number
  /**
   * From 0.
   * @default 0
   */
  readonly slice?: number
  /** @default 1 */
  readonly slices?: number
  readonly onOutcome?: (outcome: Outcome) => void
}

/** Runs a sample of the visible mutants; of several slices, every n-th of them. */
export async function runSlice(
  { visible }: Measure,
  { seed, most, slice = 0, slices = 1, onOutcome }: Slice,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const mutant of sampleMutants(visible, seed, most).filter((_, index) => index % slices === slice)) {
    const outcome = await runMutant(mutant.bench, mutant.recording, mutant)
    outcomes.push(outcome)
    onOutcome?.(outcome)
  }
  return outcomes
}
