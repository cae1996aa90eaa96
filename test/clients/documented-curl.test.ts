import { expect, it } from 'vitest'
import { curl, dataIn, jsonIn, namesOf } from './run-curl.ts'
import { ANSWER, objections, serve } from './serve.ts'

it('runs a workflow of Dify', async () => {
  const served = await serve('dify')
  const answer = await curl(
    ...['-X', 'POST', `${served.url}/workflows/run`, '--header', `Authorization: Bearer ${served.key}`],
    ...['--header', 'Content-Type: application/json'],
    ...['--data-raw', '{ "inputs": {}, "response_mode": "streaming", "user": "abc-123" }'],
  )
  expect([answer.status, answer.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
  const events = dataIn(answer)
  expect(namesOf(events, 'event').at(0)).toBe('workflow_started')
  expect(events.at(-1)).toMatchObject({ event: 'workflow_finished', data: { outputs: { answer: ANSWER } } })
  expect(objections(served)).toEqual([])
})

// https://docs.langflow.org/api-flows-run
const LANGFLOW_BODY = `{
  "input_value": "Tell me about something interesting!",
  "session_id": "chat-123",
  "input_type": "chat",
  "output_type": "chat",
  "output_component": "",
  "tweaks": null
}`

it('runs a flow of Langflow', async () => {
  const served = await serve('langflow')
  const answer = await curl(
    ...['-X', 'POST', `${served.origin}/api/v1/run/answer`, '-H', 'Content-Type: application/json'],
    ...['-H', `x-api-key: ${served.key}`, '-d', LANGFLOW_BODY],
  )
  expect([answer.status, jsonIn(answer)]).toMatchObject([
    200,
    { session_id: 'chat-123', outputs: [{ outputs: [{ outputs: { message: { message: ANSWER } } }] }] },
  ])
  expect(objections(served)).toEqual([])
})

it('streams a flow of Langflow', async () => {
  const served = await serve('langflow')
  const answer = await curl(
    ...['-X', 'POST', `${served.origin}/api/v1/run/answer?stream=true`, '-H', 'accept: application/json'],
    ...['-H', 'Content-Type: application/json', '-H', `x-api-key: ${served.key}`, '-d', LANGFLOW_BODY],
  )
  const events: unknown[] = answer.body.split('\n\n').flatMap((frame) => (frame === '' ? [] : JSON.parse(frame)))
  expect([answer.status, namesOf(events, 'event')]).toEqual([200, ['add_message', 'token', 'add_message', 'end']])
  expect(events.at(-1)).toMatchObject({ event: 'end', data: { result: { session_id: 'chat-123' } } })
  expect(objections(served)).toEqual([])
})

it.each([
  { it: 'whole', body: '{"question": "Hey, how are you?"}' },
  { it: 'as a stream', body: '{"question": "Hey, how are you?", "streaming": true}' },
])('asks a flow of Flowise, answered $it', async ({ body }) => {
  const served = await serve('flowise')
  const answer = await curl(
    ...[`${served.origin}/api/v1/prediction/chatflow-answer`, '-X', 'POST', '-d', body],
    ...['-H', 'Content-Type: application/json', '-H', `Authorization: Bearer ${served.key}`],
  )
  expect(answer.status).toBe(200)
  if (body.includes('streaming'))
    expect(namesOf(dataIn(answer), 'event')).toEqual(['start', 'token', 'metadata', 'end'])
  else expect(jsonIn(answer)).toMatchObject({ text: ANSWER, question: 'Hey, how are you?' })
  expect(objections(served)).toEqual([])
})
