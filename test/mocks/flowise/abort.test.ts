import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { OWN_SCENARIOS, type Schemas, shapeOf, startFlowise } from './client.ts'
import { advanceUntil, readUntil } from './follow.ts'

const KEY = 'any-key'
const NOTED = { status: 200, message: 'Chat message aborted' }

async function startHeld() {
  const clock = createHeldClock()
  const flowise = await startFlowise({ scenarios: OWN_SCENARIOS, clock, speed: 1 })
  const abort = async (flow: string, chat = 'c-1') =>
    (await flowise.ask('abortPrediction', `/chatmessage/abort/${flow}/${chat}`, { method: 'PUT' })).json
  const state = async () => {
    const page = await flowise.ask('listExecutions', '/executions', { key: KEY })
    return (page.json as Schemas['ExecutionPage']).data[0]?.state
  }
  const body = { question: 'Hello', chatId: 'c-1' }
  return { ...flowise, clock, abort, state, body }
}

it('ends a flow whose model is at work', async () => {
  const { clock, abort, state, begin, body } = await startHeld()
  const events = await begin('slow', body)
  await clock.advance(1_000)
  expect(await state()).toBe('INPROGRESS')
  expect(await abort('slow')).toEqual(NOTED)
  expect((await advanceUntil(clock, events())).slice(-5)).toEqual([
    {
      event: 'nextAgentFlow',
      data: {
        nodeId: 'llmAgentflow_0',
        nodeLabel: 'Slow writer',
        status: 'ERROR',
        error: 'Error in LLM node: This operation was aborted',
      },
    },
    expect.objectContaining({ event: 'agentFlowExecutedData' }),
    { event: 'agentFlowEvent', data: 'ERROR' },
    {
      event: 'error',
      data: 'Error: predictionsServices.buildChatflow - Error in LLM node: This operation was aborted',
    },
    { event: 'end', data: '[DONE]' },
  ])
  expect(await state()).toBe('ERROR')
})

it('cancels the next node when another kind of node is at work', async () => {
  const { clock, abort, state, begin, body } = await startHeld()
  const events = await begin('patient-tool', body)
  await clock.advance(500)
  expect(await abort('patient-tool')).toEqual(NOTED)
  await clock.advance(1_000)
  expect(await state()).toBe('INPROGRESS')
  expect(shapeOf(await advanceUntil(clock, events()))).toEqual([
    'flow INPROGRESS',
    'startAgentflow_0 INPROGRESS',
    'startAgentflow_0 FINISHED',
    'executed 1',
    'toolAgentflow_0 INPROGRESS',
    'toolAgentflow_0 FINISHED',
    'executed 2',
    'llmAgentflow_0 TERMINATED',
    'executed 3',
    'flow TERMINATED',
    'error',
    'end',
  ])
  expect(await state()).toBe('TERMINATED')
})

it('tells a caller who waits for the whole answer', async () => {
  const { mock, clock, abort, predict, body } = await startHeld()
  const answer = predict('patient-tool', body)
  while (mock.runs().length === 0) await new Promise(setImmediate)
  await clock.advance(500)
  await abort('patient-tool')
  const { status, json } = await advanceUntil(clock, answer)
  expect(status).toBe(500)
  expect(json).toEqual({ error: 'Error: predictionsServices.buildChatflow - Flow execution was cancelled' })
})

it('cuts off an iteration inside of it', async () => {
  const { clock, abort, begin, body } = await startHeld()
  const events = await begin('parallel-iteration', body)
  await clock.advance(200)
  await abort('parallel-iteration')
  expect(shapeOf(await advanceUntil(clock, events())).slice(-5)).toEqual([
    'iterationAgentflow_0 ERROR',
    'executed 2',
    'flow ERROR',
    'error',
    'end',
  ])
})

it.each(['chatflow-slow', 'chatflow-patient-tool'])('does not trouble a chatflow: %s', async (flow) => {
  const { clock, abort, send, body } = await startHeld()
  const response = await send(`/prediction/${flow}`, { body: { ...body, streaming: true } })
  await clock.advance(500)
  expect(await abort(flow)).toEqual(NOTED)
  if (flow === 'chatflow-slow') {
    const { leave } = await advanceUntil(clock, readUntil(response, '" price"'))
    await leave()
  } else {
    const text = await advanceUntil(clock, response.text())
    expect(text).toContain('"event":"metadata"')
  }
})

it('says the same of a run that is over, of one that waits, and of none', async () => {
  const { clock, abort, state, predict, body } = await startHeld()
  await advanceUntil(clock, predict('answer', body))
  expect(await abort('answer')).toEqual(NOTED)
  expect(await state()).toBe('FINISHED')
  await advanceUntil(clock, predict('ask-person', body))
  expect(await abort('ask-person')).toEqual(NOTED)
  expect(await state()).toBe('STOPPED')
  expect(await abort('nothing', 'nobody')).toEqual(NOTED)
})

it('lets a run go on whose caller has left', async () => {
  const { clock, mock, send, state, body } = await startHeld()
  const response = await send('/prediction/patient-tool', { body: { ...body, streaming: true } })
  const { text, leave } = await advanceUntil(clock, readUntil(response, 'toolAgentflow_0'))
  expect(text).toContain('"status":"INPROGRESS"')
  await leave()
  await clock.advance(20_000)
  expect(await state()).toBe('FINISHED')
  expect(mock.runs()[0]?.over()).toBe(true)
})
