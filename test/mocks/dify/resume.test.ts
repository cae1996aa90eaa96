import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, FIXTURES, startDify } from './client.ts'
import { advanceUntil, pauseAndFollow, readUntil, startUntil } from './follow.ts'
import { eventsIn, framesOf, outline, tell } from './tell.ts'

const clock = createHeldClock()
const { ask, send, mock } = await startDify({ clock, speed: 1, scenarios: FIXTURES }, afterAll)
const instant = await startDify({ clock: createHeldClock(), seed: 3 }, afterAll)

it('answers for a finished run with its end alone, spaced and in ASCII, under the id of the run', async () => {
  const key = 'app-empty-answer'
  const { events } = await instant.run('streaming', { key, inputs: { query: 'Où?' }, user: 'zoé' })
  const id = eventsNamed(events, 'workflow_started')[0]?.workflow_run_id
  const path = `/workflow/${id}/events?user=zo%C3%A9`
  const { headers, text } = await instant.ask('streamWorkflowEvents', path, { key })
  expect([headers.get('content-type'), headers.get('cache-control'), headers.get('connection')]).toEqual([
    'text/event-stream; charset=utf-8',
    'no-cache',
    'keep-alive',
  ])
  expect(text).toMatchInlineSnapshot(`
    "data: {"event": "workflow_finished", "task_id": "05abba8e-2206-4609-9b5f-4954bd16c723", "workflow_run_id": "05abba8e-2206-4609-9b5f-4954bd16c723", "data": {"id": "05abba8e-2206-4609-9b5f-4954bd16c723", "workflow_id": "2377f029-4d9e-5b32-b46a-f6f4a7e3754c", "status": "succeeded", "outputs": {"answer": ""}, "error": null, "elapsed_time": 0.364532, "total_tokens": 21, "total_steps": 3, "created_by": {"id": "700e86bf-3199-452b-945a-fa6c7d2ba74d", "user": "zo\\u00e9"}, "created_at": 1767225600, "finished_at": 1767225600, "exceptions_count": 0, "files": []}}

    "
  `)
  const others = ['include_state_snapshot=true', 'continue_on_pause=true'].map((flag) =>
    instant.ask('streamWorkflowEvents', `${path}&${flag}`, { key }),
  )
  for (const other of await Promise.all(others)) expect(other.text).toBe(text)
})

const STRANGERS = [
  { it: 'another user', key: 'app-empty-answer', user: 'user-43' },
  { it: 'the same user of another app', key: 'app-answer', user: 'user-42' },
]
it.each(STRANGERS)('knows no run of $it', async ({ key, user }) => {
  const { events } = await instant.run('streaming', { key: 'app-empty-answer' })
  const id = eventsNamed(events, 'workflow_started')[0]?.workflow_run_id
  const answer = await instant.ask('streamWorkflowEvents', `/workflow/${id}/events?user=${user}`, { key })
  expect(answer.json).toEqual({ code: 'not_found', message: 'Workflow run not found', status: 404 })
})

it('knows no run before its start', async () => {
  const body = { inputs: {}, user: 'user-42', response_mode: 'streaming' }
  const stream = await send('/workflows/run', { key: 'app-queued', body })
  const { leave } = await readUntil(stream, 'event: ping')
  await leave()
  const id = mock
    .runs()
    .find(({ scenario }) => scenario.name === 'queued')
    ?.id('run')
  const answer = await ask('streamWorkflowEvents', `/workflow/${id}/events?user=user-42`, { key: 'app-queued' })
  expect(answer.json).toEqual({ code: 'not_found', message: 'Workflow run not found', status: 404 })
})

it('goes on with what happens from then on, byte for byte', async () => {
  const run = await startUntil('"text_chunk"', { clock, send, key: 'app-answer' })
  const resumed = await send(`/workflow/${run.runId}/events?user=user-42`, { key: 'app-answer' })
  const [rest, text] = await advanceUntil(clock, Promise.all([run.rest(), resumed.text()]))
  expect(text).toMatch(/^event: ping\n\ndata: {"event":"text_chunk"/)
  expect(run.text + rest).toContain(text.slice('event: ping\n\n'.length))
  expect(text).toMatch(/"event":"workflow_finished"[^\n]+\n\n$/)
})

it('tells what has happened so far as it is stored: containers are nodes, and nodes are numbered', () => {
  const { resumed } = tell('loop')
  const frames = [...resumed({ at: 700, snapshot: true, continueOnPause: false })]
  expect(frames[0]).toEqual({ at: 700, event: 'ping', text: 'event: ping\n\n' })
  const stored = frames.filter(({ at, event }) => at === 700 && event !== 'ping')
  expect(outline(stored)).toEqual([
    'workflow_started initial',
    ...['1 start started', '1 start succeeded', '2 loop started', '3 llm started', '3 llm succeeded'],
    ...['4 code started', '4 code succeeded', '5 llm started'],
  ])
  expect(outline(frames).slice(9, 12)).toEqual(['1 llm succeeded', '1 code started', '1 code succeeded'])
  const [, start, end] = eventsIn(stored)
  const head = ['id', 'node_id', 'node_type', 'title', 'index', 'predecessor_node_id', 'inputs']
  const place = ['iteration_id', 'loop_id']
  expect(Object.keys(start && 'data' in start ? start.data : {})).toEqual([...head, 'created_at', 'extras', ...place])
  expect(Object.keys(end && 'data' in end ? end.data : {})).toEqual([
    ...[...head, 'process_data', 'outputs', 'status', 'error', 'elapsed_time', 'execution_metadata', 'created_at'],
    ...['finished_at', 'files', ...place],
  ])
  const empty = { inputs: null, process_data: null, outputs: null, error: null, execution_metadata: null, files: [] }
  expect(end).toMatchObject({ data: empty })
})

it('stores the same ids and times as the live stream tells', () => {
  const { resumed, events } = tell('parallel-iteration')
  const stored = eventsNamed(eventsIn(resumed({ at: 1_200, snapshot: true, continueOnPause: false })), 'node_finished')
  const live = new Map(eventsNamed(events(), 'node_finished').map(({ data }) => [data.id, data]))
  const rows = stored.filter(({ data }) => data.inputs === null)
  expect(rows.length).toBeGreaterThan(2)
  for (const { data } of rows) {
    const { id, node_id, title, created_at, finished_at, elapsed_time, iteration_id } = data
    const same = { id, node_id, title, created_at, finished_at, elapsed_time, iteration_id }
    expect(live.get(id)).toMatchObject(same)
  }
})

it('shows why a run is paused, and closes', async () => {
  const { runId, text: first, leave } = await startUntil('"workflow_paused"', { clock, send, key: 'app-human-input' })
  await leave()
  const path = `/workflow/${runId}/events?user=user-42&include_state_snapshot=TRUE`
  const { text, events } = await ask('streamWorkflowEvents', path, { key: 'app-human-input' })
  expect(outline(framesOf(text))).toEqual([
    'workflow_started initial',
    ...['1 start started', '1 start succeeded', '2 llm started', '2 llm succeeded'],
    ...['3 human-input started', '3 human-input paused', 'human_input_required', 'workflow_paused'],
  ])
  // The reasons are those that the caller of the run was told.
  const [, told] = /"reasons":(\[.*?\]),"status":"paused"/.exec(first) ?? []
  expect(JSON.stringify(eventsNamed(events, 'workflow_paused')[0]?.data.reasons)).toBe(told)
})

it('goes on after an answer with the same node and task', async () => {
  const key = 'app-human-input'
  const { token, taskId, text, rest } = await pauseAndFollow({ clock, send, key })
  const body = { action: 'return', inputs: { comment: 'Softer.', tone: 'formal', more: 1 }, user: 'somebody' }
  await ask('submitHumanInputForm', `/form/human_input/${token}`, { key, body })
  const frames = framesOf(await advanceUntil(clock, rest))
  const events = eventsIn(frames)
  const names = outline(frames)
  expect(names.filter((name, index) => name !== names[index - 1])).toEqual([
    ...['workflow_started resumption', '1 human-input started', 'human_input_form_filled', '1 human-input succeeded'],
    ...['text_chunk', '1 template-transform started', 'text_chunk', '1 template-transform succeeded'],
    ...['1 end started', '1 end succeeded', 'workflow_finished'],
  ])
  expect(new Set(events.map((event) => ('task_id' in event ? event.task_id : '')))).toEqual(new Set([taskId]))

  const [started] = eventsNamed(events, 'node_started')
  expect(text).toContain(`"id":"${started?.data.id}","node_id":"${started?.data.node_id}","node_type":"human-input"`)
  const rendered = expect.stringContaining('Decision: return Softer.')
  const inputs = { comment: 'Softer.', tone: 'formal' }
  expect(eventsNamed(events, 'human_input_form_filled')[0]?.data).toEqual({
    node_id: started?.data.node_id,
    node_title: 'Review the reply',
    rendered_content: rendered,
    action_id: 'return',
    action_text: 'Send back',
    submitted_data: inputs,
  })
  const [finished] = eventsNamed(events, 'node_finished')
  expect(finished?.data).toMatchObject({ id: started?.data.id, created_at: started?.data.created_at, inputs })
  const chosen = { __action_id: 'return', __action_value: 'Send back', __rendered_content: rendered }
  expect(finished?.data.outputs).toEqual({ ...inputs, ...chosen })
  expect(events.at(-1)).toMatchObject({ data: { status: 'succeeded', outputs: { decision: expect.any(String) } } })
})

it('goes on without an answer when the form expires', async () => {
  const { text, rest } = await pauseAndFollow({ clock, send, key: 'app-human-input-timeout' })
  const frames = framesOf(await advanceUntil(clock, rest))
  const events = eventsIn(frames)
  expect(outline(frames).slice(0, 4)).toEqual([
    ...['workflow_started resumption', '1 human-input started', 'human_input_form_timeout', '1 human-input succeeded'],
  ])
  const [, expiry] = /"expiration_time":(\d+)/.exec(text) ?? []
  const [started] = eventsNamed(events, 'node_started')
  expect(eventsNamed(events, 'human_input_form_timeout')[0]?.data).toEqual({
    node_id: started?.data.node_id,
    node_title: 'Confirm the order',
    expiration_time: Number(expiry),
  })
  const outputs = { __action_id: '', __action_value: '', __rendered_content: expect.stringMatching(/^Order 12 kg/) }
  expect(eventsNamed(events, 'node_finished')[0]?.data).toMatchObject({ inputs: {}, outputs, status: 'succeeded' })
  expect(events.at(-1)).toMatchObject({ event: 'workflow_finished', data: { status: 'succeeded' } })
})
