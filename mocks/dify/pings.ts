import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { toFrame } from './frames.ts'
import type { TimedEvent } from './narrate.ts'

const PING_EVERY = 10_000
/** How long a stream stays open when the worker says nothing any more. */
const IDLE_LIMIT = 300_000

const ping = (at: number): TimedEvent => ({ at, event: { event: 'ping' } })

/** What the worker sends after an offset: the events, and a ping at each ten seconds of the time that it works. */
export function* withWorkerPings(
  events: Iterable<TimedEvent>,
  moments: readonly Moment[],
  after: number,
): Generator<TimedEvent> {
  const pings = workerPings(moments, after)
  let due = pings.next()
  for (const event of events) {
    for (; !due.done && due.value.at <= event.at; due = pings.next()) yield due.value
    yield event
  }
  for (; !due.done; due = pings.next()) yield due.value
}

function* workerPings(moments: readonly Moment[], after: number): Generator<TimedEvent> {
  for (const { from, to } of workTimes(moments)) {
    const first = Math.max(1, Math.floor((after - from) / PING_EVERY) + 1)
    for (let at = from + first * PING_EVERY; at <= to; at += PING_EVERY) yield ping(at)
  }
}

/** The stretches in which a worker runs the flow. Each time that a run goes on, another one does. */
function workTimes(moments: readonly Moment[]): { readonly from: number; readonly to: number }[] {
  return moments.flatMap(({ kind, at: from }, index) => {
    if (kind !== 'run-started' && kind !== 'run-resumed') return []
    const end = moments.find((moment, other) => other > index && endsWork(moment))
    return [{ from, to: end?.at ?? Number.POSITIVE_INFINITY }]
  })
}

function endsWork({ kind }: Moment): boolean {
  return kind === 'run-paused' || kind === 'run-finished'
}

/**
 * The frames of a stream: a ping first, then what the worker sends, and a ping of the server's own after each ten seconds of silence. The
 * stream ends with the message that `closes` it, or when the worker has been silent for too long.
 */
export function* toFrames(
  messages: Iterable<TimedEvent>,
  openedAt: number,
  closes: (name: string) => boolean,
): Generator<Frame> {
  let heard = openedAt
  yield toFrame(ping(openedAt))
  for (const message of messages) {
    yield* silence(heard, message.at)
    if (message.at > heard + IDLE_LIMIT) return
    yield toFrame(message)
    if (closes(message.event.event)) return
    heard = message.at
  }
  yield* silence(heard, Number.POSITIVE_INFINITY)
}

function* silence(heard: number, until: number): Generator<Frame> {
  for (let at = heard + PING_EVERY; at < until && at <= heard + IDLE_LIMIT; at += PING_EVERY) yield toFrame(ping(at))
}
