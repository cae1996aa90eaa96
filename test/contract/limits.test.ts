import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { whyEnough } from '../../src/contract/patience.ts'
import type { Probe } from '../../src/contract/probe.ts'
import type { Report } from '../../src/contract/report.ts'
import { createTarget } from '../../src/contract/target.ts'
import type { Answer, Transcript } from '../../src/contract/transcript.ts'
import { type VerifyOptions, verify } from '../../src/contract/verify.ts'
import { frame, json, startJobs, type Twist } from './fixtures/jobs-server.ts'
import { KEY, type Options, STREAM, send, serve, spec } from './fixtures/one-answer.ts'

const MEBIBYTE = 1024 * 1024
const JSON_TYPE = { 'content-type': 'application/json' }
const HOUR = 3_600_000
const DEEP = '['.repeat(100_000) + ']'.repeat(100_000)

/** Writes the same bytes for as long as the client takes them. */
function flood(to: ServerResponse | Socket, bytes: Buffer): void {
  to.on('error', () => undefined)
  const write = (): void => {
    while (to.writable && to.write(bytes));
    if (to.writable) to.once('drain', write)
  }
  write()
}

/** Writes a little of the same every 20 ms. */
function drip(to: ServerResponse | Socket, text: string): void {
  const timer = setInterval(() => to.write(text), 20)
  to.on('close', () => clearInterval(timer))
}

it.each([
  { it: 'a stream of events', type: STREAM, text: frame({ event: 'beat' }) },
  { it: 'a stream of keep-alives', type: STREAM, text: ': alive\n\n' },
  { it: 'a frame that never ends', type: STREAM, text: 'data: "' },
  { it: 'JSON that never ends', type: JSON_TYPE, text: ' ' },
])('leaves an answer that takes too long, drip by drip: $it', async ({ type, text }) => {
  const limits = { bytes: MEBIBYTE, frames: 1_000, milliseconds: 150 }
  const { answer } = await send((_, res) => drip(res.writeHead(200, type), text), {}, { timeout: 5_000, limits })
  expect(answer?.end.how).toBe('too-long')
})

it.each([
  { it: 'events', type: STREAM, text: frame({ event: 'beat' }).repeat(1_000) },
  { it: 'a frame that never ends', type: STREAM, text: 'x'.repeat(65_536) },
  { it: 'JSON that never ends', type: JSON_TYPE, text: ' '.repeat(65_536) },
])('leaves a flood of $it, and takes no more than it may', async ({ type, text }) => {
  let written = Promise.resolve(0)
  const limits = { bytes: 2 * MEBIBYTE, frames: 1_000_000, milliseconds: HOUR }
  const { answer } = await send(
    (_, res) => {
      const { socket } = res
      written = new Promise((resolve) => socket?.once('close', () => resolve(socket.bytesWritten)))
      flood(res.writeHead(200, type), Buffer.from(text))
    },
    {},
    { limits },
  )
  expect(answer?.end.how).toBe('too-much')
  expect(answer?.body.bytes).toBeLessThan(3 * MEBIBYTE)
  // What the system holds on the way comes on top.
  expect(await written).toBeLessThan(32 * MEBIBYTE)
})

it('leaves a stream of too many events', async () => {
  const limits = { bytes: MEBIBYTE, frames: 50, milliseconds: HOUR }
  const text = frame({ event: 'beat' }).repeat(100)
  const { answer } = await send((_, res) => res.writeHead(200, STREAM).write(text), {}, { limits })
  expect(answer?.end.how).toBe('too-much')
})

it('counts what a zipped body unfolds to', async () => {
  const limits = { bytes: MEBIBYTE, frames: 1_000, milliseconds: HOUR }
  const bomb = gzipSync(Buffer.alloc(64 * MEBIBYTE))
  const { answer } = await send(
    (_, res) => res.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb),
    {},
    { limits },
  )
  expect(bomb.length).toBeLessThan(MEBIBYTE / 10)
  expect(answer?.end.how).toBe('too-much')
  expect(answer?.body.bytes).toBeLessThan(2 * MEBIBYTE)
})

const OK = 'HTTP/1.1 200 OK\r\n'
const CHUNKED = `${OK}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`

it.each([
  { it: 'says nothing', speak: () => undefined, want: /^no answer within 200 ms$/ },
  { it: 'drips its head', speak: (to: Socket) => to.write(OK) && drip(to, 'x'), want: /^no answer within 200 ms$/ },
  {
    it: 'promises an answer for ever',
    speak: (to: Socket) => drip(to, 'HTTP/1.1 103 Early Hints\r\n\r\n'),
    want: /^no answer within 200 ms$/,
  },
  {
    it: 'never ends its head',
    speak: (to: Socket) => to.write(OK) && flood(to, Buffer.from(`x-a: ${'b'.repeat(1_000)}\r\n`)),
    want: /^the connection broke before an answer/,
  },
  {
    it: 'speaks another language',
    speak: (to: Socket) => to.end('220 mail.test ready\r\n'),
    want: /^the connection broke before an answer/,
  },
  {
    it: 'never ends a chunk size',
    speak: (to: Socket) => to.write(`${CHUNKED}1;`) && flood(to, Buffer.alloc(65_536, 'x')),
    want: /^timed-out$/,
  },
  {
    it: 'never ends its trailers',
    speak: (to: Socket) => to.write(`${CHUNKED}0\r\n`) && flood(to, Buffer.from(`x-a: ${'b'.repeat(1_000)}\r\n`)),
    want: /^(cut|timed-out)$/,
  },
])('leaves a server that $it', async ({ speak, want }) => {
  const { failure, answer } = await sendTo(await serveRaw(speak), { timeout: 200 })
  expect(failure ?? answer?.end.how).toMatch(want)
})

/** Base URL of a server that speaks as it likes, once it was asked. */
async function serveRaw(speak: (socket: Socket) => unknown): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('data', () => speak(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

async function sendTo(url: string, options: Options): Promise<Transcript> {
  const operation = spec.operations.get('startJob')
  if (!operation) throw new Error('no such operation')
  const target = createTarget({ spec, url, key: KEY, timeout: 5_000, now: () => performance.now(), ...options })
  return target.send({ probe: 'test', operation, parts: {} })
}

it('sends the key to no other server, and says where it was sent', async () => {
  const asked: string[] = []
  const other = await serve((req, res) => res.end(asked.push(req.url ?? '').toString()))
  const report = await verifyJobs((req, res) => {
    res.writeHead(307, { location: `${other.url}${req.url}` }).end()
    return true
  })
  expect(asked).toEqual([])
  expect(findingOf(report, 'ping.status')).toMatchObject({
    verdict: 'broken',
    actual: `307 to ${other.url}/v1/ping without a body`,
  })
})

const platform = await loadContract('./test/contract/fixtures/jobs')

async function verifyJobs(twist?: Twist, options: Partial<VerifyOptions> = {}): Promise<Report> {
  const server = await startJobs(KEY, twist)
  onTestFinished(() => server.stop())
  return verify({ platform, url: server.url, key: KEY, timeout: 5_000, ...options })
}

function findingOf({ findings }: Report, id: string) {
  return findings.find((finding) => finding.id === id)
}

/** Why checks are unchecked, each reason once. */
function reasonsOf({ findings }: Report): readonly string[] {
  return [...new Set(findings.flatMap(({ reason }) => reason ?? []))]
}

it.each([
  { it: 'hangs', twist: () => true, options: { timeout: 50 } },
  { it: 'drips', twist: (_, res) => Boolean([drip(res.writeHead(200, STREAM), ': alive\n\n')]) },
  { it: 'floods', twist: (_, res) => Boolean([flood(res.writeHead(200, STREAM), Buffer.alloc(65_536, 'x'))]) },
] satisfies {
  it: string
  twist: Twist
  options?: Partial<VerifyOptions>
}[])('leaves a target that $it after three requests', async ({ twist, options }) => {
  const report = await verifyJobs(twist, { answerTimeout: 100, concurrency: 1, ...options })
  expect(report.requests).toBe(3)
  expect(report.summary).toMatchObject({ kept: expect.any(Number), broken: expect.any(Number) })
  expect(report.summary.broken).toBeGreaterThan(0)
  expect(reasonsOf(report)).toContain(
    '3 requests hung before (startJob, getJob), so this one was not sent. Mend the target, or raise --timeout or --answer-timeout',
  )
})

it('leaves a target that limits the rate, and says so', async () => {
  const report = await verifyJobs((_, res) => {
    res.setHeader('retry-after', '30')
    json(res, 429, { error: 'slow down' })
    return true
  })
  expect(report.requests).toBe(3)
  expect(findingOf(report, 'start-job.status')).toMatchObject({
    verdict: 'broken',
    actual: '429 (rate limit; Retry-After: 30) {"error":"slow down"}',
  })
  expect(reasonsOf(report)).toContain(
    '3 requests were refused by a rate limit (startJob, getJob), so this one was not sent. Raise the limit of the key, or give --concurrency 1',
  )
})

it('reports what a target kept until it died', async () => {
  const jobs = await startJobs(KEY, (req) => {
    if (req.method === 'DELETE') void jobs.stop()
    return req.method === 'DELETE'
  })
  const report = await verify({ platform, url: jobs.url, key: KEY, concurrency: 1 })
  expect(findingOf(report, 'get-job.body')).toMatchObject({ verdict: 'kept' })
  expect(findingOf(report, 'stop-job.status')).toMatchObject({
    verdict: 'broken',
    actual: expect.stringMatching(/^the connection broke before an answer/),
  })
  expect(findingOf(report, 'ping.status')).toMatchObject({
    verdict: 'broken',
    actual: 'no connection any more (ECONNREFUSED)',
  })
  expect(reasonsOf(report).join()).toMatch(/3 requests found no server any more \(.*\), so this one was not sent\./)
})

it.each([
  {
    it: 'breaks each connection',
    verifyIt: () => verifyJobs((req) => Boolean(req.socket.destroy())),
    says: /^Failed to verify http:.*: the connection broke before an answer \(.*\), at each of 3 requests\. Check that --url is that of an HTTP server\.$/,
  },
  {
    it: 'takes its key nowhere',
    verifyIt: () => verifyJobs((_, res) => Boolean(json(res, 401, { error: 'key' }))),
    says: /^Failed to verify http:.*: it takes the key nowhere; POST \/v1\/jobs was answered with 401, .* Check --key\.$/,
  },
  {
    it: 'speaks no TLS',
    verifyIt: async () => {
      const { url } = await serve((_, res) => res.end())
      return verify({ platform, url: url.replace('http', 'https'), key: KEY })
    },
    says: /^Failed to reach https:.*: ERR_SSL\w+\. Check that the server speaks https; if it does not, give --url with http\.$/,
  },
])('stops at a target that $it, in one sentence', async ({ verifyIt, says }) => {
  await expect(verifyIt()).rejects.toThrow(says)
})

it('leaves what is under way at the deadline, and blames the target for nothing', async () => {
  const report = await verifyJobs((req) => req.method === 'GET', { deadline: 200 })
  expect(report.requests).toBe(2)
  expect(report.summary.broken).toBe(0)
  expect(reasonsOf(report)).toEqual(
    expect.arrayContaining([
      'the deadline of 200 ms has passed, so blocking was broken off. Raise --deadline',
      'the deadline of 200 ms has passed, so this one was not sent. Raise --deadline',
    ]),
  )
})

it('ends a probe that polls for ever', async () => {
  const forever: Probe = {
    name: 'forever',
    runs: 1,
    operations: ['getJob'],
    async send(session) {
      for (;;) {
        await session.send('getJob', { path: { job: 'a' } })
        await session.wait(1)
      }
    },
  }
  const contract = { ...platform.contract, journeys: [forever] }
  const report = await verifyJobs((_, res) => Boolean(json(res, 200, { state: 'running' })), {
    platform: { ...platform, contract },
    deadline: 200,
    only: ['get-job.status'],
  })
  expect(report.requests).toBeGreaterThan(1)
  expect(report.findings).toMatchObject([{ verdict: 'kept' }])
})

it('keeps the stream in which an act was broken off', async () => {
  let polls = 0
  // After one poll nothing is answered but the start of what is to be stopped.
  const hangs: Twist = ({ method }, _, body) => (method === 'GET' ? polls++ > 0 : /"hi","stream"/.test(body))
  const report = await verifyJobs(hangs, {
    timeout: 100,
    samples: { slow: { text: 'slow', stream: true } },
  })
  expect(report.exchanges.find(({ probe }) => probe === 'stopped')?.answer).toMatchObject({ end: 'timed-out' })
  expect(findingOf(report, 'stop-job.status')?.reason).toMatch(/so stopped was broken off\./)
})

it.each([
  { it: 'a body', type: JSON_TYPE, text: DEEP, id: 'get-job.body', actual: /^no JSON/ },
  { it: 'an event', type: STREAM, text: `data: ${DEEP}\n\n`, id: 'start-job.stream-framing', actual: /too-complex/ },
])('survives JSON that is nested very deep: $it', async ({ type, text, id, actual }) => {
  const report = await verifyJobs((_, res) => Boolean(res.writeHead(200, type).end(text)))
  expect(findingOf(report, id)).toMatchObject({ verdict: 'broken', actual: expect.stringMatching(actual) })
})

const whole = (bytes: number, frames: number): Pick<Answer, 'body' | 'end'> => ({
  body: { kind: 'stream', bytes, frames: Array.from({ length: frames }), unfinished: undefined },
  end: { how: 'closed', at: 0 },
})

it.each([
  { it: 'few', answers: [whole(MEBIBYTE, 10)], want: undefined },
  { it: 'large ones', answers: Array(5).fill(whole(15 * MEBIBYTE, 1)), want: '78643200 bytes in 5 frames' },
  { it: 'many frames', answers: Array(3).fill(whole(10, 90_000)), want: '30 bytes in 270000 frames' },
])('has enough of answers that hold too much together: $it', ({ answers, want }) => {
  const why = whyEnough(answers.map((answer) => ({ operation: 'startJob', answer, expects: {} }) as Transcript))?.why
  expect(why).toEqual(want === undefined ? undefined : expect.stringContaining(want))
})
