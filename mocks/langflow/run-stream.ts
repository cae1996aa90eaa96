import type { RunStreamEvent } from '../../src/generated/langflow.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import type { Built } from './cast.ts'
import { runFault } from './faults.ts'
import { streamedOf } from './messages.ts'
import { resultOf, type Wish } from './results.ts'
import type { Story } from './story.ts'
import { tellingsOf } from './tellings.ts'

/** Says server-sent events, but a frame is bare JSON and a blank line. */
export const RUN_STREAM_TYPE = 'text/event-stream; charset=utf-8'

/** One event as a line of JSON and a blank line. */
export function jsonFrame<E extends { readonly event: string }>(at: number, event: E): Frame {
  return { at, text: `${pythonJson(event)}\n\n`, event: event.event }
}

/** Never leaves: keeps a stream open whose run has no planned end. */
export const STAYS_OPEN: Frame = { at: Number.POSITIVE_INFINITY, text: '', event: undefined }

/** The stream of a run: messages and tokens, the tools of agents, and at the end the whole result or what went wrong. */
export function* runFrames(story: Story, moments: readonly Moment[], wish: Wish): Generator<Frame> {
  const built: Built[] = []
  for (const telling of tellingsOf(story, moments)) {
    const { at } = telling
    switch (telling.tell) {
      case 'message':
        yield frame(at, { event: 'add_message', data: streamedOf(story, telling.message) })
        break
      case 'token':
        yield frame(at, { event: 'token', data: { chunk: telling.chunk, id: telling.id } })
        break
      case 'tool-started':
        yield frame(at, { event: 'build_start', data: { id: telling.component } })
        break
      case 'tool-ended':
        yield frame(at, { event: 'build_end', data: { id: telling.component } })
        break
      case 'built':
        built.push(telling.built)
        break
      case 'fault':
        yield frame(at, { event: 'error', data: { ...streamedOf(story, telling.message), category: 'error' } })
        break
      case 'ended': {
        const { status } = telling.end
        if (status === 'failed') yield frame(at, { event: 'error', data: { error: runFault(telling) } })
        else if (status !== 'stopped') yield frame(at, { event: 'end', data: { result: resultOf(story, built, wish) } })
        return
      }
      // Not registered for this stream, so they are dropped.
      case 'begun':
      case 'removed':
      case 'waits':
        break
    }
  }
  yield STAYS_OPEN
}

const frame = (at: number, event: RunStreamEvent): Frame => jsonFrame(at, event)

/** A stream that only says why nothing ran. */
export function* runFaultFrames(error: string): Generator<Frame> {
  yield frame(0, { event: 'error', data: { error } })
}
