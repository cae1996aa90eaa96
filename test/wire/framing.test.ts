import { expect, it } from 'vitest'
import { framingNames, framingOf } from '../../src/wire/framing.ts'

it('knows its framings by name', () => expect(framingNames).toEqual(['sse']))

it.each(framingNames)('writes and reads "%s" with the same framing', (name) => {
  const framing = framingOf(name)
  const wire = new TextEncoder().encode(framing.encode({ data: '{"event":"end"}' }))
  expect(framing.createDecoder().decode(wire)).toMatchObject([{ kind: 'event', value: { event: 'end' } }])
})

it('names the known framings when asked for another', () =>
  expect(() => framingOf('SSE')).toThrow(
    expect.objectContaining({
      code: 'spec-invalid',
      message: 'Failed to find framing "SSE": there is none. Use sse.',
    }),
  ))
