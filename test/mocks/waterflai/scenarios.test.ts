import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type {
  ChatCompletionChunk,
  ChatCompletionResponse,
  ExecutionStreamEvent,
  WorkflowResult,
} from '../../../src/generated/waterflai.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { loadScenarios } from '../../../src/run/load-scenarios.ts'
import { spec, startWaterflai } from './client.ts'
import { advanceUntil, eventsIn, listen } from './listen.ts'

const SCENARIOS = loadScenarios([fileURLToPath(new URL('../../../mocks/scenarios', import.meta.url))])
const INPUTS = { topic: 'Rope', query: 'Good morning', user_id: 'user-123' }
// The platform knows no pause: where a person is asked and never answers, a node works on until the run is cancelled.
const ENDLESS = ['slow', 'human-input']
const ENDING = SCENARIOS.filter(({ name }) => !ENDLESS.includes(name))
const FAILING = ['node-failure']
const FINE = ENDING.filter(({ name }) => !FAILING.includes(name))

type End = Extract<ExecutionStreamEvent, { type: `execution_${string}` }>

/** The run of a scenario in each form, on a clock that is moved to its end. */
async function play(name: string) {
  const clock = createHeldClock()
  const { accept, send, start, status, follow } = await startWaterflai({ clock, speed: 1 })
  const post = (operation: string, path: string, body: unknown = { input_data: INPUTS }) =>
    advanceUntil(
      clock,
      send(path, { body }).then((response) => accept(operation, response)),
    )
  const job = await start(name, INPUTS)
  const [first, second] = await Promise.all([follow(job), follow(job)])
  const listeners = Promise.all([accept('streamExecution', first), accept('streamExecution', second)])
  return {
    listeners: await advanceUntil(clock, listeners),
    record: await status(job),
    late: await accept('streamExecution', await follow(job)),
    chatflow: await post('executeChatflow', `/execute_chatflow/${name}/execute`),
    chatflowStream: await post('streamChatflow', `/execute_chatflow/${name}/stream_execute`),
    workflow: await post('executeWorkflow', `/execute_workflow/${name}/execute`),
    workflowStream: await post('streamWorkflow', `/execute_workflow/${name}/stream_execute`),
    chat: (stream: boolean) =>
      post('createChatCompletion', '/v1/chat/completions', {
        model: name,
        messages: [{ role: 'user', content: INPUTS.query }],
        stream,
      }),
  }
}

/** Events without what differs from run to run: times, and the order of nodes that work at the same time. */
function plot(events: readonly unknown[]): string[] {
  return (events as readonly ExecutionStreamEvent[])
    .map((event) => JSON.stringify({ ...event, timestamp: undefined }))
    .sort()
}

it.each(FINE)('tells one story in every form: $name', async ({ name }) => {
  const told = await play(name)
  const [one, two] = told.listeners
  expect(two.text).toBe(one.text)
  const events = one.events as readonly ExecutionStreamEvent[]
  const begun = events.find(({ type }) => type === 'execution_started') as End
  const end = events.at(-1) as Extract<ExecutionStreamEvent, { type: 'execution_completed' }>
  const nodes = events.filter(({ type }) => type === 'node_started')
  expect(told.record).toMatchObject({
    status: 'COMPLETED',
    progress: 100,
    current_node: null,
    completed_nodes: nodes.length,
    total_nodes: nodes.length,
    final_output: end.final_output,
    error_message: null,
    started_at: begun.timestamp,
    completed_at: end.timestamp,
  })
  expect(told.late.events).toEqual([end])

  expect(plot(told.chatflowStream.events)).toEqual(plot(events.slice(1)))
  expect(plot(told.workflowStream.events)).toEqual(plot(events.slice(1)))
  const result = told.workflow.json as WorkflowResult
  expect(result.final_output).toEqual(end.final_output)
  const ended = events.filter((event) => event.type === 'node_completed' || event.type === 'node_failed')
  const did = (result.node_executions ?? []).map(({ node_id, output, error_message }) => ({
    node_id,
    ...(error_message === null ? { output } : { error_message }),
  }))
  expect(did).toHaveLength(ended.length)
  expect(ended).toEqual(expect.arrayContaining(did.map((node) => expect.objectContaining(node))))

  const response = end.final_output?.response
  const content = typeof response === 'string' ? response : JSON.stringify(response)
  const { choices, usage } = told.chatflow.json as ChatCompletionResponse
  expect(choices).toEqual([{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }])
  const chat = (await told.chat(false)).json as ChatCompletionResponse
  // A simple chatbot has no inputs but the conversation.
  if (name !== 'inputs') expect(chat).toMatchObject({ model: name, choices, usage })
  const said = chat.choices[0]?.message.content
  const chunks = (await told.chat(true)).events as ChatCompletionChunk[]
  expect(chunks.map((chunk) => chunk.choices?.[0]?.delta?.content ?? '').join('')).toBe(said)
  expect(chunks.at(-1)?.choices).toEqual([{ index: 0, delta: {}, finish_reason: 'stop' }])
})

it.each(FAILING)('tells one failure in every form: %s', async (name) => {
  const told = await play(name)
  const [{ events }] = told.listeners
  const detail = 'API Request node "Weather service" failed: Request failed with status code 503'
  expect(events.slice(-2)).toMatchObject([
    { type: 'node_failed', node_id: 'api_request_1', error_message: detail },
    { type: 'execution_failed', error_message: detail },
  ])
  expect(told.record).toMatchObject({
    status: 'FAILED',
    progress: 25,
    current_node: null,
    completed_nodes: 1,
    total_nodes: 4,
    final_output: null,
    error_message: detail,
    completed_at: (events.at(-1) as End).timestamp,
  })
  expect(told.late.events).toEqual(events.slice(-1))
  expect(plot(told.chatflowStream.events)).toEqual(plot(events.slice(1)))
  expect(plot(told.workflowStream.events)).toEqual(plot(events.slice(1)))
  for (const { status, json } of [told.chatflow, told.workflow]) expect([status, json]).toEqual([500, { detail }])
  const refused = await told.chat(false)
  expect([refused.status, refused.json]).toEqual([
    499,
    { detail: 'Inference failed: Request failed with status code 503.' },
  ])
  expect((await told.chat(true)).events.at(-1)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'error' }] })
})

it.each(ENDLESS)('goes on until it is cancelled: %s', async (name) => {
  const { accept, start, status, follow, cancel, send } = await startWaterflai()
  const job = await start(name)
  const running = await status(job)
  expect(running).toMatchObject({ status: 'RUNNING', final_output: null, completed_at: null })
  expect(running.current_node).toMatch(name === 'slow' ? 'llm_model_1' : 'human_input_1')
  const stream = accept('streamExecution', await follow(job))
  expect(await cancel(job)).toMatchObject({ cancelled: true, previous_status: 'RUNNING' })
  expect((await stream).events).toMatchObject([
    { type: 'progress_update', progress: running.progress },
    { type: 'execution_cancelled' },
  ])
  const leaving = new AbortController()
  const flow = await send(`/execute_workflow/${name}/stream_execute`, {
    body: { input_data: INPUTS },
    signal: leaving.signal,
  })
  const reader = flow.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(`"${running.current_node}"`)) text += (await reader?.read())?.value ?? ''
  expect(eventsIn(text).at(-1)).toMatchObject({ type: 'node_started', node_id: running.current_node })
  await reader?.cancel()
  leaving.abort()
})

it('plays every event of the catalogue in some scenario', async () => {
  const clock = createHeldClock()
  const { mock, start, follow, cancel } = await startWaterflai({ clock, speed: 1 })
  const jobs = await Promise.all(['answer', 'node-failure', 'slow'].map((name) => start(name)))
  const listeners = await Promise.all(jobs.map(async (job) => listen(await follow(job))))
  await clock.advance(5_000)
  const slow = jobs[2]
  if (slow) await advanceUntil(clock, cancel(slow))
  await advanceUntil(clock, Promise.all(listeners.map(({ closed }) => closed)))
  const names = spec.operations.get('streamExecution')?.responses.get('200')?.content.get('text/event-stream')
    ?.stream?.eventNames
  const seen = new Set(mock.requests().flatMap(({ events }) => Object.keys(events)))
  expect(names?.filter((name) => !seen.has(name))).toEqual([])
})
