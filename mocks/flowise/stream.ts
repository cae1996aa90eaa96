import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { tellAgentflow } from './agentflow.ts'
import { tellAgents } from './agents.ts'
import { tellChatflow } from './chatflow.ts'
import { failing } from './closing.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import type { Story } from './state.ts'

/** Content type of every stream. */
export const STREAM_TYPE = 'text/event-stream'

/** Headers of every stream beside its type. */
export const STREAM_HEADERS = {
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
}

/** In ms. All streams of a server beat together. */
const HEARTBEAT = 30_000

/** A run as the events of its flow. */
export function tellRun(story: Story, moments: Iterable<Moment>): Generator<TimedEvent> {
  switch (story.record.flow.kind) {
    case 'agentflow':
      return tellAgentflow(story, moments)
    case 'agents':
      return tellAgents(story, moments)
    case 'chatflow':
    case 'json':
      return tellChatflow(story, moments)
  }
}

/** The stream that answers one message: a stretch of the run. `from` is the offset that it had reached by then: no heart has beaten before. */
export function* stretchFrames(
  story: Story,
  { stretch, from }: { readonly stretch: number; readonly from: number },
  moments: readonly Moment[],
): Generator<Frame> {
  const beats = heartbeats(story.run.createdAt, from)
  let beat = beats.next().value
  for (const timed of tellRun(story, moments)) {
    if (timed.stretch !== stretch) continue
    for (; beat.at < timed.at; beat = beats.next().value) yield beat
    yield toFrame(timed)
    if (timed.event.event === 'end') return
  }
  yield beat
  for (;;) yield beats.next().value
}

/** A stream that only says why nothing runs. */
export function* refusalFrames(reason: string): Generator<Frame> {
  for (const event of failing(reason)) yield toFrame({ at: 0, event })
}

// One clock for all streams: the full and half minutes.
function* heartbeats(createdAt: number, from: number): Generator<Frame, never> {
  let at = Math.floor((createdAt + from) / HEARTBEAT + 1) * HEARTBEAT - createdAt
  for (; ; at += HEARTBEAT) yield { at, text: ':heartbeat\n\n', event: undefined }
}

/** The field before the data is called `message` and empty; readers pass over it. */
function toFrame({ at, event }: { readonly at: number; readonly event: StreamEvent }): Frame {
  return { at, text: `message:\ndata:${JSON.stringify(event)}\n\n`, event: event.event }
}
