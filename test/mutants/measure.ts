import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Outcome } from './mutant.ts'

/** Which mutants to try. */
export interface Sample {
  readonly platforms: readonly string[]
  readonly seed: number
  /** At most so many of each kind for each operation. */
  readonly most: number
}

/** What one process does: every `of`-th mutant of the sample, beginning with the `share`-th. */
export interface Share extends Sample {
  readonly share: number
  readonly of: number
}

/** What one process tells of a platform. */
export interface Told {
  readonly platform: string
  /** Mutants in all, of which a sample was tried. */
  readonly derived: number
  /** The outcomes of its share, each with its place in the sample. */
  readonly outcomes: readonly (Outcome & { readonly place: number })[]
  readonly seconds: number
}

/** The outcomes of a platform's mutants, in the order of the sample. */
export interface Measured {
  readonly platform: string
  readonly derived: number
  readonly outcomes: readonly Outcome[]
  /** From the first mutant to the last. */
  readonly seconds: number
}

/** Tries a sample of mutants in as many processes as there are processors. */
export async function measureMutants(
  sample: Sample,
  onOutcome: (platform: string, outcome: Outcome) => void,
): Promise<readonly Measured[]> {
  const of = availableParallelism()
  const told = await Promise.all(
    Array.from({ length: of }, (_, share) => {
      const child = fork(new URL('worker.ts', import.meta.url), [JSON.stringify({ ...sample, share, of })])
      return listen(child, onOutcome)
    }),
  )
  return sample.platforms.map((platform) => {
    const own = told.flat().filter((one) => one.platform === platform)
    const outcomes = own.flatMap((one) => one.outcomes).sort((a, b) => a.place - b.place)
    const seconds = Math.max(...own.map((one) => one.seconds))
    return { platform, derived: own[0]?.derived ?? 0, outcomes, seconds }
  })
}

async function listen(
  child: ChildProcess,
  onOutcome: (platform: string, outcome: Outcome) => void,
): Promise<readonly Told[]> {
  const told: Told[] = []
  child.on('message', (message: Told | { readonly platform: string; readonly outcome: Outcome }) => {
    if ('outcome' in message) onOutcome(message.platform, message.outcome)
    else told.push(message)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Failed to measure: a process ended with ${code}.`)
  return told
}
