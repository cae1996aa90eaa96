import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadScenarios } from '../../../src/run/load-scenarios.ts'
import { named, OWN_SCENARIOS, type Schemas, spec, startFlowise, textOf } from './client.ts'

const GIVEN = fileURLToPath(new URL('../../../mocks/scenarios', import.meta.url))
const ENDLESS = ['slow']
const NAMES = loadScenarios([GIVEN, OWN_SCENARIOS])
  .map(({ name }) => name)
  .filter((name) => !ENDLESS.includes(name))
const MESSAGE = { question: 'Good morning', overrideConfig: { vars: { topic: 'Rope', tone: 'terse' } } }
const KEY = 'any-key'

const start = () => startFlowise({ scenarios: OWN_SCENARIOS })

it.each(NAMES)('tells one story in every form of an agentflow: %s', async (name) => {
  const { ask, predict, stream } = await start()
  const events = await stream(name, { ...MESSAGE, chatId: 'streamed' })
  const [error] = named(events, 'error')
  const executed = named(events, 'agentFlowExecutedData').at(-1)?.data
  const state = named(events, 'agentFlowEvent').at(-1)?.data
  const query = 'executions?sessionId=streamed'
  const page = (await ask('listExecutions', `/${query}`, { key: KEY })).json as Schemas['ExecutionPage']
  const [record] = page.data
  expect(record?.state).toBe(state)
  expect(JSON.parse(record?.executionData ?? '')).toEqual(executed)

  const { json, status } = await predict(name, { ...MESSAGE, chatId: 'blocking' })
  if (error) {
    expect({ status, json }).toEqual({ status: 500, json: { error: error.data } })
    return
  }
  const answer = json as Schemas['AgentflowAnswer']
  expect(answer.text).toBe(textOf(events))
  // Nodes that are ready at the same time run in an order of their own each time.
  expect(new Set(answer.agentFlowExecutedData.map(outline))).toEqual(new Set(executed?.map(outline)))
  expect(answer.action?.mapping).toEqual(named(events, 'action')[0]?.data.mapping)
  const detail = (await ask('getExecution', `/executions/${answer.executionId}`, { key: KEY })).json
  expect(detail).toMatchObject({ id: answer.executionId, sessionId: 'blocking', state })

  const [metadata] = named(events, 'metadata')
  const said = (await ask('listChatMessages', `/chatmessage/${name}?chatId=streamed`, { key: KEY })).json
  expect(said).toMatchObject([
    { role: 'userMessage', content: 'Good morning', executionId: record?.id },
    { role: 'apiMessage', content: textOf(events), executionId: record?.id, id: metadata?.data.chatMessageId },
  ])
})

const outline = ({ nodeId, status, previousNodeIds, data }: Schemas['ExecutedNode']) => {
  const { content, usedTools, iterationResults, conditions } = data.output ?? {}
  return { nodeId, status, previousNodeIds, content, usedTools, iterationResults, conditions }
}

it.each(NAMES)('tells one story in every form of a chatflow: %s', async (name) => {
  const { ask, predict, stream } = await start()
  const flow = `chatflow-${name}`
  const events = await stream(flow, { ...MESSAGE, chatId: 'streamed' })
  const { json, status } = await predict(flow, { ...MESSAGE, chatId: 'blocking' })
  const [error] = named(events, 'error')
  if (error) {
    expect({ status, json }).toEqual({ status: 500, json: { error: error.data } })
    return
  }
  const [metadata] = named(events, 'metadata')
  expect(json).toEqual({
    text: textOf(events),
    question: 'Good morning',
    chatId: 'blocking',
    chatMessageId: expect.any(String),
    isStreamValid: false,
    sessionId: 'blocking',
    ...(metadata?.data.memoryType !== undefined && { memoryType: 'Buffer Memory' }),
    ...optional('sourceDocuments', named(events, 'sourceDocuments')[0]?.data),
    ...optional('usedTools', named(events, 'usedTools')[0]?.data),
  })
  const asAgentflow = await stream(name, MESSAGE)
  // A chatflow cannot wait, so its question stands alone.
  if (named(asAgentflow, 'action').length === 0) expect(textOf(events)).toBe(textOf(asAgentflow))
  const said = (await ask('listChatMessages', `/chatmessage/${flow}?chatId=streamed`, { key: KEY })).json
  expect(said).toMatchObject([{ role: 'userMessage' }, { role: 'apiMessage', content: textOf(events) }])
})

const optional = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value })

it('answers an object where the output of a chatflow is parsed, and never streams it', async () => {
  const { ask, predict } = await start()
  const check = await ask('checkStreaming', '/chatflows-streaming/json-parallel-branches')
  expect(check.json).toEqual({ isStreaming: false })
  const answer = await predict('json-parallel-branches', { question: 'When?', streaming: true })
  expect(answer.json).toMatchObject({ json: { deck_from_week: 36, for: expect.any(String) }, isStreamValid: false })
})

it('lets the words of a message choose the story of the default flow, and of no other', async () => {
  const { mock, predict } = await start()
  await predict('answer', { question: 'Please iterate' })
  await predict('chatflow-answer', { question: 'Please iterate' })
  await predict('unicode', { question: 'Please iterate' })
  expect(mock.runs().map(({ scenario }) => scenario.name)).toEqual(['unicode', 'iteration', 'iteration'])
})

it('knows a flow by its name and by its id', async () => {
  const { mock, predict } = await start()
  const [blocking, streaming] = mock.platforms[0]?.samples ?? []
  const idIn = (curl = '') => /^\w+=(\S+)/.exec(curl)?.[1] ?? ''
  expect((await predict(idIn(blocking?.curl), { question: 'Hi' })).json).toHaveProperty('isStreamValid', false)
  expect((await predict(idIn(streaming?.curl), { question: 'Hi' })).json).toHaveProperty('executionId')
})

// Legacy agents, assistants of another maker, and a speech endpoint that is not part of the API described here.
const NEVER_PLAYED = ['artifacts', 'fileAnnotations', 'tool', 'agentReasoning', 'nextAgent', 'tts_abort', 'abort']

it('plays every event that agentflows and chatflows send', async () => {
  const { mock, stream } = await start()
  for (const name of NAMES) await Promise.all([stream(name, MESSAGE), stream(`chatflow-${name}`, MESSAGE)])
  const names = spec.operations.get('createPrediction')?.responses.get('200')?.content.get('text/event-stream')
    ?.stream?.eventNames
  const seen = new Set(mock.requests().flatMap(({ events }) => Object.keys(events)))
  expect(names?.filter((name) => !seen.has(name))).toEqual(NEVER_PLAYED)
})
