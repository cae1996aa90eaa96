import type { EventStreamOf } from '../../src/wire/event-stream.ts'
import { createEventReader } from '../../src/wire/read-events.ts'

type Event = { event: 'token'; text: string } | { event: 'end'; total: number }
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(): T | undefined => undefined

declare const response: Response
declare const plain: ReadableStream<Uint8Array>
declare const all: EventStreamOf<Event>
declare const ends: EventStreamOf<Extract<Event, { event: 'end' }>>
declare const foreign: EventStreamOf<{ kind: 'other' }>

const readEvents = createEventReader<Event>('sse')

export async function readsTheUnionOfThePlatform(): Promise<void> {
  for await (const event of readEvents(response)) {
    isTrue<Same<typeof event, Event>>()
    if (event.event === 'token') event.text.toUpperCase()
    // @ts-expect-error: only some events have a text
    event.text
    // @ts-expect-error: no event is called that
    if (event.event === 'tokn') continue
  }
  for await (const event of readEvents(plain)) isTrue<Same<typeof event, Event>>()
  for await (const event of readEvents(response.body)) isTrue<Same<typeof event, Event>>()
  for await (const event of readEvents(all)) isTrue<Same<typeof event, Event>>()
}

export async function readsTheEventsThatTheStreamIsKnownToCarry(): Promise<void> {
  for await (const event of readEvents(ends)) event.total.toFixed()
  // @ts-expect-error: a stream of other events
  readEvents(foreign)
}

export async function saysHowTheStreamEnded(): Promise<void> {
  const { how } = await readEvents(response).end
  isTrue<Same<typeof how, 'closed' | 'cut' | 'timed-out' | 'aborted' | 'left'>>()
}
