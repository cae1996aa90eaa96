import type { ReceivedFrame } from '../../src/contract/transcript.ts'
import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import type { Guest } from './vary-stream.ts'

/** Text of the events that may come before one of a stream, without the blank line after them. */
export function guestsBefore(
  validator: Validator,
  stream: StreamSpec | undefined,
  frame: ReceivedFrame,
): Readonly<Record<Guest, readonly string[]>> {
  const { sequence } = stream ?? {}
  // Events that are numbered are kept to be read again: a guest would have a number of its own, and come to all who listen.
  if (!stream || !sequence || frame.id !== undefined || frame.data === undefined) return { free: [], foreign: [] }
  const write = (event: unknown): readonly string[] => writeGuest(stream, frame, event)
  return {
    free: sequence.anywhere.flatMap((name) => write(shownEvent(validator, stream, name, frame.value))),
    foreign: write({ [sequence.machine.symbol.slice(1)]: 'x_unheard_of', data: { a: [1] } }),
  }
}

/** The event as the document shows it, of the same run as another one. */
function shownEvent({ spec, check }: Validator, { eventSchema }: StreamSpec, name: string, beside: unknown): unknown {
  const member = readPointer(spec.document, joinPointer(eventSchema, 'discriminator', 'mapping', name))
  const shown = readPointer(spec.document, `${decodeURIComponent(String(member).slice(1))}/examples/0`)
  if (!isRecord(shown)) throw new Error(`the document shows no ${name}`)
  const ids = Object.keys(shown).filter(
    (key) => key.endsWith('_id') && isRecord(beside) && typeof beside[key] === 'string',
  )
  const event = { ...shown, ...Object.fromEntries(ids.map((key) => [key, readPointer(beside, joinPointer('', key))])) }
  if (check(eventSchema, event).length > 0) throw new Error(`the document shows an illegal ${name}`)
  return event
}

function writeGuest(
  { framing, sequence }: StreamSpec,
  { fields, raw }: ReceivedFrame,
  event: unknown,
): readonly string[] {
  const json = JSON.stringify(event)
  if (framing !== 'sse') return [json]
  const symbol = sequence?.machine.symbol.slice(1) ?? ''
  // What says nothing but its name is a named frame without data.
  if (isRecord(event) && Object.keys(event).join() === symbol) return [`${symbol}: ${event[symbol]}`]
  const before = fields.some(({ name }) => name === 'message') ? 'message:\n' : ''
  return [`${before}data:${/^data: /m.test(raw) ? ' ' : ''}${json}`]
}
