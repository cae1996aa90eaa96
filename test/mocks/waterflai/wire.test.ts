import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { ChatCompletionResponse } from '../../../src/generated/waterflai.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { uuidOf } from '../../../src/run/uuid.ts'
import { startWaterflai } from './client.ts'
import { advanceUntil, listen } from './listen.ts'

const ask = (query: unknown) => ({ body: { input_data: { query } } })
const contentOf = ({ json }: { json: unknown }) => (json as ChatCompletionResponse).choices[0]?.message.content

it('writes the stream of a flow byte for byte', async () => {
  const clock = createHeldClock()
  const { send, accept } = await startWaterflai({ clock, speed: 1 })
  const path = '/execute_workflow/empty-answer/stream_execute'
  const response = await send(path, ask('Is it 5 °C?'))
  const answer = await advanceUntil(clock, accept('streamWorkflow', response))
  expect(answer.text).toMatchInlineSnapshot(`
    "data: {"type": "execution_started", "timestamp": "2026-01-01T00:00:00.000Z"}

    data: {"type": "node_started", "timestamp": "2026-01-01T00:00:00.005Z", "node_id": "input_1", "node_name": "Start"}

    data: {"type": "node_completed", "timestamp": "2026-01-01T00:00:00.009Z", "node_id": "input_1", "node_name": "Start", "output": {"user_message": "Is it 5 \\u00b0C?", "message_history": []}}

    data: {"type": "progress_update", "progress": 33.333333333333336}

    data: {"type": "node_started", "timestamp": "2026-01-01T00:00:00.011Z", "node_id": "llm_model_1", "node_name": "Writer"}

    data: {"type": "node_completed", "timestamp": "2026-01-01T00:00:00.351Z", "node_id": "llm_model_1", "node_name": "Writer", "output": {"response": ""}}

    data: {"type": "progress_update", "progress": 66.66666666666667}

    data: {"type": "node_started", "timestamp": "2026-01-01T00:00:00.356Z", "node_id": "output_1", "node_name": "End"}

    data: {"type": "node_completed", "timestamp": "2026-01-01T00:00:00.361Z", "node_id": "output_1", "node_name": "End", "output": {"response": ""}}

    data: {"type": "progress_update", "progress": 100.0}

    data: {"type": "execution_completed", "timestamp": "2026-01-01T00:00:00.365Z", "final_output": {"response": ""}}

    "
  `)
})

it('writes the pieces of a chat completion byte for byte', async () => {
  const clock = createHeldClock()
  const scenarios = new URL('scenarios', import.meta.url).pathname
  const { send, accept } = await startWaterflai({ clock, speed: 1, scenarios })
  const body = { model: 'queued', messages: [{ role: 'user', content: 'Hi' }], stream: true }
  const response = await send('/v1/chat/completions', { body })
  const answer = await advanceUntil(clock, accept('createChatCompletion', response))
  expect(answer.text).toMatchInlineSnapshot(`
    "data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": "Thank"}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": " you"}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": " for"}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": " waitin"}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": "g"}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {"content": "."}, "finish_reason": null}]}

    data: {"id": "chatcmpl-5c50c60aef844c73b4506499", "object": "chat.completion.chunk", "created": 1767225600, "model": "queued", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

    "
  `)
})

it('puts the known headers on its answers and no others', async () => {
  const { send, start } = await startWaterflai()
  const job = await start('answer')
  const headersOf = async (response: Promise<Response>) => {
    const { headers } = await response
    return [...headers.keys()].filter(
      (name) => !['date', 'content-length', 'keep-alive', 'transfer-encoding'].includes(name),
    )
  }
  expect(await headersOf(send('/v1/executions/answer/async', ask('Hi')))).toEqual(['connection', 'content-type'])
  const stream = await send(job.stream_url)
  expect(Object.fromEntries(stream.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  })
  const status = await send(job.status_url)
  expect(status.headers.get('content-type')).toBe('application/json')
})

it('lets a page of any origin call it', async () => {
  const { send } = await startWaterflai()
  const headers = { origin: 'https://app.test', 'access-control-request-headers': 'x-api-key' }
  const path = '/execute_chatflow/answer/execute'
  const preflight = await send(path, { method: 'OPTIONS', key: '', headers })
  expect(preflight.status).toBe(200)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('Content-Type, X-API-Key')
  const answer = await send(path, { ...ask('Hi'), headers: { origin: 'https://app.test' } })
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.test')
})

it('makes the addresses of a job from the host that was called', async () => {
  const { mock, send } = await startWaterflai()
  const called = mock.url.replace('127.0.0.1', 'localhost')
  const job = (await (await send(`${called}/v1/executions/answer/async`, ask('Hi'))).json()) as Record<string, string>
  const url = `${called}/v1/executions/${job.execution_id}`
  expect(job).toEqual({
    execution_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    status_url: url,
    stream_url: `${url}/stream`,
    cancel_url: url,
  })
})

it('knows a flow by name and by UUID, and tells the id that was used', async () => {
  const { ask: call } = await startWaterflai()
  for (const id of ['unicode', uuidOf('scenario:unicode'), 'cf_unicode']) {
    const answer = await call('executeChatflow', `/execute_chatflow/${id}/execute`, ask('Hi'))
    expect(answer.json).toMatchObject({ model: id })
    expect(contentOf(answer)).toContain('𠮷野家')
  }
})

it.each([
  { it: 'a message', query: 'fallback, please', want: 'The live exchange rate' },
  {
    it: 'the last message of a conversation',
    query: [
      { role: 'user', content: 'unicode' },
      { role: 'assistant', content: 'empty' },
      { role: 'user', content: [{ type: 'text', text: 'my fallback' }] },
    ],
    want: 'The live exchange rate',
  },
  { it: 'nothing', query: 'Good morning', want: 'Tides rise' },
])('lets $it choose where the default flow is run', async ({ query, want }) => {
  const { ask: call } = await startWaterflai()
  expect(contentOf(await call('executeChatflow', '/execute_chatflow/answer/execute', ask(query)))).toContain(want)
  const other = await call('executeChatflow', '/execute_chatflow/loop/execute', ask(query))
  expect(contentOf(other)).toContain('Draft after 2 corrections')
})

it('gives the Input node the question, and what was said before', async () => {
  const { ask: call } = await startWaterflai()
  const query = [
    { role: 'user', content: 'Which tariffs are there?' },
    { role: 'assistant', content: 'Starter and Business.' },
    { role: 'user', content: 'Which is cheaper?' },
  ]
  const { events } = await call('streamChatflow', '/execute_chatflow/answer/stream_execute', ask(query))
  expect(events[2]).toMatchObject({
    node_id: 'input_1',
    output: { user_message: 'Which is cheaper?', message_history: query.slice(0, 2) },
  })
})

it('stops a run at once when its caller has left, since nobody else can hear of it', async () => {
  const clock = createHeldClock()
  const { mock, send } = await startWaterflai({ clock, speed: 1 })
  const leaving = new AbortController()
  const response = await send('/execute_chatflow/slow/stream_execute', { ...ask('Hi'), signal: leaving.signal })
  const gone = listen(response).closed.catch(() => 'gone')
  leaving.abort()
  expect(await gone).toBe('gone')
  while (mock.requests()[0]?.end !== 'left') await new Promise(setImmediate)
  await clock.advance(1)
  expect(mock.runs()[0]?.over()).toBe(true)
})

it('gives three commands that work when pasted', async () => {
  const { mock } = await startWaterflai({ key: 'wf_secret' })
  const [blocking, streaming, polling] = await Promise.all(
    (mock.platforms[0]?.samples ?? []).map(({ curl }) => promisify(execFile)('sh', ['-c', curl])),
  )
  expect(blocking?.stdout).toMatch(/^\{"id":"chatcmpl-.*"content":"Tides rise /)
  expect(streaming?.stdout).toMatch(/^data: \{"type": "execution_started".*"type": "execution_completed".*\n\n$/s)
  expect(polling?.stdout).toMatch(/^\{"execution_id":.*"status":"COMPLETED","progress":100/)
})
