import { expect, it } from 'vitest'
import { SAMPLE_KEY, startFlowise, UNKNOWN_ID } from './client.ts'
import { CASES, LOCKED, UNKNOWN, WRONG_SITE } from './refusal-cases.ts'

const question = 'Hello'

it.each(CASES)('refuses as documented: $it', async ({ flow, ask: options, documented: [status, error] }) => {
  const { ask } = await startFlowise()
  const { json, ...answer } = await ask('createPrediction', `/prediction/${flow}`, options)
  expect({ status: answer.status, json }).toEqual({ status, json: { error } })
})

it.each(CASES)('answers as 3.1.4 does: $it', async ({ flow, ask: options, observed }) => {
  const { send } = await startFlowise({ as: 'flowise@3.1.4' })
  const response = await send(`/prediction/${flow}`, options)
  if (observed === 200) return expect(response.status).toBe(200)
  const [statusCode, message] = observed
  const json = (await response.json()) as { message: string }
  expect({ ...json, message: json.message.slice(0, message.length) }).toEqual({
    statusCode,
    success: false,
    message,
    stack: {},
  })
  expect(response.status).toBe(statusCode)
})

it('refuses before it streams, as documented', async () => {
  const { ask } = await startFlowise()
  const body = { question, streaming: true }
  const locked = await ask('createPrediction', '/prediction/locked-answer', { body })
  expect([locked.status, locked.json]).toEqual([401, { error: LOCKED }])
  const unknown = await ask('createPrediction', `/prediction/${UNKNOWN_ID}`, { body })
  expect([unknown.status, unknown.json]).toEqual([404, { error: UNKNOWN }])
  const site = { body, headers: { origin: 'https://other.example.com' } }
  const other = await ask('createPrediction', '/prediction/one-site-answer', site)
  expect([other.status, other.headers.get('content-type'), other.text]).toEqual([
    403,
    'text/html; charset=utf-8',
    WRONG_SITE,
  ])
})

it.each([UNKNOWN_ID, 'no-such-flow'])('says nothing at all where 3.1.4 hangs: %s', async (flow) => {
  const { mock, send } = await startFlowise({ as: 'flowise@3.1.4' })
  const leaving = new AbortController()
  const body = { question, streaming: true }
  const answer = send(`/prediction/${flow}`, { body, signal: leaving.signal }).then(
    () => 'answered',
    () => 'left',
  )
  while (mock.requests().length === 0) await new Promise(setImmediate)
  leaving.abort()
  expect(await answer).toBe('left')
  while (mock.requests()[0]?.end === 'open') await new Promise(setImmediate)
  expect(mock.requests()[0]).toMatchObject({ end: 'left', status: undefined })
})

it('opens flows that are bound to a key to that key, and others to everyone', async () => {
  const { predict } = await startFlowise()
  expect((await predict('locked-answer', { question }, { key: SAMPLE_KEY })).status).toBe(200)
  expect((await predict('answer', { question }, { key: 'whatever' })).status).toBe(200)
})

it('binds all flows to the key that the mock was started with', async () => {
  const { predict } = await startFlowise({ key: 'secret' })
  const statuses = ['secret', 'wrong', ''].map(async (key) => (await predict('answer', { question }, { key })).status)
  expect(await Promise.all(statuses)).toEqual([200, 401, 401])
  const bare = { headers: { authorization: 'secret' } }
  expect((await predict('answer', { question }, bare)).status).toBe(200)
})

it('counts the requests to a flow with a limit', async () => {
  const { predict } = await startFlowise()
  const answers = []
  for (let count = 0; count < 4; count += 1) answers.push(await predict('limited-chatflow-answer', { question }))
  expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
    [200, '2'],
    [200, '1'],
    [200, '0'],
    [429, '0'],
  ])
  const last = answers.at(-1)
  expect(last?.text).toBe('Too many requests, please try again later.')
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(50)
})

it.each([
  ['POST', '/prediction/', 412, 'Error: predictionsController.createPrediction - id not provided!'],
  [
    'GET',
    '/chatflows-streaming/',
    412,
    'Error: chatflowsController.checkIfChatflowIsValidForStreaming - id not provided!',
  ],
])('misses the id at the end of a path: %s %s', async (method, path, status, message) => {
  const { send } = await startFlowise()
  const response = await send(path, { method })
  expect([response.status, await response.json()]).toEqual([
    status,
    { statusCode: 412, success: false, message, stack: {} },
  ])
})

it.each([
  ['POST', '/prediction', 401],
  ['GET', '/nothing/here', 401],
  ['POST', '/executions', 401],
])('ends at the gate: %s %s', async (method, path, status) => {
  const { send } = await startFlowise()
  const response = await send(path, { method })
  expect([response.status, await response.json()]).toEqual([status, { error: 'Unauthorized Access' }])
})

it('answers a public path with its own page when the method is another', async () => {
  const { send } = await startFlowise()
  const response = await send('/prediction/answer')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})

it('refuses a body over the limit', async () => {
  const { predict } = await startFlowise({ bodyLimit: 100 })
  const { status, json } = await predict('answer', { question: 'x'.repeat(200) })
  const error = 'Request payload too large. Please reduce file sizes or split large requests.'
  expect([status, json]).toEqual([413, { error }])
})

it('lets pages of any origin in, but of none that is null', async () => {
  const { send } = await startFlowise()
  const allowed = async (flow: string, origin: string) => {
    const response = await send(`/chatflows-streaming/${flow}`, { headers: { origin } })
    return response.headers.get('access-control-allow-origin')
  }
  expect(await allowed('answer', 'https://museum.example.com')).toBe('https://museum.example.com')
  expect(await allowed('answer', 'null')).toBe(null)
  expect(await allowed('one-site-answer', 'https://museum.example.com')).toBe(null)
  expect(await allowed('one-site-answer', 'https://shop.example.com')).toBe('https://shop.example.com')
})
