import { deriveMutants, sampleMutants } from './derive.ts'
import type { Mutant, Outcome } from './mutant.ts'
import { recordVerify } from './record.ts'
import type { Recording } from './recording.ts'
import { outcomeUnseen, runMutant } from './run-mutants.ts'
import { type Bench, createBench } from './run-verify.ts'

/** The mutants of one platform: those that no verify can see, and those that have to be caught. */
export interface Measure {
  readonly bench: Bench
  readonly recording: Recording
  readonly derived: number
  readonly unseen: readonly Outcome[]
  readonly visible: readonly Mutant[]
}

/** The same for each call, so that a mutant is known by its place. */
export async function prepareMeasure(platform: string): Promise<Measure> {
  const bench = await createBench(platform)
  const recording = await recordVerify(bench)
  const mutants = deriveMutants(bench.platform.validator, recording)
  const unseen = mutants.map((mutant) => outcomeUnseen(recording, mutant))
  return {
    bench,
    recording,
    derived: mutants.length,
    unseen: unseen.filter((outcome) => outcome !== undefined),
    visible: mutants.filter((_, index) => unseen[index] === undefined),
  }
}

/** Runs a sample of the visible mutants; of several slices, every n-th of them. */
export async function runSlice(
  { bench, recording, visible }: Measure,
  { seed, most, slice = 0, slices = 1, onOutcome }: Slice,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const mutant of sampleMutants(visible, seed, most).filter((_, index) => index % slices === slice)) {
    const outcome = await runMutant(bench, recording, mutant)
    outcomes.push(outcome)
    onOutcome?.(outcome)
  }
  return outcomes
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
