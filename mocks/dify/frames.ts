import type { Frame } from '../../src/wire/frame.ts'
import type { TimedEvent } from './narrate.ts'

/** One event as its bytes: the name is in the JSON, but a ping is an event line without data. */
export function toFrame({ at, event }: TimedEvent): Frame {
  const text = event.event === 'ping' ? 'event: ping\n\n' : `data: ${JSON.stringify(event)}\n\n`
  return { at, text, event: event.event }
}
