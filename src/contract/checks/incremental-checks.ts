import type { Lifecycle } from '../../spec/lifecycle.ts'
import { readPointer } from '../../spec/pointer.ts'
import type { Spec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat } from '../check.ts'
import { streamOf } from '../coverage.ts'
import { kebab } from '../kebab.ts'
import { runIdOf } from '../started-runs.ts'
import { framesOf, jsonOf, succeeded, type Transcript } from '../transcript.ts'

/**
 * Whether events arrive while their job goes on, and not all at its end as behind a buffering proxy. No clock decides: the job's status is asked
 * for after its first event, and has to be one that is not final.
 */
export function incrementalChecks(
  spec: Spec,
  lifecycle: Lifecycle,
  visiting: (operation: string) => readonly string[],
): readonly Check[] {
  const starts = lifecycle.start.filter(({ operation }) => {
    const started = spec.operations.get(operation)
    return started !== undefined && streamOf(started) !== undefined
  })
  const [first] = starts
  if (!first) return []
  return [
    {
      id: `${kebab(lifecycle.kind)}.incremental`,
      claim: 'MUST send events while the run goes on, not at its end',
      operation: first.operation,
      needs: needsOf(lifecycle, visiting),
      judge: ({ transcripts }: Evidence) =>
        starts.flatMap(({ operation, id }) =>
          transcripts
            .filter(
              (transcript) =>
                transcript.operation === operation &&
                transcript.expects.slow &&
                transcript.answer?.body.kind === 'stream',
            )
            .map((stream) => judgeArrival(lifecycle, id, stream, transcripts)),
        ),
    },
  ]
}

// A run that is stopped goes on for long enough, so the probes that stop one come first: what keeps them from being sent is the reason to tell.
function needsOf({ start, stop }: Lifecycle, visiting: (operation: string) => readonly string[]): readonly string[] {
  const starting = start.flatMap(({ operation }) => visiting(operation))
  const stopping = stop ? starting.filter((probe) => visiting(stop.operation).includes(probe)) : []
  return [...new Set([...stopping, ...starting])]
}

function judgeArrival(
  { status, terminal }: Lifecycle,
  id: string,
  stream: Transcript,
  transcripts: readonly Transcript[],
): Observation {
  const expected = 'an event while the run goes on'
  const first = framesOf(stream).find(({ value }) => readPointer(value, id) !== undefined)
  if (!first) {
    const { how, at } = stream.answer?.end ?? { how: 'cut', at: 0 }
    return expectThat(false, stream, expected, () => `no event of the run in ${Math.round(at)} ms, then ${how}`)
  }
  const run = runIdOf(stream, id)
  const poll = transcripts
    .filter(({ operation, request }) => operation === status.operation && request.parameters[status.parameter] === run)
    .filter((transcript) => succeeded(transcript) && transcript.sentAt >= stream.sentAt + first.at)
    .toSorted((a, b) => a.sentAt - b.sentAt)[0]
  if (!poll) return { verdict: 'unchecked', reason: 'the status of the run could not be read while its events came' }
  const state = readPointer(jsonOf(poll), status.state)
  const over = terminal.some((word) => word === state)
  return expectThat(
    !over,
    stream,
    expected,
    () => `the first event came after ${Math.round(first.at)} ms, when the run was ${String(state)} already`,
  )
}
