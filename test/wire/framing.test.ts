import { expect, it } from 'vitest'
import { framingNames, framingOf } from '../../src/wire/framing.ts'

it('knows its framings by name', () => expect(framingNames).toEqual(['sse', 'json-blank-line']))

it.each(framingNames)('writes and reads "%s" with the same framing', (name) => {
  const framing = framingOf(name)
  const wire = new TextEncoder().encode(framing.encode({ data: '{"event":"end"}' }))
  expect(framing.createDecoder().decode(wire)).toMatchObject([{ kind: 'event', value: { event: 'end' } }])
})

it.each([
  { name: 'SSE', advice: 'Did you mean sse?' },
  { name: 'json-blank-lines', advice: 'Did you mean json-blank-line?' },
  { name: 'chunks', advice: 'Use sse or json-blank-line.' },
])('says which framing was likely meant by "$name"', ({ name, advice }) =>
  expect(() => framingOf(name)).toThrow(
    expect.objectContaining({
      code: 'spec-invalid',
      message: `Failed to find framing "${name}": there is none. ${advice}`,
    }),
  ))
