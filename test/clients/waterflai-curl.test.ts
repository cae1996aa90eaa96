import { expect, it } from 'vitest'
import { readPointer } from '../../src/spec/pointer.ts'
import { curl, dataIn, jsonIn, namesOf } from './run-curl.ts'
import { ANSWER, objections, type Served, serve } from './serve.ts'

const BODY = '{"input_data":{"query":"Why are the tides?","user_id":"user-123"}}'

// Paths, headers and body are those of the examples on https://docs.waterflai.ai/api-reference, written as one passes them to curl.
const ask = ({ url, key }: Served, method: string, path: string) =>
  curl('-L', '--request', method, '--url', `${url}${path}`, '--header', `X-API-Key: ${key}`)

const post = ({ url, key }: Served, path: string, body = BODY) =>
  curl(
    ...['-L', '--request', 'POST', '--url', `${url}${path}`, '--header', `X-API-Key: ${key}`],
    ...['--header', 'Content-Type: application/json', '--data', body],
  )

it('executes a chatflow', async () => {
  const served = await serve('waterflai')
  const answer = await post(served, '/execute_chatflow/answer/execute')
  expect([answer.status, jsonIn(answer)]).toMatchObject([
    200,
    { object: 'chat.completion', model: 'answer', choices: [{ message: { content: ANSWER }, finish_reason: 'stop' }] },
  ])
  expect(objections(served)).toEqual([])
})

it('executes a workflow', async () => {
  const served = await serve('waterflai')
  const answer = await post(served, '/execute_workflow/answer/execute')
  expect([answer.status, jsonIn(answer)]).toMatchObject([200, { status: 'COMPLETED' }])
  expect(answer.body).toContain(ANSWER)
  expect(objections(served)).toEqual([])
})

it.each(['chatflow', 'workflow'])('executes a %s as a stream', async (kind) => {
  const served = await serve('waterflai')
  const answer = await post(served, `/execute_${kind}/answer/stream_execute`)
  expect([answer.status, answer.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
  const events = dataIn(answer)
  expect(namesOf(events, 'type').at(0)).toBe('execution_started')
  expect(new Set(namesOf(events, 'type'))).toEqual(
    new Set(['execution_started', 'node_started', 'node_completed', 'progress_update', 'execution_completed']),
  )
  expect(events.at(-1)).toMatchObject({ type: 'execution_completed' })
  expect(JSON.stringify(events.at(-1))).toContain(ANSWER)
  expect(objections(served)).toEqual([])
})

it('starts a job, follows it and asks how it ended', async () => {
  const served = await serve('waterflai')
  const started = await post(served, '/v1/executions/answer/async')
  const job = readPointer(jsonIn(started), '/execution_id')
  expect([started.status, jsonIn(started)]).toMatchObject([202, { status_url: `${served.url}/v1/executions/${job}` }])
  const followed = await ask(served, 'GET', `/v1/executions/${job}/stream`)
  expect(dataIn(followed).at(-1)).toMatchObject({ type: 'execution_completed' })
  const status = await ask(served, 'GET', `/v1/executions/${job}`)
  expect([status.status, jsonIn(status)]).toMatchObject([
    200,
    { execution_id: job, status: 'COMPLETED', progress: 100, error_message: null },
  ])
  expect(objections(served)).toEqual([])
})

it('cancels a job', async () => {
  const served = await serve('waterflai', { speed: 1 })
  const job = readPointer(jsonIn(await post(served, '/v1/executions/answer/async')), '/execution_id')
  const cancelled = await ask(served, 'DELETE', `/v1/executions/${job}`)
  expect([cancelled.status, jsonIn(cancelled)]).toMatchObject([200, { execution_id: job, cancelled: true }])
  expect(jsonIn(await ask(served, 'GET', `/v1/executions/${job}`))).toMatchObject({ status: 'CANCELLED' })
  expect(objections(served)).toEqual([])
})

it('talks to a simple chatbot', async () => {
  const served = await serve('waterflai')
  const body = JSON.stringify({ model: 'bot_answer', messages: [{ role: 'user', content: 'Why are the tides?' }] })
  const answer = await post(served, '/v1/chat/completions', body)
  expect([answer.status, jsonIn(answer)]).toMatchObject([
    200,
    { model: 'bot_answer', choices: [{ message: { role: 'assistant', content: ANSWER } }] },
  ])
  expect(objections(served)).toEqual([])
})

it('refuses a wrong key', async () => {
  const served = await serve('waterflai')
  const answer = await post({ ...served, key: 'another' }, '/execute_chatflow/answer/execute')
  expect([answer.status, jsonIn(answer)]).toEqual([401, { detail: 'API key is missing or not valid.' }])
})
