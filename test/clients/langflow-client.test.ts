import { LangflowClient } from '@datastax/langflow-client'
import { LangflowError } from '@datastax/langflow-client/errors'
import type { StreamEvent } from '@datastax/langflow-client/flow'
import { expect, it } from 'vitest'
import { ANSWER, answered, objections, type Served, serve } from './serve.ts'

const question = 'Why are there tides?'
const session_id = 'tides'

const connect = ({ origin, key }: Served) => new LangflowClient({ baseUrl: origin, apiKey: key })

it('runs a flow and finds the text of its answer', async () => {
  const served = await serve('langflow')
  const response = await connect(served).flow('answer').run(question, { session_id })
  expect([response.sessionId, response.chatOutputText()]).toEqual([session_id, ANSWER])
  expect(response.outputs).toMatchObject([{ inputs: { input_value: question } }])
  expect(answered(served)).toEqual(['POST /api/v1/run/answer 200'])
  expect(objections(served)).toEqual([])
})

it('runs a flow with tweaks', async () => {
  const served = await serve('langflow')
  const flow = connect(served).flow('inputs').tweak('Tone', { input_value: 'terse' })
  expect((await flow.run('the sea')).chatOutputText()).toMatch(/^An article about the sea, terse in tone/)
  expect(objections(served)).toEqual([])
})

it('streams a flow while it is being written', async () => {
  const served = await serve('langflow', { speed: 1 })
  const stream = await connect(served).flow('answer').stream(question, { session_id })
  const events: StreamEvent[] = []
  for await (const event of stream) {
    if (events.length === 0) expect(served.mock.requests().at(-1)?.end).toBe('open')
    events.push(event)
  }
  const names = events.map(({ event }) => event)
  expect(names.filter((name, index) => name !== names[index - 1])).toEqual([
    'add_message',
    'token',
    'add_message',
    'end',
  ])
  expect(events.map((event) => (event.event === 'token' ? event.data.chunk : '')).join('')).toBe(ANSWER)
  const end = events.at(-1)
  expect(end?.event === 'end' && end.data.result.session_id).toBe(session_id)
  expect(objections(served)).toEqual([])
})

it('is told why a request is refused', async () => {
  const served = await serve('langflow')
  const stranger = new LangflowClient({ baseUrl: served.origin, apiKey: 'another' })
  const refusal: unknown = await stranger
    .flow('answer')
    .run(question)
    .catch((error: unknown) => error)
  if (!(refusal instanceof LangflowError)) throw new Error('It was not refused')
  expect(refusal.message).toBe('403 - Forbidden')
  expect(await refusal.cause.json()).toEqual({ detail: 'Invalid or missing API key' })
  await expect(connect(served).flow('nobody').run(question)).rejects.toThrow('404 - Not Found')
  await expect(connect(served).flow('node-failure').run(question)).rejects.toThrow('500 - Internal Server Error')
})
