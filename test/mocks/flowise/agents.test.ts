import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { named, OWN_SCENARIOS, type Schemas, shapeOf, startFlowise, textOf } from './client.ts'
import { advanceUntil } from './follow.ts'

const body = { question: 'Hello', chatId: 'c-1' }

it('tells of agents of the first version when their turns are over', async () => {
  const { stream } = await startFlowise()
  const events = await stream('agents-documents-and-tool', body)
  expect(shapeOf(events)).toEqual([
    'start',
    'agentReasoning',
    'token',
    'usedTools',
    'sourceDocuments',
    'artifacts',
    'metadata',
    'end',
  ])
  const [turn] = named(events, 'agentReasoning').at(-1)?.data ?? []
  expect(turn).toMatchObject({
    agentName: 'Travel adviser',
    nodeName: 'seqAgent',
    nodeId: 'seqAgent_0',
    artifacts: [null],
  })
  expect(turn?.messages).toEqual([textOf(events)])
  expect(named(events, 'start')[0]?.data).toEqual([turn])
  expect(named(events, 'usedTools')[0]?.data).toEqual(turn?.usedTools)
  expect(named(events, 'sourceDocuments')[0]?.data).toEqual(turn?.sourceDocuments)
})

it('answers what the agents did, and stores it', async () => {
  const { ask, predict } = await startFlowise()
  const answer = (await predict('agents-answer', body)).json as Schemas['LegacyAgentsAnswer']
  expect(answer.agentReasoning).toMatchObject([{ messages: [answer.text], usedTools: [null], sourceDocuments: [null] }])
  expect(answer).not.toHaveProperty('executionId')
  const { json } = await ask('listChatMessages', '/chatmessage/agents-answer', { key: 'any-key' })
  const [asked, answered] = json as Schemas['ChatMessageList']
  expect(asked).toMatchObject({ content: 'Hello', agentReasoning: null })
  expect(answered).toMatchObject({ content: answer.text, agentReasoning: answer.agentReasoning, executionId: null })
})

it('fails with an error, and with 500 for who waits', async () => {
  const { stream, predict } = await startFlowise()
  expect(shapeOf(await stream('agents-node-failure', body)).slice(-2)).toEqual(['error', 'end'])
  expect((await predict('agents-node-failure', body)).status).toBe(500)
})

it('notices a wish to stop when the next agent would begin', async () => {
  const clock = createHeldClock()
  const { ask, begin } = await startFlowise({ scenarios: OWN_SCENARIOS, clock, speed: 1 })
  const events = await begin('agents-patient-tool', body)
  await clock.advance(500)
  await ask('abortPrediction', '/chatmessage/abort/agents-patient-tool/c-1', { method: 'PUT' })
  expect(shapeOf(await advanceUntil(clock, events())).slice(-3)).toEqual(['abort', 'metadata', 'end'])
})
