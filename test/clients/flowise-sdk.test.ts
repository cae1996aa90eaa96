import { FlowiseClient } from 'flowise-sdk'
import { expect, it } from 'vitest'
import { uuidOf } from '../../src/run/uuid.ts'
import { ANSWER, answered, objections, serve } from './serve.ts'

const question = 'Why are there tides?'
const idOf = (flow: string): string => uuidOf(`scenario:${flow}`, 5)

it('predicts with a chatflow', async () => {
  const served = await serve('flowise')
  const client = new FlowiseClient({ baseUrl: served.origin, apiKey: served.key })
  const chatflowId = idOf('chatflow-answer')
  const prediction = await client.createPrediction({ chatflowId, question, chatId: 'tides' })
  expect(prediction).toMatchObject({ text: ANSWER, question, chatId: 'tides', sessionId: 'tides' })
  expect(answered(served)).toEqual([
    `GET /api/v1/chatflows-streaming/${chatflowId} 200`,
    `POST /api/v1/prediction/${chatflowId} 200`,
  ])
  expect(objections(served)).toEqual([])
})

it('streams a chatflow while it is being written', async () => {
  const served = await serve('flowise', { speed: 1 })
  const client = new FlowiseClient({ baseUrl: served.origin, apiKey: served.key })
  const stream = await client.createPrediction({ chatflowId: idOf('chatflow-answer'), question, streaming: true })
  const events: string[] = []
  let text = ''
  for await (const { event, data } of stream) {
    if (text === '' && event === 'token') expect(served.mock.requests().at(-1)?.end).toBe('open')
    if (event === 'token') text += data
    if (event !== events.at(-1)) events.push(event)
  }
  expect(events).toEqual(['start', 'token', 'metadata', 'end'])
  expect(text).toBe(ANSWER)
  expect(objections(served)).toEqual([])
})

it('streams an agentflow, node by node', async () => {
  const served = await serve('flowise')
  const client = new FlowiseClient({ baseUrl: served.origin, apiKey: served.key })
  const stream = await client.createPrediction({ chatflowId: idOf('answer'), question, streaming: true })
  const events: string[] = []
  const data: Record<string, unknown> = {}
  for await (const event of stream) {
    if (event.event !== events.at(-1)) events.push(event.event)
    data[event.event] = event.data
  }
  expect(events).toEqual([
    'agentFlowEvent',
    'nextAgentFlow',
    'agentFlowExecutedData',
    'nextAgentFlow',
    'token',
    'calledTools',
    'usageMetadata',
    'nextAgentFlow',
    'agentFlowExecutedData',
    'agentFlowEvent',
    'metadata',
    'end',
  ])
  expect(data).toMatchObject({ agentFlowEvent: 'FINISHED', metadata: { question }, end: '[DONE]' })
})

it('gives a whole answer when a flow cannot stream', async () => {
  const served = await serve('flowise')
  const client = new FlowiseClient({ baseUrl: served.origin, apiKey: served.key })
  const answer = await client.createPrediction({ chatflowId: idOf('json-answer'), question, streaming: true })
  expect(answer).toMatchObject({ json: { answer: ANSWER }, isStreamValid: false })
})

it('is refused a flow that is bound to another key', async () => {
  const served = await serve('flowise')
  const client = new FlowiseClient({ baseUrl: served.origin, apiKey: 'another' })
  const chatflowId = idOf('locked-chatflow-answer')
  expect(await client.createPrediction({ chatflowId, question })).toEqual({
    error: 'Unauthorized access. Please verify your API key.',
  })
  const stream = await client.createPrediction({ chatflowId, question, streaming: true })
  await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('HTTP error! status: 401')
})
