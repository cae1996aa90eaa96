import { getEventListeners, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { createEventReader, type EventReader } from '../../src/wire/read-events.ts'
import { openEventStream, startStreamServer } from './stream-server.ts'

interface Counted {
  readonly n: number
}
const readEvents = createEventReader<Counted>('sse')
const frame = (n: number): string => `data: {"n":${n}}\n\n`

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

async function collect<E>(reader: EventReader<E>) {
  const events: E[] = []
  for await (const event of reader) events.push(event)
  return { events, end: await reader.end }
}

function bodyOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
}

it('reads the events of a response, and that the server closed it', async () => {
  const url = await startStreamServer((response) => {
    openEventStream(response, 'event: ping\n\n', frame(1), ': wait\n\n', frame(2))
    response.end()
  })
  expect(await collect(readEvents(await fetch(url)))).toEqual({
    events: [{ event: 'ping' }, { n: 1 }, { n: 2 }],
    end: { how: 'closed', skipped: 0 },
  })
})

it('yields an event before the next one is sent', async () => {
  let server: ServerResponse | undefined
  const url = await startStreamServer((response) => {
    server = response
    openEventStream(response, frame(1))
  })
  const seen: number[] = []
  for await (const { n } of readEvents(await fetch(url))) {
    seen.push(n)
    if (n < 3) server?.write(frame(n + 1))
    else server?.end()
  }
  expect(seen).toEqual([1, 2, 3])
})

it('reads the same events when frames and characters are cut in two', async () => {
  const text = `${frame(1)}${frame(2)}data: {"n":3,"text":"👋"}\r\n\r\n`
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte))
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(byte)
      controller.close()
    },
  })
  expect((await collect(readEvents(source))).events).toEqual([{ n: 1 }, { n: 2 }, { n: 3, text: '👋' }])
})

it('ends without throwing when the connection breaks within a frame', async () => {
  const url = await startStreamServer((response) => {
    openEventStream(response, frame(1))
    response.write('data: {"n":', () => response.destroy())
  })
  const { events, end } = await collect(readEvents(await fetch(url)))
  expect(events).toEqual([{ n: 1 }])
  expect(end).toEqual({ how: 'cut', unfinished: 'data: {"n":', skipped: 0, cause: expect.any(TypeError) })
})

it('tells a frame left half from a connection that broke', async () => {
  const url = await startStreamServer((response) => {
    openEventStream(response, frame(1))
    response.end('data: {"n":2}\n')
  })
  expect(await collect(readEvents(await fetch(url)))).toEqual({
    events: [{ n: 1 }],
    end: { how: 'closed', unfinished: 'data: {"n":2}\n', skipped: 0 },
  })
})

it('gives up on a server that says nothing for too long, and closes the connection', async () => {
  let closed: Promise<unknown> | undefined
  const url = await startStreamServer((response) => {
    closed = once(response, 'close')
    openEventStream(response, frame(1))
  })
  expect(await collect(readEvents(await fetch(url), { silence: 250 }))).toEqual({
    events: [{ n: 1 }],
    end: { how: 'timed-out', skipped: 0 },
  })
  await closed
})

it('times its own waiting only, not what the consumer does', async () => {
  const before = timers()
  const reader = readEvents(bodyOf(frame(1), frame(2)), { silence: 60_000 })
  for await (const _event of reader) expect(timers()).toBe(before)
  expect(await reader.end).toEqual({ how: 'closed', skipped: 0 })
})

it('waits for ever when any silence is allowed', async () => {
  const reader = readEvents(bodyOf(frame(1)), { silence: Number.POSITIVE_INFINITY })
  expect((await collect(reader)).end).toEqual({ how: 'closed', skipped: 0 })
})

it('closes the connection when the consumer leaves the loop', async () => {
  let closed: Promise<unknown> | undefined
  const url = await startStreamServer((response) => {
    closed = once(response, 'close')
    openEventStream(response, frame(1), frame(2))
  })
  const reader = readEvents(await fetch(url))
  for await (const event of reader) {
    expect(event).toEqual({ n: 1 })
    break
  }
  expect(await reader.end).toMatchObject({ how: 'left' })
  await closed
})

it('closes the connection when the consumer throws', async () => {
  let closed: Promise<unknown> | undefined
  const url = await startStreamServer((response) => {
    closed = once(response, 'close')
    openEventStream(response, frame(1))
  })
  const reader = readEvents(await fetch(url))
  const consume = async () => {
    for await (const { n } of reader) throw new Error(`no use for ${n}`)
  }
  await expect(consume()).rejects.toThrow('no use for 1')
  expect(await reader.end).toMatchObject({ how: 'left' })
  await closed
})

it('closes the connection when the consumer leaves while it waits for an event', async () => {
  let closed: Promise<unknown> | undefined
  const url = await startStreamServer((response) => {
    closed = once(response, 'close')
    openEventStream(response)
  })
  const reader = readEvents(await fetch(url))
  const iterator = reader[Symbol.asyncIterator]()
  const waiting = iterator.next()
  await iterator.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
  expect(await reader.end).toEqual({ how: 'left', skipped: 0 })
  await closed
})

it('settles its end when the consumer leaves before the first event', async () => {
  const reader = readEvents(bodyOf(frame(1)))
  await reader[Symbol.asyncIterator]().return?.()
  expect(await reader.end).toEqual({ how: 'left', skipped: 0 })
})

it('stops when the signal is aborted, within a chunk too', async () => {
  let closed: Promise<unknown> | undefined
  const url = await startStreamServer((response) => {
    closed = once(response, 'close')
    openEventStream(response, frame(1) + frame(2) + frame(3))
  })
  const stopping = new AbortController()
  const reader = readEvents(await fetch(url), { signal: stopping.signal })
  const seen: number[] = []
  for await (const { n } of reader) {
    seen.push(n)
    if (n === 2) stopping.abort()
  }
  expect(seen).toEqual([1, 2])
  expect(await reader.end).toEqual({ how: 'aborted', skipped: 0 })
  await closed
})

it('reads nothing when the signal was aborted before', async () => {
  const { events, end } = await collect(readEvents(bodyOf(frame(1)), { signal: AbortSignal.abort() }))
  expect(events).toEqual([])
  expect(end).toEqual({ how: 'aborted', skipped: 0 })
})

it.each([
  { it: 'given to fetch alone', own: false, reason: undefined },
  { it: 'given to both', own: true, reason: undefined },
  { it: 'given to both, with a reason of its own', own: true, reason: new Error('the user went away') },
])('takes a signal $it for an abort, not for a cut', async ({ own, reason }) => {
  const url = await startStreamServer((response) => openEventStream(response, frame(1)))
  const { signal, abort } = stoppable(reason)
  const reader = readEvents(await fetch(url, { signal }), own ? { signal } : {})
  for await (const event of reader) {
    expect(event).toEqual({ n: 1 })
    abort()
  }
  expect(await reader.end).toMatchObject({ how: 'aborted' })
})

function stoppable(reason: Error | undefined): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort(reason) }
}

it.each([
  'closed',
  'cut',
  'timed-out',
  'left',
] as const)('leaves no listener and no timer behind when %s', async (how) => {
  const { signal } = new AbortController()
  const before = timers()
  const source = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(frame(1))),
    pull(controller) {
      if (how === 'closed') controller.close()
      if (how === 'cut') controller.error(new Error('gone'))
    },
  })
  const reader = readEvents(source, { signal, silence: how === 'timed-out' ? 5 : 60_000 })
  for await (const _event of reader) if (how === 'left') break
  expect((await reader.end).how).toBe(how)
  expect(getEventListeners(signal, 'abort')).toEqual([])
  expect(timers()).toBe(before)
})

it('counts frames that are no event value, and passes over comments and settings', async () => {
  const text = 'data: [DONE]\n\nretry: 100\n\n: hi\n\ntoken: "Hi"\n\n'
  expect(await collect(readEvents(bodyOf(text, frame(1))))).toEqual({
    events: [{ n: 1 }],
    end: { how: 'closed', skipped: 2 },
  })
})

it('yields a value that is null', async () =>
  expect((await collect(createEventReader<null>('sse')(bodyOf('data: null\n\n')))).events).toEqual([null]))

it('reads a body and a response without one', async () => {
  expect((await collect(readEvents(new Response(bodyOf(frame(1)))))).events).toEqual([{ n: 1 }])
  expect(await collect(readEvents(null))).toEqual({ events: [], end: { how: 'closed', skipped: 0 } })
  expect(await collect(readEvents(new Response(null)))).toEqual({ events: [], end: { how: 'closed', skipped: 0 } })
})

it('reads streams of several framings, each by the name that it is sent under', async () => {
  const readBoth = createEventReader<Counted>('sse', 'json-blank-line')
  const want = [{ n: 1 }, { n: 2 }]
  const objects = '{"n":1}\n\n{"n":2}\n\n'
  const ofType = (text: string, contentType: string) => collect(readBoth(new Response(text, type(contentType))))
  expect((await ofType(frame(1) + frame(2), 'text/event-stream')).events).toEqual(want)
  expect((await ofType(objects, 'text/event-stream; charset=utf-8')).events).toEqual(want)
  expect((await ofType(objects, 'application/x-ndjson')).events).toEqual(want)
  expect((await collect(readBoth(bodyOf(objects)))).events).toEqual(want)
  expect(() => readEvents(new Response(objects, type('application/x-ndjson')))).toThrow('not 200 text/event-stream.')
})

const type = (contentType: string) => ({ headers: { 'content-type': contentType } })
const REFUSED = [
  {
    it: 'an error that is JSON',
    given: () => new Response('{}', { status: 401, ...type('application/json') }),
    want: 'the answer is 401 application/json, not 200 text/event-stream. Check response.ok and the content type first, and read this one with response.json().',
  },
  {
    it: 'an answer that was not streamed',
    given: () => new Response('{}', type('application/problem+json; charset=utf-8')),
    want: 'the answer is 200 application/problem+json, not 200 text/event-stream. Check response.ok and the content type first, and read this one with response.json().',
  },
  {
    it: 'a page',
    given: () => new Response('<p>', { status: 502, ...type('text/html') }),
    want: 'the answer is 502 text/html, not 200 text/event-stream. Check response.ok and the content type first, and read this one with response.text().',
  },
  {
    it: 'an error that calls itself a stream',
    given: () => new Response('', { status: 500, ...type('text/event-stream') }),
    want: 'the answer is 500 text/event-stream, not 200 text/event-stream. Check response.ok and the content type first, and read this one with response.text().',
  },
]
it.each(REFUSED)('refuses $it, and leaves its body to be read', async ({ given, want }) => {
  const response = given()
  expect(() => readEvents(response)).toThrow(
    expect.objectContaining({ name: 'FlowproofError', code: 'usage', message: `Failed to read events: ${want}` }),
  )
  expect(await response.text()).toBeTypeOf('string')
})

it('refuses a body that is being read, or was', async () => {
  const read = new Response(frame(1), type('text/event-stream'))
  await read.text()
  expect(() => readEvents(read)).toThrow('the body has been read already')
  const source = bodyOf(frame(1))
  readEvents(source)
  expect(() => readEvents(source)).toThrow('it is being read already')
})

it('refuses a framing it does not know when it is made, not when it reads', () =>
  expect(() => createEventReader('websocket')).toThrow('Failed to find framing "websocket"'))
