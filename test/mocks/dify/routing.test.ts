import { afterAll, expect, it } from 'vitest'
import { startDify } from './client.ts'

const KEY = 'app-flowproof'
const { ask, send } = await startDify({}, afterAll)
const strict = await startDify({ key: KEY, bodyLimit: 1_000 }, afterAll)

const UUID = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'
const RUN = { inputs: {}, user: 'user-42' }

const invalid = (message: string) => ({ code: 'invalid_param', message, status: 400 })
const notFound = (message: string) => ({ code: 'not_found', message, status: 404 })
const fault = { message: 'Internal Server Error', code: 'unknown', status: 500 }
const NO_USER = 'Arg user must be provided.'

const IDS = [
  { operation: 'getWorkflowRun', path: '/workflows/run/17', body: fault },
  { operation: 'getWorkflowRun', path: `/workflows/run/${UUID}`, body: notFound('Workflow run not found.') },
  { operation: 'streamWorkflowEvents', path: '/workflow/17/events', body: invalid(NO_USER) },
  { operation: 'streamWorkflowEvents', path: '/workflow/17/events?user=', body: invalid(NO_USER) },
  { operation: 'streamWorkflowEvents', path: '/workflow/17/events?user=u', body: fault },
  {
    operation: 'streamWorkflowEvents',
    path: `/workflow/${UUID}/events?user=u`,
    body: notFound('Workflow run not found'),
  },
  { operation: 'getHumanInputForm', path: '/form/human_input/17', body: notFound('Form not found') },
  {
    operation: 'getEndUser',
    path: `/end-users/${UUID}`,
    body: { ...notFound('End user not found.'), code: 'end_user_not_found' },
  },
  {
    operation: 'previewFile',
    path: `/files/${UUID}/preview`,
    body: { ...notFound('File not found in message context'), code: 'file_not_found' },
  },
]
it.each(IDS)('answers $path with $body.code', async ({ operation, path, body }) => {
  const answer = await ask(operation, path)
  expect([answer.status, answer.json]).toEqual([body.status, body])
})

const NOWHERE = ['/nowhere', '/workflows', '/workflows/run/', '/files/17/preview', '/end-users/user-42']
it.each(NOWHERE)('answers the path %s with a page, with or without a key', async (path) => {
  for (const key of ['', KEY]) {
    const answer = await send(path, { key })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await answer.text()).toMatch(/^<!doctype html>\n<html lang=en>\n<title>404 Not Found<\/title>/)
    expect(answer.headers.get('x-version')).toBe('1.16.0')
  }
})

it('names the methods that a path has', async () => {
  const answer = await send('/workflows/run', { method: 'DELETE', key: '' })
  const message = 'The method is not allowed for the requested URL.'
  expect(await answer.json()).toEqual({ code: 'method_not_allowed', message, status: 405 })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'OPTIONS, POST'])
})

it('answers a body that is too large with the page of the proxy', async () => {
  const answer = await strict.ask('runWorkflow', '/workflows/run', {
    body: { ...RUN, inputs: { x: 'x'.repeat(1_000) } },
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html'])
  expect(answer.text).toContain('<center><h1>413 Request Entity Too Large</h1></center>')
})

it('asks for the key before it minds the size', async () => {
  const answer = await strict.send('/workflows/run', { key: 'app-other', body: { x: 'x'.repeat(2_000) } })
  expect(answer.status).toBe(401)
})

it('greets without a key, on a path with a slash', async () => {
  const answer = await ask('getWelcome', '/', { key: '' })
  expect(answer.json).toEqual({ welcome: 'Dify OpenAPI', api_version: 'v1', server_version: '1.16.0' })
})

const EXPOSED = 'X-Version, X-Env, X-Trace-Id'
const ORIGINS = [
  { it: 'any origin', headers: {}, want: ['*', null, EXPOSED, null] },
  {
    it: 'the origin that asks',
    headers: { origin: 'https://app.test' },
    want: ['https://app.test', 'Origin', EXPOSED, null],
  },
]
it.each(ORIGINS)('lets $it read answers and refusals', async ({ headers, want }) => {
  for (const path of ['/info', '/nowhere', `/workflows/run/${UUID}`]) {
    const answer = await send(path, { headers })
    const names = [
      'access-control-allow-origin',
      'vary',
      'access-control-expose-headers',
      'access-control-allow-methods',
    ]
    expect(names.map((name) => answer.headers.get(name))).toEqual(want)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  }
})

it('answers a preflight without a key', async () => {
  const headers = { origin: 'https://app.test', 'access-control-request-method': 'POST' }
  const answer = await send('/workflows/run', { method: 'OPTIONS', key: '', headers })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.test')
  const list = (name: string) => answer.headers.get(name)?.split(', ').sort()
  expect(list('access-control-allow-methods')).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT'])
  const allowed = ['Authorization', 'Content-Type', 'X-App-Code', 'X-App-Passport']
  expect(list('access-control-allow-headers')).toEqual(allowed)
})
