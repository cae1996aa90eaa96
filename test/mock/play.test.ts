import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import { perform, play } from '../../src/mock/play.ts'
import type { StreamReply } from '../../src/mock/reply.ts'
import type { Frame } from '../../src/wire/frame.ts'

const frame = (at: number, text: string): Frame => ({ at, text, event: text })

/** What the acts come to when each wait ends at its time. */
function playOut(frames: Iterable<Frame>, skip = 0, start = 0): string[] {
  let elapsed = start
  const acts: string[] = []
  for (const act of play(frames, skip, () => elapsed)) {
    if (act.kind === 'wait') elapsed = act.until
    acts.push(act.kind === 'wait' ? `wait ${act.until}` : `write ${act.text}`)
  }
  return acts
}

const CASES = [
  { it: 'plays nothing', given: playOut([]), want: [] },
  {
    it: 'writes what is due together at once',
    given: playOut([frame(0, 'a'), frame(0, 'b'), frame(5, 'c')]),
    want: ['write ab', 'wait 5', 'write c'],
  },
  {
    it: 'writes what is overdue at once',
    given: playOut([frame(1, 'a'), frame(2, 'b'), frame(9, 'c')], 0, 3),
    want: ['write ab', 'wait 9', 'write c'],
  },
  {
    it: 'skips what has left already',
    given: playOut([frame(1, 'a'), frame(2, 'b'), frame(3, 'c')], 2),
    want: ['wait 3', 'write c'],
  },
  {
    it: 'takes a sum of fractions for what it is meant to be',
    given: playOut([frame(0.1 + 0.2, 'a')], 0, 0.3),
    want: ['write a'],
  },
]
it.each(CASES)('$it', ({ given, want }) => expect(given).toEqual(want))

it('asks whether the reader keeps up before it pulls much more', () => {
  let pulled = 0
  const frames = function* () {
    for (; ; pulled++) yield frame(0, 'x'.repeat(6_000))
  }
  const [first, second] = play(frames(), 0, () => 0)
  expect([first, second]).toMatchObject([{ frames: { length: 2 } }, { frames: { length: 2 } }])
  expect(pulled).toBe(4)
})

interface Played {
  readonly res: ServerResponse
  readonly socket: Socket
  readonly clock: ReturnType<typeof createHeldClock>
  /** How many watch the run. */
  readonly listeners: () => number
  readonly change: () => void
  readonly ended: Promise<void>
}

/** Plays a stream over a real connection whose other end does not read. */
async function playTo(frames: StreamReply['frames']): Promise<Played> {
  const clock = createHeldClock()
  const listeners = new Set<() => void>()
  const run = {
    moments: () => [],
    elapsed: clock.now,
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  const [, res]: [unknown, ServerResponse] = await new Promise((resolve) =>
    server.once('request', (...pair) => resolve(pair)),
  )
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const ended = perform({ run, frames }, { res, clock, gone: gone.signal, wrote: () => undefined })
  return {
    res,
    socket,
    clock,
    listeners: () => listeners.size,
    change: () => {
      for (const listener of listeners) listener()
    },
    ended,
  }
}

/** Turns the event loop until a number has stood still for a while, and gives it. */
async function settledNumber(read: () => number): Promise<number> {
  for (let still = 0, last = read(); still < 200; still++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (read() !== last) still = 0
    last = read()
  }
  return read()
}

it('pulls no more frames while the reader does not read, and keeps next to nothing in memory', async () => {
  let pulled = 0
  let most = 0
  let res: ServerResponse | undefined
  const played = await playTo(function* () {
    for (; ; pulled++) {
      most = Math.max(most, res?.writableLength ?? 0)
      yield frame(0, 'x'.repeat(1_000))
    }
  })
  res = played.res
  const stalled = await settledNumber(() => pulled)
  expect(most).toBeLessThan(64 * 1024)
  expect(played.res.writableNeedDrain).toBe(true)
  played.socket.resume()
  await expect.poll(() => pulled).toBeGreaterThan(stalled + 1_000)
  played.socket.destroy()
  await played.ended
  expect([played.listeners(), played.clock.pending()]).toEqual([0, 0])
})

it('leaves no timer and no listener when the reader leaves during a wait', async () => {
  const played = await playTo(() => [frame(0, 'a'), frame(1_000, 'b')])
  expect([played.listeners(), played.clock.pending()]).toEqual([1, 1])
  played.socket.destroy()
  await played.ended
  expect([played.listeners(), played.clock.pending()]).toEqual([0, 0])
})

it('plans again when the run changes, and goes on after what has left', async () => {
  let end = frame(Number.POSITIVE_INFINITY, 'never')
  const played = await playTo(() => [frame(0, 'a'), frame(10, 'b'), end])
  await played.clock.advance(10)
  end = frame(15, 'c')
  played.change()
  await played.clock.advance(4)
  expect(played.res.writableEnded).toBe(false)
  await played.clock.advance(1)
  await played.ended
  const chunks: unknown[] = []
  for await (const chunk of played.socket) {
    chunks.push(chunk)
    if (String(chunk).endsWith('0\r\n\r\n')) break
  }
  expect(chunks.join('').split('\r\n\r\n').slice(1).join('|')).toBe('1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0|')
})
