import fc from 'fast-check'
import { expect, it } from 'vitest'
import { framingNames, framingOf } from '../../src/wire/framing.ts'
import { cutAt, decodeAll, oneByOne } from './decode-all.ts'

const FRAMINGS = framingNames.map((framing) => ({ framing }))
const value = fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })
const places = fc.array(fc.nat({ max: 400 }), { maxLength: 20 })

it.each(FRAMINGS)('reads back the objects that were written as $framing, however they are cut', ({ framing }) => {
  const property = fc.property(fc.array(value, { maxLength: 6 }), places, (values, cuts) => {
    const texts = values.map((each) => JSON.stringify(each))
    const wire = texts.map((data) => framingOf(framing).encode({ data })).join('')
    const { frames, unfinished } = decodeAll(cutAt(wire, cuts), { framing })
    expect(frames.map(({ data }) => data)).toEqual(texts)
    expect(frames.map((frame) => frame.value)).toEqual(texts.map((text) => JSON.parse(text)))
    expect([unfinished, ...frames.map(({ problem }) => problem)].every((wrong) => wrong === undefined)).toBe(true)
  })
  fc.assert(property, { numRuns: 500 })
})

it.each(FRAMINGS)('says of each object in another framing than $framing which one it is', ({ framing }) => {
  const others = framingNames.filter((name) => name !== framing)
  const property = fc.property(value, fc.constantFrom(...others), places, (written, met, cuts) => {
    const data = JSON.stringify(written)
    const { frames } = decodeAll(cutAt(framingOf(met).encode({ data }), cuts), { framing })
    expect(frames).toMatchObject([{ value: JSON.parse(data), problem: 'other-framing', met }])
  })
  fc.assert(property, { numRuns: 300 })
})

const piece = fc.constantFrom(
  ...[
    '{"a":1}',
    '{',
    '}',
    '"a"',
    ':',
    ' ',
    '1',
    '[]',
    'data: {"a":1}',
    'data:x',
    'event: a',
    'id: 1',
    ': c',
    'foo: bar',
  ],
  ...['\n', '\n', '\n\n', '\r', '\r\n', '\r\n\r\n', '\t', 'é', '👋', '\uFEFF', 'x'],
)
const anyWire = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

it.each(FRAMINGS)('reads the same frames of $framing from any text, however it is cut', ({ framing }) => {
  const property = fc.property(anyWire, places, fc.integer({ min: 8, max: 60 }), (wire, cuts, maxBytes) => {
    const whole = decodeAll(cutAt(wire, []), { framing, maxBytes })
    expect(decodeAll(cutAt(wire, cuts), { framing, maxBytes })).toEqual(whole)
    expect(decodeAll(oneByOne(wire), { framing, maxBytes })).toEqual(whole)
  })
  fc.assert(property, { numRuns: 500 })
})

it('makes the same event values of any text, whichever framing was expected', () => {
  const property = fc.property(anyWire, (wire) => {
    const [first, ...others] = framingNames.map((framing) =>
      decodeAll(cutAt(wire, []), { framing }).frames.flatMap(({ value }) => (value === undefined ? [] : [value])),
    )
    for (const other of others) expect(other).toEqual(first)
  })
  fc.assert(property, { numRuns: 2000 })
})
