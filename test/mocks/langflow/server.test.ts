import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { type Ask, flowId, startLangflow } from './client.ts'

const RUN = '/api/v1/run/answer'
const BUILD = `/api/v1/build/${flowId('answer')}/flow`

it('says that it is well, and which version it is', async () => {
  const { ask } = await startLangflow({ key: 'sk-right' })
  const tell = async (operation: string, url: string) => (await ask(operation, url, { key: '' })).text
  expect(await tell('getHealth', '/health')).toBe('{"status":"ok"}')
  expect(await tell('checkHealth', '/health_check')).toBe('{"status":"ok","chat":"ok","db":"ok"}')
  expect(await tell('getVersion', '/api/v1/version')).toBe(
    '{"version":"1.8.4","main_version":"1.8.4","package":"Langflow"}',
  )
})

it('splits a query at its commas and takes the last part', async () => {
  const { ask } = await startLangflow()
  const typeOf = async (stream: string) =>
    (await ask('runFlow', `/api/v1/run/answer?stream=${stream}`, { body: {} })).headers.get('content-type')
  expect(await typeOf('true,OFF')).toBe('application/json')
  expect(await typeOf('no,Yes')).toBe('text/event-stream; charset=utf-8')
})

it('sends plain answers as compact UTF-8', async () => {
  const { run } = await startLangflow()
  const { text } = await run('documents-and-tool')
  expect(text).toContain('€89.90')
  expect(text.startsWith('{"session_id":"chat-1","outputs":[{"inputs":{"input_value":"Good morning"}')).toBe(true)
})

it('welcomes every origin, with credentials', async () => {
  const { send } = await startLangflow()
  const cors = async (method: string, headers: Record<string, string>) => {
    const response = await send('/api/v1/run/answer', { method, headers })
    return Object.fromEntries([...response.headers].filter(([name]) => /^(access-control|vary)/.test(name)))
  }
  const origin = 'https://app.example.com'
  expect(await cors('POST', {})).toEqual({})
  expect(await cors('POST', { origin })).toEqual({
    'access-control-allow-origin': '*',
    'access-control-allow-credentials': 'true',
  })
  expect(await cors('POST', { origin, cookie: 'a=b' })).toMatchObject({
    'access-control-allow-origin': origin,
    vary: 'Origin',
  })
  expect(await cors('OPTIONS', { origin, 'access-control-request-headers': 'x-api-key' })).toEqual({
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'x-api-key',
    'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
    'access-control-allow-origin': origin,
    'access-control-max-age': '600',
    vary: 'Origin',
  })
})

it('offers samples that work when pasted', async () => {
  const { mock } = await startLangflow()
  const samples = mock.platforms[0]?.samples ?? []
  const outputs = await Promise.all(
    samples.map(async ({ curl }) => (await promisify(execFile)('bash', ['-c', curl], { maxBuffer: 1e7 })).stdout),
  )
  expect(outputs).toEqual([
    expect.stringMatching(/^\{"session_id":/),
    expect.stringMatching(/^\{"event": "add_message".*\n\n$/s),
    expect.stringMatching(/^\{"flow_id":.*"status":"completed"/),
  ])
})

it('knows no other path, and hands other methods to the files of its editor', async () => {
  const { send } = await startLangflow()
  const tell = async (url: string, method: string) => {
    const response = await send(url, { method })
    return [response.status, await response.text()]
  }
  expect(await tell('/api/v1/nowhere', 'GET')).toEqual([404, '{"detail":"Not Found"}'])
  expect(await tell('/api/v1/nowhere', 'POST')).toEqual([405, '{"detail":"Method Not Allowed"}'])
  expect(await tell(RUN, 'GET')).toEqual([404, '{"detail":"Not Found"}'])
  expect(await tell('/health', 'POST')).toEqual([405, '{"detail":"Method Not Allowed"}'])
})

it('takes keys and tokens wherever they belong', async () => {
  const { ask } = await startLangflow({ key: 'sk-right', speed: 'instant' })
  const key = ''
  const ways: readonly [string, Ask][] = [
    [`${RUN}?x-api-key=sk-right`, { key, body: {} }],
    [`${RUN}?x-api-key=sk-right`, { key: 'sk-wrong', body: {} }],
    [RUN, { key: 'sk-right', body: {} }],
  ]
  for (const [url, options] of ways) expect((await ask('runFlow', url, options)).status).toBe(200)
  for (const headers of [{ authorization: 'Bearer sk-right' }, { cookie: 'a=b; access_token_lf=sk-right' }]) {
    expect((await ask('buildFlow', BUILD, { key, headers, body: {} })).status).toBe(200)
  }
})
