import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import type { MockEvent } from '../../src/mock/server-context.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { ask, PARROT, readText, readUntil, SCENARIOS, startParrot } from './parrot.ts'

/** Writes bytes to the server, and gives all that it answers until it closes. */
function speak(mock: Mock, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(mock.port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
    onTestFinished(() => void socket.destroy())
  })
}

const NOT_HTTP = [
  { it: 'noise', text: 'hello?\r\n\r\n', status: 400 },
  { it: 'a header without a colon', text: 'GET /api/health HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n', status: 400 },
  {
    it: 'two lengths',
    text: 'POST /api/talks HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    status: 400,
  },
  {
    it: 'a broken chunk',
    text: 'POST /api/feathers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer polly\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    status: 400,
  },
  {
    it: 'a head that is too long',
    text: `GET /api/health HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    status: 431,
  },
]
it.each(NOT_HTTP)('answers $it with $status, closes, and lives', async ({ text, status }) => {
  const events: MockEvent[] = []
  const mock = await startParrot({ log: (event) => events.push(event) })
  expect(await speak(mock, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} .*Connection: close`, 's'))
  expect(events).toContainEqual({ kind: 'not-http', reason: expect.stringMatching(/^HPE_/) })
  expect((await fetch(`${mock.url}/health`)).status).toBe(200)
})

it.each([
  '//',
  '/api//',
  '/api/%',
  '/api?',
  '?',
  '*',
  'http://other.example/api/health',
  '/api/health#top',
])('lives through the target %j', async (target) => {
  const mock = await startParrot()
  const answer = await speak(mock, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
  expect(answer).not.toMatch(/Cannot GET|<html/i)
})

it('cuts the connection when broken HTTP comes in the middle of an answer', async () => {
  const mock = await startParrot({ speed: 'instant' })
  const body = JSON.stringify({ text: 'forever', stream: true })
  const head = `POST /api/talks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer polly\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
  const socket = connect(mock.port, '127.0.0.1', () => socket.write(head + body))
  onTestFinished(() => void socket.destroy())
  let text = ''
  for await (const chunk of socket) {
    text += chunk
    if (text.includes('Hello')) socket.write('noise\r\n\r\n')
  }
  expect(text).not.toContain('HTTP/1.1 400')
})

it('tells the platform why JSON is broken', async () => {
  const mock = await startParrot()
  const headers = { authorization: 'Bearer polly', 'content-type': 'application/json' }
  const response = await fetch(`${mock.url}/talks`, { method: 'POST', headers, body: '{"text":' })
  expect([response.status, await response.json()]).toEqual([400, { squawk: 'No words: malformed' }])
})

it.each([
  { it: 'announced', headers: {} },
  { it: 'that turns out to be too long', headers: { 'transfer-encoding': 'chunked' } },
])("refuses a body $it in the platform's words, and keeps the connection", async ({ headers }) => {
  const mock = await startParrot({ bodyLimit: 100 })
  const body = 'x'.repeat(1_000_000)
  const lines = Object.entries({ host: 'x', authorization: 'Bearer polly', 'content-type': 'text/plain', ...headers })
  const head = ['POST /api/feathers HTTP/1.1', ...lines.map((line) => line.join(': '))]
  const chunked = 'transfer-encoding' in headers
  const request = chunked
    ? `${head.join('\r\n')}\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    : `${[...head, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`
  const answer = await speak(mock, `${request}GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*\{"squawk":"More than 100 bytes"\}\n.*HTTP\/1\.1 200 OK/s)
})

it('lets open answers end when it is stopped, and takes no new ones', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', { body: { text: 'hi', stream: true } })
  const stopped = mock.stop({ grace: 60_000 })
  await expect(fetch(`${mock.url}/health`)).rejects.toThrow()
  await clock.advance(5_000)
  expect(await response.text()).toMatch(/silence/)
  await stopped
  expect(mock.requests()).toMatchObject([{ end: 'answered' }])
})

it('cuts what is open after the grace time, frees its timers, and can be stopped again', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', { body: { text: 'leave me', stream: true } })
  const patient = mock.stop({ grace: 60_000 })
  await mock.stop({ grace: 0 })
  await patient
  await expect(response.text()).rejects.toThrow()
  expect(mock.requests()).toMatchObject([{ end: 'cut' }])
  expect([clock.pending(), mock.runs()[0]?.moments().at(-1)?.kind]).toEqual([0, 'node-started'])
  await mock.stop()
})

it('says that a port is in use, and what to do', async () => {
  const { port } = await startParrot()
  const second = startMock({ platforms: PARROT, scenarios: SCENARIOS, port })
  await expect(second).rejects.toMatchObject({
    code: 'port-in-use',
    message: `Failed to listen on 127.0.0.1:${port}: the port is in use. Choose another port, or 0 for any that is free.`,
  })
})

it('reads a slow stream to its end while others are answered', async () => {
  const mock = await startParrot({ speed: 'instant' })
  const reader = readText(await ask(mock, '/talks', { body: { text: 'ask', stream: true } }))
  await readUntil(reader, '\n\n')
  expect((await ask(mock, '/talks')).status).toBe(200)
  await ask(mock, `/talks/${mock.runs()[0]?.id('talk')}`, { method: 'DELETE' })
  expect(await readUntil(reader, '}\n\n')).toContain('hush')
})
