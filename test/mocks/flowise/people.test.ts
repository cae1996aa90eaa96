import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { named, OWN_SCENARIOS, type Schemas, shapeOf, startFlowise, textOf } from './client.ts'
import { advanceUntil } from './follow.ts'

const KEY = 'any-key'
const start = () => startFlowise({ scenarios: OWN_SCENARIOS })

it('stops for a person and goes on with what they decided', async () => {
  const { ask, stream, predict } = await start()
  const stopped = await stream('ask-person', { question: 'Go?', chatId: 'c-1' })
  expect(shapeOf(stopped).slice(-9)).toEqual([
    'humanInputAgentflow_0 INPROGRESS',
    'token',
    'humanInputAgentflow_0 STOPPED',
    'executed 3',
    'flow STOPPED',
    'action',
    'flow STOPPED',
    'metadata',
    'end',
  ])
  const [metadata] = named(stopped, 'metadata')
  expect(metadata?.data.action).toEqual(named(stopped, 'action')[0]?.data)
  const page = (await ask('listExecutions', '/executions?state=STOPPED', { key: KEY })).json as Schemas['ExecutionPage']
  expect(page).toMatchObject({ total: 1, data: [{ state: 'STOPPED', stoppedDate: expect.any(String) }] })

  const humanInput = { type: 'proceed', startNodeId: 'humanInputAgentflow_0', feedback: 'Very well.' }
  const resumed = await stream('ask-person', { chatId: 'c-1', humanInput })
  expect(shapeOf(resumed)).toMatchInlineSnapshot(`
    [
      "flow INPROGRESS",
      "humanInputAgentflow_0 INPROGRESS",
      "humanInputAgentflow_0 FINISHED",
      "executed 3",
      "directReplyAgentflow_0 INPROGRESS",
      "token",
      "directReplyAgentflow_0 FINISHED",
      "executed 4",
      "flow FINISHED",
      "metadata",
      "end",
    ]
  `)
  expect(textOf(resumed)).toBe('They said yes: Very well.')
  expect(named(resumed, 'metadata')[0]?.data).not.toHaveProperty('question')
  const executed = named(resumed, 'agentFlowExecutedData').at(-1)?.data ?? []
  expect(executed.map(({ nodeId, status }) => `${nodeId} ${status}`)).toEqual([
    'startAgentflow_0 FINISHED',
    'llmAgentflow_0 FINISHED',
    'humanInputAgentflow_0 FINISHED',
    'directReplyAgentflow_0 FINISHED',
  ])
  expect(executed[2]?.data.output).toEqual({
    content: 'Very well.',
    conditions: [
      { ...humanInput, isFulfilled: true },
      { ...humanInput, type: 'reject', isFulfilled: false },
    ],
  })
  const [record] = page.data
  const detail = (await ask('getExecution', `/executions/${record?.id}`, { key: KEY })).json
  expect(detail).toMatchObject({ id: record?.id, state: 'FINISHED', createdDate: record?.createdDate })

  const again = await predict('ask-person', { chatId: 'c-1', humanInput })
  expect(again.json).toEqual({
    error: `Error: predictionsServices.buildChatflow - Cannot resume execution ${record?.id} because it is in 'FINISHED' state. Only executions in 'STOPPED' state (or 'ERROR' after 'STOPPED') can be resumed.`,
  })
})

it('waits for the next rest when a resumption is not streamed', async () => {
  const clock = createHeldClock()
  const { predict } = await startFlowise({ scenarios: OWN_SCENARIOS, clock, speed: 1 })
  const first = await advanceUntil(clock, predict('ask-person', { question: 'Go?', chatId: 'c-1' }))
  const { executionId, action } = first.json as Schemas['AgentflowAnswer']
  expect(action?.data?.nodeId).toBe('humanInputAgentflow_0')
  const body = { chatId: 'c-1', humanInput: { type: 'reject', feedback: 'Never.' } }
  const { json } = await advanceUntil(clock, predict('ask-person', body))
  expect(json).toMatchObject({ text: 'They said no: Never.', executionId, chatId: 'c-1', sessionId: 'c-1' })
  expect(json).not.toHaveProperty('question')
  expect(json).not.toHaveProperty('action')
})

it('shows the action with its message until somebody has decided', async () => {
  const { ask, predict } = await start()
  const list = async () =>
    (await ask('listChatMessages', '/chatmessage/ask-person', { key: KEY })).json as Schemas['ChatMessageList']
  await predict('ask-person', { question: 'Go?', chatId: 'c-1' })
  expect((await list()).map(({ action }) => action !== null)).toEqual([false, true])
  await predict('ask-person', { chatId: 'c-1', humanInput: { type: 'proceed', feedback: 'Yes.' } })
  expect((await list()).map(({ action, content }) => [action !== null, content])).toEqual([
    [false, 'Go?'],
    [false, 'Hello! The kettle is blue and everything works.\n\nProceed?'],
    [false, 'Yes.'],
    [false, 'They said yes: Yes.'],
  ])
})

it('asks for leave before an agent uses its tool', async () => {
  const { stream } = await start()
  const asked = await stream('tool-approval', { question: 'Refund order 77', chatId: 'c-1' })
  expect(shapeOf(asked)).toMatchInlineSnapshot(`
    [
      "flow INPROGRESS",
      "startAgentflow_0 INPROGRESS",
      "startAgentflow_0 FINISHED",
      "executed 1",
      "agentAgentflow_0 INPROGRESS",
      "token",
      "calledTools",
      "token",
      "calledTools",
      "agentAgentflow_0 STOPPED",
      "executed 2",
      "flow STOPPED",
      "action",
      "flow STOPPED",
      "metadata",
      "end",
    ]
  `)
  expect(textOf(asked)).toMatchInlineSnapshot(`
    "
    Attempting to use tool:
    \`\`\`json
    {
      "name": "pay_refund",
      "args": {
        "order": "77",
        "asked": "Refund order 77"
      },
      "id": "call_1sn0dbs",
      "type": "tool_call"
    }
    \`\`\`"
  `)
  const node = named(asked, 'agentFlowExecutedData').at(-1)?.data.at(-1)
  expect(node).toMatchObject({ status: 'STOPPED', data: { output: { isWaitingForHumanInput: true } } })
  expect(named(asked, 'action')[0]?.data.data).toMatchObject({ nodeId: 'agentAgentflow_0', nodeLabel: 'Refund agent' })
  const resumed = await stream('tool-approval', { chatId: 'c-1', humanInput: { type: 'proceed' } })
  expect(shapeOf(resumed)).toMatchInlineSnapshot(`
    [
      "flow INPROGRESS",
      "agentAgentflow_0 INPROGRESS",
      "token",
      "calledTools",
      "token+",
      "usedTools",
      "calledTools",
      "usageMetadata",
      "agentAgentflow_0 FINISHED",
      "executed 2",
      "flow FINISHED",
      "metadata",
      "end",
    ]
  `)
  expect(textOf(resumed)).toBe('Order 77 is refunded.')
})

it('goes on by itself when the form of a scenario expires', async () => {
  const clock = createHeldClock()
  const { ask, predict } = await startFlowise({ clock, speed: 1 })
  const stopped = await advanceUntil(clock, predict('human-input-timeout', { question: 'Coffee?' }))
  const { executionId } = stopped.json as Schemas['AgentflowAnswer']
  const state = async () => (await ask('getExecution', `/executions/${executionId}`, { key: KEY })).json
  expect(await state()).toMatchObject({ state: 'STOPPED' })
  await clock.advance(10_000)
  expect(await state()).toMatchObject({ state: 'FINISHED', stoppedDate: expect.any(String) })
})

it.each([
  {
    it: 'no run in the session',
    body: { chatId: 'c-9', humanInput: { type: 'proceed' } },
    reason: 'No previous execution found for session c-9',
  },
  {
    it: 'a node that the run does not have',
    body: { chatId: 'c-1', humanInput: { type: 'proceed', startNodeId: 'agentAgentflow_7' } },
    reason:
      'Node agentAgentflow_7 not found in previous execution. This could indicate an invalid resume attempt or a modified flow.',
  },
])('refuses to resume $it', async ({ body, reason }) => {
  const { predict, stream } = await start()
  await predict('ask-person', { question: 'Go?', chatId: 'c-1' })
  const message = `Error: predictionsServices.buildChatflow - ${reason}`
  expect((await predict('ask-person', body)).json).toEqual({ error: message })
  expect(await stream('ask-person', body)).toEqual([
    { event: 'error', data: message },
    { event: 'end', data: '[DONE]' },
  ])
})
