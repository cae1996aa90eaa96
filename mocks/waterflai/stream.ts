import type { StreamReply } from '../../src/mock/reply.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import { eventsOf, isEnd, type RunEvent, type Story } from './events.ts'
import { standingAfter } from './standing.ts'

/** A 200 whose frames follow a run. */
export function streamReply(run: Run, frames: StreamReply['frames'], whenLeft?: () => void) {
  return {
    kind: 'stream',
    status: 200,
    headers: { 'cache-control': 'no-cache', connection: 'keep-alive' },
    type: 'text/event-stream; charset=utf-8',
    run,
    frames,
    ...(whenLeft && { whenLeft }),
  } as const
}

/** Never leaves: keeps a stream open whose run works or waits until it is stopped. */
export const STAYS_OPEN: Frame = { at: Number.POSITIVE_INFINITY, text: '', event: undefined }

/** The stream of a flow that is run at once. It knows no cancelling: a run that the mock's user stops has failed. */
export function* flowFrames(story: Story, moments: readonly Moment[]): Generator<Frame> {
  let ended = false
  for (const { at, event } of eventsOf(story, moments)) {
    ended = isEnd(event)
    yield toFrame(at, event.type === 'execution_cancelled' ? stopped(event.timestamp) : event)
  }
  if (!ended) yield STAYS_OPEN
}

/** Why a run that was stopped from outside has failed, where the API has no word for it. */
export const STOPPED = 'Execution cancelled.'

const stopped = (timestamp: string): RunEvent => ({ type: 'execution_failed', timestamp, error_message: STOPPED })

/** Somebody who follows a job. */
export interface Listener {
  /** Offset at which they came. */
  readonly at: number
  /** How many events had happened by then. */
  readonly missed: number
}

/** The stream of a job: where it stands when the listener comes, then what happens. Of a job that has ended, its end. */
export function* jobFrames(
  story: Story,
  moments: readonly Moment[],
  { at: joinedAt, missed }: Listener,
): Generator<Frame> {
  const events = [...eventsOf(story, moments)]
  const past = events.slice(0, missed)
  const last = past.at(-1)?.event
  if (last && isEnd(last)) return yield toFrame(joinedAt, last)
  yield toFrame(joinedAt, { type: 'progress_update', progress: standingAfter(past).progress })
  for (const { at, event } of events.slice(missed)) yield toFrame(Math.max(at, joinedAt), event)
  if (!events.some(({ event }) => isEnd(event))) yield STAYS_OPEN
}

function toFrame(at: number, event: RunEvent): Frame {
  const json =
    event.type === 'progress_update'
      ? `{"type": "progress_update", "progress": ${pythonFloat(event.progress)}}`
      : pythonJson(event)
  return { at, text: `data: ${json}\n\n`, event: event.type }
}

// The one frame that is published has `50.0`.
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}
