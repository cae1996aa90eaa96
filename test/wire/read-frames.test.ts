import { expect, it } from 'vitest'
import { readFrames } from '../../src/wire/read-frames.ts'
import { openEventStream, startStreamServer } from './stream-server.ts'

function steppingClock(): () => number {
  let time = 0
  return () => (time += 10)
}

it('gives each chunk its arrival time, its bytes and the frames it completed', async () => {
  const chunks = ['event: ping\n\ndata: {"a"', ':1}\n\n', ': bye\n']
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
  const reader = readFrames(source, { framing: 'sse', now: steppingClock() })
  const seen = []
  for await (const { at, bytes, frames } of reader) {
    seen.push({ at, text: new TextDecoder().decode(bytes), values: frames.map(({ raw }) => raw) })
  }
  expect(seen).toEqual([
    { at: 10, text: 'event: ping\n\ndata: {"a"', values: ['event: ping\n'] },
    { at: 20, text: ':1}\n\n', values: ['data: {"a":1}\n'] },
    { at: 30, text: ': bye\n', values: [] },
    { at: 40, text: '', values: [': bye\n'] },
  ])
  expect(await reader.end).toEqual({ how: 'closed', skipped: 0 })
})

it('gives chunks as the server sends them', async () => {
  const sent = ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n']
  const waiting = [...sent]
  let send = (): void => undefined
  const url = await startStreamServer((response) => {
    openEventStream(response)
    send = () => {
      const next = waiting.shift()
      if (next === undefined) response.end()
      else response.write(next)
    }
    send()
  })
  const times: number[] = []
  for await (const { at, frames } of readFrames((await fetch(url)).body, { framing: 'sse' })) {
    times.push(at)
    expect(frames.map(({ value }) => value)).toEqual([times.length])
    send()
  }
  expect(times).toHaveLength(sent.length)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

it('reports a frame over the bound and goes on', async () => {
  const source = new Blob([`data: ${'x'.repeat(100)}\n\ndata: 1\n\n`]).stream()
  const reader = readFrames(source, { framing: 'sse', maxBytes: 50 })
  const problems = []
  for await (const { frames } of reader) problems.push(...frames.map(({ problem }) => problem))
  expect(problems).toEqual(['too-long', undefined])
  expect(await reader.end).toEqual({ how: 'closed', skipped: 1 })
})

it('refuses a framing it does not know and leaves the stream alone', () => {
  const source = new Blob(['x']).stream()
  expect(() => readFrames(source, { framing: 'nope' })).toThrow('Failed to find framing "nope"')
  expect(source.locked).toBe(false)
})
