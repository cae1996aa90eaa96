import type { ExecutionStreamEvent } from '../../../src/generated/waterflai.ts'
import type { HeldClock } from '../../../src/mock/held-clock.ts'
import type { Mock } from '../../../src/mock/start-mock.ts'

/** Somebody who follows a stream while a test moves the clock. */
export interface Listener {
  /** Whole wire text so far. */
  readonly text: () => string
  readonly events: () => ExecutionStreamEvent[]
  /** Resolves when the server has closed the stream. */
  readonly closed: Promise<void>
}

/** Reads a stream as it comes. */
export function listen(response: Response): Listener {
  let text = ''
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
  }
  return { text: () => text, events: () => eventsIn(text), closed: read() }
}

/** The events of whole frames of one `data` line each. */
export function eventsIn(text: string): ExecutionStreamEvent[] {
  const frames = text.split('\n\n').slice(0, -1)
  return frames.map((frame) => JSON.parse(frame.replace(/^data: /, '')) as ExecutionStreamEvent)
}

/** Waits until each listener has all that the mock has written to it. @param listeners - in the order in which they came. */
export async function caughtUp(mock: Mock, listeners: readonly Listener[]): Promise<void> {
  const written = mock
    .requests()
    .filter(({ operation }) => operation === 'streamExecution')
    .map(({ events }) => Object.values(events).reduce((sum, count) => sum + count, 0))
  while (listeners.some((listener, index) => listener.events().length < (written[index] ?? 0)))
    await new Promise(setImmediate)
}

/** Moves a held clock on until something has happened. */
export async function advanceUntil<T>(clock: HeldClock, event: Promise<T>): Promise<T> {
  let done = false
  const finished = event.finally(() => {
    done = true
  })
  while (!done) {
    await clock.advance(500)
    await new Promise(setImmediate)
  }
  return finished
}
