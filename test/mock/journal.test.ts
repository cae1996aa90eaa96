import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import { createJournal, type RequestRecord } from '../../src/mock/journal.ts'
import type { MockEvent } from '../../src/mock/server-context.ts'
import { ask, startParrot } from './parrot.ts'

const SECRET = 'sk-very-secret-0123456789'

it('remembers what was asked, answered and streamed', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', { body: { text: 'hi', stream: true } })
  expect(mock.requests()).toMatchObject([{ status: 200, end: 'open', took: undefined }])
  await clock.advance(2_000)
  await response.text()
  expect(mock.requests()).toEqual([
    {
      number: 1,
      at: Date.UTC(2026, 0, 1),
      method: 'POST',
      path: '/api/talks',
      platform: 'parrot',
      operation: 'talk',
      status: 200,
      scenario: 'words',
      run: 1,
      events: { word: 3, silence: 1 },
      took: expect.any(Number),
      violations: [],
      end: 'answered',
      crash: undefined,
    },
  ])
})

it('remembers requests that no platform serves', async () => {
  const mock = await startParrot()
  await fetch(`http://127.0.0.1:${mock.port}/other?x=1`)
  expect(mock.requests()).toMatchObject([{ path: '/other?x=1', platform: undefined, status: 404, end: 'answered' }])
})

const VIOLATIONS = [
  {
    it: 'a wrong body',
    path: '/talks',
    body: { text: 1, stream: 'yes' },
    want: ['/body/text must be string, got 1', '/body/stream must be boolean, got "yes"'],
  },
  { it: 'a missing body', path: '/talks', method: 'POST', want: ['/body is required, and missing'] },
  { it: 'a wrong parameter', path: '/talks?limit=many', want: ['/query/limit must be integer, got "many"'] },
  { it: 'an unknown path', path: '/talk', want: ['/path is no path of the spec; the nearest is /talks'] },
  {
    it: 'an unknown method',
    path: '/health',
    method: 'POST',
    want: ['/method POST is not an operation of the path, which has GET, HEAD, OPTIONS'],
  },
]
it.each(VIOLATIONS)('names the line of the spec that objects to $it', async ({ path, want, ...call }) => {
  const mock = await startParrot({ speed: 'instant' })
  await ask(mock, path, call)
  const violations = mock.requests().flatMap((request) => request.violations)
  expect(violations.map(({ at, message }) => `${at} ${message}`)).toEqual(want)
  for (const { where } of violations) {
    expect([basename(where.file), where.line]).toEqual(['openapi.yaml', expect.any(Number)])
  }
})

it('objects to JSON that cannot be read', async () => {
  const mock = await startParrot()
  const headers = { authorization: 'Bearer polly', 'content-type': 'application/json' }
  await fetch(`${mock.url}/talks`, { method: 'POST', headers, body: '{' })
  expect(mock.requests()).toMatchObject([
    { violations: [{ at: '/body', message: expect.stringMatching(/^cannot be read: /) }] },
  ])
})

it('notes what is legal and not in the spec', async () => {
  const mock = await startParrot()
  await ask(mock, '/talks?colour=green')
  expect(mock.requests()).toMatchObject([{ violations: [{ at: '/query/colour', note: true }] }])
})

it('never holds or tells a key, wherever the client puts it', async () => {
  const events: MockEvent[] = []
  const mock = await startParrot({ log: (event) => events.push(event), speed: 'instant' })
  const calls = [
    ask(mock, '/talks', { key: SECRET, body: { text: SECRET, stream: SECRET } }),
    ask(mock, `/nowhere/${SECRET}?api_key=${SECRET}&plain=${SECRET}`, { key: SECRET }),
    ask(mock, '/fall', { key: SECRET }),
    fetch(`${mock.url}/fall?token=${SECRET}`, { headers: { 'x-api-key': SECRET } }),
    fetch(`http://127.0.0.1:${mock.port}/other?access_token=${SECRET}`),
    ask(mock, `/talks/${SECRET}`, { method: 'POST', key: SECRET }),
  ]
  await Promise.all(calls)
  await expect.poll(() => events.filter(({ kind }) => kind === 'request').length).toBe(calls.length)
  expect(mock.requests().some(({ violations }) => violations.length > 0)).toBe(true)
  expect(JSON.stringify([mock.requests(), events])).not.toContain(SECRET)
})

it('never holds the key that the mock was started with', async () => {
  const mock = await startParrot({ key: SECRET })
  await fetch(`${mock.url}/nowhere/${SECRET}`)
  expect(mock.requests()[0]?.path).toBe('/api/nowhere/***')
})

it('tells of each request once, when it has ended', async () => {
  const told: RequestRecord[] = []
  const mock = await startParrot({
    speed: 'instant',
    log: (event) => event.kind === 'request' && told.push(event.request),
  })
  await ask(mock, '/talks', { body: { text: 'hi' } })
  await expect.poll(() => told).toMatchObject([{ end: 'answered', status: 200, scenario: 'words' }])
})

it('keeps the newest', () => {
  const journal = createJournal(2)
  for (const path of ['/a', '/b', '/c']) journal.open({ at: 0, method: 'GET', path, platform: undefined })
  expect(journal.list()).toMatchObject([
    { number: 2, path: '/b' },
    { number: 3, path: '/c' },
  ])
})
