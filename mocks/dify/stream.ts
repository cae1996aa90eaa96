import type { StreamEvent } from '../../src/generated/dify.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import { narrate, type TimedEvent } from './narrate.ts'
import { type Phase, phaseOf } from './phase.ts'
import { toFrames, withWorkerPings } from './pings.ts'
import { workflowFinished } from './run-events.ts'
import { snapshotOf } from './snapshot.ts'
import { runIdOf, type Story } from './story.ts'

/** Content type of every stream; the framework adds the charset. */
export const STREAM_TYPE = 'text/event-stream; charset=utf-8'

const CLOSING = ['workflow_finished', 'workflow_paused']

/** The stream of a run that the caller started: everything as it happens, until the run ends or pauses. */
export function runFrames(story: Story, moments: readonly Moment[]): Iterable<Frame> {
  const messages = withWorkerPings(narrate(story, moments), moments, 0)
  return toFrames(messages, 0, (name) => CLOSING.includes(name))
}

/** How somebody listens who came later. */
export interface Attachment {
  /** Offset at which the listener came. */
  readonly at: number
  readonly snapshot: boolean
  readonly continueOnPause: boolean
}

/** The stream of a listener that came after the start. A run that is over has one frame, written in another style than all others. */
export function resumeFrames(story: Story, moments: readonly Moment[], attachment: Attachment): Iterable<Frame> {
  const { at, snapshot, continueOnPause } = attachment
  const past = moments.filter((moment) => moment.at <= at)
  const phase = phaseOf(past)
  if (phase.kind === 'finished') return [finishedFrame(story, phase, at)]
  const replay = snapshot ? snapshotOf(story, past, at) : []
  const live = withWorkerPings(after(at, narrate(story, moments)), moments, at)
  // Without the snapshot, the server forgets what would end a stream that continues.
  const closing = !continueOnPause ? CLOSING : snapshot ? ['workflow_finished'] : []
  return toFrames(inTurn(replay, live), at, (name) => closing.includes(name))
}

/** A stream that only says why nothing runs. The server does not close it: it pings on until the worker has been silent for too long. */
export function errorFrames(message: string): Iterable<Frame> {
  const event: StreamEvent = { event: 'error', message, status: 500 }
  return toFrames([{ at: 0, event }], 0, () => false)
}

function* after(offset: number, events: Iterable<TimedEvent>): Generator<TimedEvent> {
  for (const event of events) if (event.at > offset) yield event
}

function* inTurn(...parts: readonly Iterable<TimedEvent>[]): Generator<TimedEvent> {
  for (const part of parts) yield* part
}

function finishedFrame(story: Story, { moment, startedAt }: Extract<Phase, { kind: 'finished' }>, at: number): Frame {
  const { data } = workflowFinished(story, moment, startedAt)
  const id = runIdOf(story)
  const event = { event: 'workflow_finished', task_id: id, workflow_run_id: id, data } satisfies StreamEvent
  return { at, text: `data: ${pythonJson(event)}\n\n`, event: event.event }
}
