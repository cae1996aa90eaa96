import { expect, it } from 'vitest'
import { type Ask, startWaterflai } from './client.ts'

const BODY = { input_data: { query: 'Good morning' } }
const FLOWS = [
  ['executeChatflow', '/execute_chatflow/', '/execute'],
  ['streamChatflow', '/execute_chatflow/', '/stream_execute'],
  ['executeWorkflow', '/execute_workflow/', '/execute'],
  ['streamWorkflow', '/execute_workflow/', '/stream_execute'],
  ['startExecution', '/v1/executions/', '/async'],
] as const
const NOBODY = '/v1/executions/00000000-0000-4000-8000-000000000000'
const JOBS = [
  ['getExecution', NOBODY, 'GET'],
  ['cancelExecution', NOBODY, 'DELETE'],
  ['streamExecution', `${NOBODY}/stream`, 'GET'],
] as const

const NO_KEY = { status: 401, detail: 'API key is missing or not valid.' }
const NO_FLOW = { status: 404, detail: 'Flow not found or not published.' }
const unprocessable = (detail: string) => ({ status: 422, detail })

// In the order in which the API looks: key, existence, body.
const FLOW_CASES: readonly (Ask & { it: string; flow?: string; want: { status: number; detail: string } })[] = [
  { it: 'no key, whatever else is wrong', key: '', flow: 'nothing', body: '{', want: NO_KEY },
  { it: 'a key that is not valid', key: 'wf_other', body: BODY, want: NO_KEY },
  {
    it: 'a bearer token in its place',
    key: '',
    headers: { authorization: 'Bearer wf_test_key_0001' },
    body: BODY,
    want: NO_KEY,
  },
  { it: 'an unknown flow, before its body', flow: 'nothing', body: '{', want: NO_FLOW },
  { it: 'a simple chatbot', flow: 'bot_answer', body: BODY, want: NO_FLOW },
  { it: 'a body that is no JSON', body: '{"input_data":', want: unprocessable('The body is not valid JSON.') },
  { it: 'no body', method: 'POST', want: unprocessable('The body is not valid JSON.') },
  { it: 'a list', body: [], want: unprocessable('The body must be an object.') },
  { it: 'a list of inputs', body: { input_data: [] }, want: unprocessable('input_data must be an object.') },
  { it: 'inputs that are null', body: { input_data: null }, want: unprocessable('input_data must be an object.') },
  { it: 'no inputs', body: {}, want: unprocessable('input_data.query is required.') },
  { it: 'no query', body: { input_data: { user_id: 'u' } }, want: unprocessable('input_data.query is required.') },
  {
    it: 'a query of neither form',
    body: { input_data: { query: [{ role: 'robot', content: 'Hi' }] } },
    want: unprocessable('input_data.query must be a string or a list of messages.'),
  },
  {
    it: 'no value for an input that the flow requires',
    flow: 'inputs',
    body: BODY,
    want: unprocessable('input_data.topic is required.'),
  },
]

it.each(FLOW_CASES)('refuses $it', async ({ it: _, flow = 'answer', want, ...options }) => {
  const { ask } = await startWaterflai({ key: 'wf_test_key_0001' })
  for (const [operation, start, end] of FLOWS) {
    const { status, json } = await ask(operation, `${start}${flow}${end}`, options)
    expect({ status, json }).toEqual({ status: want.status, json: { detail: want.detail } })
  }
})

it('takes a flow of one kind for unknown where the other is run', async () => {
  const { ask } = await startWaterflai()
  const status = async (operation: string, path: string) => (await ask(operation, path, { body: BODY })).status
  expect(await status('executeChatflow', '/execute_chatflow/cf_answer/execute')).toBe(200)
  expect(await status('executeWorkflow', '/execute_workflow/cf_answer/execute')).toBe(404)
  expect(await status('executeWorkflow', '/execute_workflow/wf_answer/execute')).toBe(200)
  expect(await status('streamChatflow', '/execute_chatflow/wf_answer/stream_execute')).toBe(404)
  expect(await status('startExecution', '/v1/executions/cf_answer/async')).toBe(202)
  expect(await status('startExecution', '/v1/executions/wf_answer/async')).toBe(202)
})

it.each(JOBS)('refuses a call without a key, then an unknown job: %s', async (operation, path, method) => {
  const { ask } = await startWaterflai()
  const bare = await ask(operation, path, { method, key: '' })
  expect([bare.status, bare.text]).toEqual([401, '{"detail":"API key is missing or not valid."}'])
  const unknown = await ask(operation, path, { method })
  expect([unknown.status, unknown.text]).toEqual([404, '{"detail":"Execution not found."}'])
})

const MESSAGES = [{ role: 'user', content: 'Good morning' }]

it.each([
  { it: 'no key', key: '', body: {}, want: NO_KEY },
  { it: 'no JSON', body: '{', want: unprocessable('The body is not valid JSON.') },
  { it: 'a list', body: [], want: unprocessable('The body must be an object.') },
  { it: 'no model', body: { messages: MESSAGES }, want: unprocessable('model is required.') },
  { it: 'a number as model', body: { model: 4 }, want: unprocessable('model must be a string.') },
  { it: 'an unknown chatbot', body: { model: 'nothing' }, want: { status: 404, detail: 'Chatbot not found.' } },
  { it: 'a chatflow', body: { model: 'cf_answer' }, want: { status: 404, detail: 'Chatbot not found.' } },
  { it: 'no messages', body: { model: 'answer' }, want: unprocessable('messages is required.') },
  {
    it: 'a text for messages',
    body: { model: 'answer', messages: 'Hi' },
    want: unprocessable('messages must be a list of messages.'),
  },
  {
    it: 'a word for stream',
    body: { model: 'answer', messages: MESSAGES, stream: 'yes' },
    want: unprocessable('stream must be a boolean.'),
  },
  {
    it: 'what the model cannot answer',
    body: { model: 'node-failure', messages: MESSAGES },
    want: { status: 499, detail: 'Inference failed: Request failed with status code 503.' },
  },
])('refuses a chat completion for $it', async ({ it: _, want, ...options }) => {
  const { ask } = await startWaterflai()
  const { status, json } = await ask('createChatCompletion', '/v1/chat/completions', options)
  expect({ status, json }).toEqual({ status: want.status, json: { detail: want.detail } })
})

it.each([
  { it: 'an unknown path', path: '/v2/executions', status: 404, detail: 'Not Found' },
  { it: 'another method', path: '/execute_chatflow/answer/execute', status: 405, detail: 'Method Not Allowed' },
])('says so of $it', async ({ path, status, detail }) => {
  const { send } = await startWaterflai()
  const response = await send(path)
  expect([response.status, await response.text()]).toEqual([status, JSON.stringify({ detail })])
})

it('refuses a body that is too large', async () => {
  const { ask } = await startWaterflai({ bodyLimit: 10 })
  const { status, json } = await ask('executeChatflow', '/execute_chatflow/answer/execute', { body: BODY })
  expect([status, json]).toEqual([413, { detail: 'The body is too large.' }])
})
