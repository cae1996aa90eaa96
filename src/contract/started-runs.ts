import { readPointer } from '../spec/pointer.ts'
import type { Spec } from '../spec/spec.ts'
import type { PlatformContract } from './platform-contract.ts'
import { eventsOf, jsonOf, reachedOperation, succeeded, type Transcript } from './transcript.ts'

/** Runs that one good request to an operation starts: what the contract says, else one for what starts a job of a lifecycle. */
export function runsOf({ lifecycles }: Spec, { requests }: PlatformContract, id: string): number {
  const isStart = lifecycles.some(({ start }) => start.some(({ operation }) => operation === id))
  return requests[id]?.runs ?? (isStart ? 1 : 0)
}

/**
 * How many runs the answers show to have been started: a success of an operation that starts some by its contract, and an answer that carries the
 * id of a job by the spec's lifecycles.
 */
export function countStarted(spec: Spec, contract: PlatformContract, transcripts: readonly Transcript[]): number {
  return transcripts
    .filter(reachedOperation)
    .map((transcript) => startedBy(spec, contract, transcript))
    .reduce((sum, runs) => sum + runs, 0)
}

function startedBy({ lifecycles }: Spec, { requests }: PlatformContract, transcript: Transcript): number {
  const stated = requests[transcript.operation]?.runs
  if (stated !== undefined) return succeeded(transcript) ? stated : 0
  const starts = lifecycles.flatMap(({ start }) => start)
  const isStarted = starts.some(
    ({ operation, id }) => operation === transcript.operation && runIdOf(transcript, id) !== undefined,
  )
  return isStarted ? 1 : 0
}

/** The id at a pointer into a blocking answer, or into the first event of a stream that has it. */
export function runIdOf(transcript: Transcript, pointer: string): string | undefined {
  for (const value of [jsonOf(transcript), ...eventsOf(transcript)]) {
    const id = readPointer(value, pointer)
    if (typeof id === 'string') return id
  }
  return undefined
}
