import { jobStateIn, type Lifecycle } from '../../spec/lifecycle.ts'
import { joinPointer, readPointer } from '../../spec/pointer.ts'
import type { Spec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { expectThat } from '../check.ts'
import { streamOf } from '../coverage.ts'
import { jobAnswerOf, stateToldBy } from '../job-state.ts'
import { kebab } from '../kebab.ts'
import { runIdOf } from '../started-runs.ts'
import { framesOf, type ReceivedFrame, showEnd, type Transcript } from '../transcript.ts'

/** An operation that streams the events of a job, and how to tell which job: by its events, or by what it was asked. */
type JobStream =
  | { readonly operation: string; readonly id: string }
  | { readonly operation: string; readonly parameter: string }

/**
 * Whether events arrive while their job goes on, and not all at its end as behind a buffering proxy. No clock decides: the job's status is asked
 * for after its first event, and has to be one that is not final.
 */
export function incrementalChecks(
  spec: Spec,
  lifecycle: Lifecycle,
  visiting: (operation: string) => readonly string[],
): readonly Check[] {
  const streams = streamsOf(spec, lifecycle)
  const [first] = streams
  if (!first) return []
  return [
    {
      id: `${kebab(lifecycle.kind)}.incremental`,
      claim: `${lifecycle.assumed ? 'SHOULD' : 'MUST'} send events while the run goes on, not at its end`,
      operation: first.operation,
      source: joinPointer('', 'x-lifecycle', lifecycle.kind),
      needs: needsOf(lifecycle, streams, visiting),
      judge: ({ transcripts }: Evidence) => {
        const seen = streams.flatMap((stream) =>
          slowOnes(transcripts, stream).map((transcript) => judgeArrival(lifecycle, stream, transcript, transcripts)),
        )
        // One way to follow a job that tells is enough.
        const told = seen.filter(({ verdict }) => verdict !== 'unchecked')
        return told.length > 0 ? told : seen
      },
    },
  ]
}

function streamsOf(spec: Spec, { start, stream }: Lifecycle): readonly JobStream[] {
  const starts = start.filter(({ operation }) => {
    const started = spec.operations.get(operation)
    return started !== undefined && streamOf(started) !== undefined
  })
  return stream ? [...starts, stream] : starts
}

// A run that is stopped goes on for long enough, so the probes that stop one come first: what keeps them from being sent is the reason to tell.
function needsOf(
  { stop }: Lifecycle,
  streams: readonly JobStream[],
  visiting: (operation: string) => readonly string[],
): readonly string[] {
  const streaming = streams.flatMap(({ operation }) => visiting(operation))
  const stopping = stop ? streaming.filter((probe) => visiting(stop.operation).includes(probe)) : []
  return [...new Set([...stopping, ...streaming])]
}

function slowOnes(transcripts: readonly Transcript[], { operation }: JobStream): readonly Transcript[] {
  return transcripts.filter(
    (transcript) =>
      transcript.operation === operation && transcript.expects.slow && transcript.answer?.body.kind === 'stream',
  )
}

function judgeArrival(
  lifecycle: Lifecycle,
  stream: JobStream,
  transcript: Transcript,
  transcripts: readonly Transcript[],
): Observation {
  const expected = 'an event while the run goes on'
  const named = firstEvent(stream, transcript)
  const first = named ?? framesOf(transcript).find(({ value }) => value !== undefined)
  if (!first) {
    const end = transcript.answer?.end ?? { how: 'cut', at: 0 }
    const actual = `no event of the run in ${Math.round(end.at)} ms, then ${showEnd(end)}`
    return expectThat(false, transcript, expected, () => actual)
  }
  const polls = named ? pollsOf(lifecycle, stream, transcript, transcripts) : besides(transcript, transcripts)
  const state = stateAfter(lifecycle, transcript.sentAt + first.at, polls)
  if (state === undefined) {
    const reason = named
      ? 'the status of the run could not be read while its events came'
      : 'no event tells the id of its run, so that its status could not be read'
    return { verdict: 'unchecked', reason }
  }
  const actual = `the first event came after ${Math.round(first.at)} ms, when the run was ${state} already`
  return expectThat(!isOver(lifecycle, state), transcript, expected, () => actual)
}

/** What was asked about the run that a stream names. */
function pollsOf(
  { status }: Lifecycle,
  stream: JobStream,
  transcript: Transcript,
  transcripts: readonly Transcript[],
): readonly Transcript[] {
  const run = 'id' in stream ? runIdOf(transcript, stream.id) : transcript.request.parameters[stream.parameter]
  return transcripts.filter(({ request }) => request.parameters[status.parameter] === run)
}

/** What its own journey asked beside a stream: where events do not name their run, the journey has found it in another way. */
function besides({ probe }: Transcript, transcripts: readonly Transcript[]): readonly Transcript[] {
  return transcripts.filter((transcript) => transcript.probe === probe)
}

/** The first event of a stream; where the events themselves name their job, the first one that does. */
function firstEvent(stream: JobStream, transcript: Transcript): ReceivedFrame | undefined {
  return framesOf(transcript).find(({ value }) =>
    'id' in stream ? readPointer(value, stream.id) !== undefined : value !== undefined,
  )
}

/** The state of a run as told first after a point in time. */
function stateAfter(lifecycle: Lifecycle, time: number, polls: readonly Transcript[]): string | undefined {
  const [poll] = polls
    .filter((transcript) => stateToldBy(lifecycle, transcript) !== undefined && transcript.sentAt >= time)
    .toSorted((a, b) => a.sentAt - b.sentAt)
  const answer = poll && jobAnswerOf(poll)
  return answer && jobStateIn(lifecycle, answer)
}

// What a stopped run comes to may be a state that it can leave again.
function isOver({ terminal, stop }: Lifecycle, state: string): boolean {
  return terminal.includes(state) || (stop?.leadsTo.includes(state) ?? false)
}
