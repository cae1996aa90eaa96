import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeSse } from '../../src/wire/sse.ts'
import type { DecodedFrame, WireFrame } from '../../src/wire/wire-frame.ts'
import { cutAt, decodeAll, oneByOne } from './decode-all.ts'
import { dispatchByTheBook } from './dispatch-by-the-book.ts'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(':', ' ', '\uFEFF', '👋', '\u2028'), fc.string({ unit: 'binary', maxLength: 1 })),
})
const line = text.map((value) => value.replaceAll(/[\r\n\0]/g, '_'))
// Readers give a line feed for any line end, so no other can come back.
const lines = fc
  .array(
    text.map((value) => value.replaceAll('\r', '\n')),
    { maxLength: 3 },
  )
  .map((parts) => parts.join('\n'))

const frame: fc.Arbitrary<WireFrame> = fc
  .record(
    { comment: lines, event: line, id: line, retry: fc.nat(), data: fc.oneof(lines, fc.json()) },
    { requiredKeys: [] },
  )
  .filter((value) => Object.keys(value).length > 0)
const places = fc.array(fc.nat({ max: 400 }), { maxLength: 20 })

function saidBy({ comment, event, id, retry, data }: DecodedFrame): WireFrame {
  const entries = Object.entries({ comment, event, id, retry, data }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

it('reads back what was written, however it is cut', () => {
  const property = fc.property(fc.array(frame, { maxLength: 6 }), places, (frames, cuts) => {
    const wire = frames.map((each) => encodeSse(each)).join('')
    const decoded = decodeAll(cutAt(wire, cuts))
    expect(decoded.frames.map(saidBy)).toEqual(frames.map((each) => ({ ...each })))
    expect(decoded.unfinished).toBeUndefined()
  })
  fc.assert(property, { numRuns: 1000 })
})

const piece = fc.constantFrom(
  ...['data', 'data: {"a":1}', 'data:x', 'event: a', 'event', 'id: 1', 'id', 'retry: 5', 'foo: bar', ':', ': c', ' '],
  ...['\n', '\n', '\n\n', '\r', '\r\n', '\r\n\r\n', '\0', 'é', '👋', '\uFEFF', '\u0085', 'x'],
)
const anyWire = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

it('dispatches what the standard dispatches, on any text', () => {
  const property = fc.property(anyWire, places, (wire, cuts) => {
    let lastId = ''
    const dispatched = decodeAll(cutAt(wire, cuts)).frames.flatMap(({ event, id, data }) => {
      lastId = id ?? lastId
      return data === undefined ? [] : [{ type: event || 'message', data, lastId }]
    })
    expect(dispatched).toEqual(dispatchByTheBook(wire))
  })
  fc.assert(property, { numRuns: 3000 })
})

it('reads the same frames from any text, however it is cut', () => {
  const property = fc.property(anyWire, places, fc.integer({ min: 8, max: 60 }), (wire, cuts, maxBytes) => {
    const whole = decodeAll(cutAt(wire, []), { maxBytes })
    expect(decodeAll(cutAt(wire, cuts), { maxBytes })).toEqual(whole)
    expect(decodeAll(oneByOne(wire), { maxBytes })).toEqual(whole)
  })
  fc.assert(property, { numRuns: 1000 })
})
