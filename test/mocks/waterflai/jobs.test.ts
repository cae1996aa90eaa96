import { expect, it } from 'vitest'
import type { AsyncExecutionStatusResponse, ExecutionStreamEvent } from '../../../src/generated/waterflai.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { startWaterflai } from './client.ts'
import { caughtUp, listen } from './listen.ts'

/** What the last frames of a stream say that the status must say too. */
function standingIn(events: readonly ExecutionStreamEvent[]): Partial<AsyncExecutionStatusResponse> {
  const open: (string | undefined)[] = []
  let status: AsyncExecutionStatusResponse['status'] = 'PENDING'
  let progress = 0
  for (const event of events) {
    if (event.type === 'execution_started') status = 'RUNNING'
    if (event.type === 'execution_completed') status = 'COMPLETED'
    if (event.type === 'execution_failed') status = 'FAILED'
    if (event.type === 'execution_cancelled') status = 'CANCELLED'
    if (event.type === 'progress_update') progress = event.progress
    if (event.type === 'node_started') open.push(event.node_id)
    if (event.type === 'node_completed' || event.type === 'node_failed') open.splice(open.indexOf(event.node_id), 1)
  }
  return { status, progress, current_node: status === 'RUNNING' ? (open.at(-1) ?? null) : null }
}

it.each([
  'answer',
  'node-failure',
  'handled-failure',
  'parallel-branches',
  'human-input-timeout',
])('says the same in status, stream and second stream at any moment: %s', async (flow) => {
  const clock = createHeldClock()
  const { mock, start, status, follow } = await startWaterflai({ clock, speed: 1 })
  const job = await start(flow)
  const first = listen(await follow(job))
  await clock.advance(830)
  const second = listen(await follow(job))
  const seen = new Set<string | undefined>(['PENDING'])
  let before = await status(job)
  await caughtUp(mock, [first, second])
  const known = first.events().length
  for (let step = 0; before.completed_at === null; step++) {
    await clock.advance(step % 3 === 0 ? 1 : 57)
    await caughtUp(mock, [first, second])
    const now = await status(job)
    expect(now).toMatchObject(standingIn(first.events()))
    expect(now.completed_nodes).toBe(Math.round(((now.progress ?? 0) * (now.total_nodes ?? 0)) / 100))
    expect(second.events().slice(1)).toEqual(first.events().slice(known))
    seen.add(now.status)
    before = now
  }
  await Promise.all([first.closed, second.closed])
  expect([...seen]).toEqual(['PENDING', 'RUNNING', flow === 'node-failure' ? 'FAILED' : 'COMPLETED'])
})

it('moves from the queue to the end on the clock', async () => {
  const clock = createHeldClock()
  const { start, status } = await startWaterflai({ clock, speed: 1 })
  const job = await start('node-failure')
  const polls: unknown[] = []
  for (const ms of [0, 799, 1, 5, 600, 50]) {
    await clock.advance(ms)
    const { status: state, progress, current_node, started_at, completed_at } = await status(job)
    polls.push([state, progress, current_node, started_at?.slice(17), completed_at?.slice(17)].join(' '))
  }
  expect(polls).toMatchInlineSnapshot(`
    [
      "PENDING 0   ",
      "PENDING 0   ",
      "RUNNING 0  00.800Z ",
      "RUNNING 0 input_1 00.800Z ",
      "RUNNING 25 api_request_1 00.800Z ",
      "FAILED 25  00.800Z 01.419Z",
    ]
  `)
})

it('tells all fifteen fields from the first poll on', async () => {
  const { start, status } = await startWaterflai({ clock: createHeldClock(), speed: 1 })
  const job = await start('answer')
  expect(await status(job)).toEqual({
    execution_id: job.execution_id,
    status: 'PENDING',
    progress: 0,
    current_node: null,
    completed_nodes: 0,
    total_nodes: 3,
    final_output: null,
    error_message: null,
    created_at: '2026-01-01T00:00:00.000Z',
    started_at: null,
    completed_at: null,
    retry_count: 0,
    execution_source: 'CHATBOT',
    is_temporary: false,
    cleanup_after: null,
  })
})

it('waits in the queue as long as a scenario asks', async () => {
  const clock = createHeldClock()
  const scenarios = new URL('scenarios', import.meta.url).pathname
  const { start, status } = await startWaterflai({ clock, speed: 1, scenarios })
  const job = await start('queued')
  await clock.advance(2_999)
  expect(await status(job)).toMatchObject({ status: 'PENDING', started_at: null })
  await clock.advance(1)
  expect(await status(job)).toMatchObject({ status: 'RUNNING', started_at: '2026-01-01T00:00:03.000Z' })
})

it.each([
  { it: 'a job in the queue', at: 400, was: 'PENDING', told: ['progress_update'] },
  { it: 'a job at work', at: 1_000.4, was: 'RUNNING', told: ['progress_update', 'execution_started', 'node_started'] },
])('cancels $it at once', async ({ at, was, told }) => {
  const clock = createHeldClock()
  const { start, status, follow, cancel } = await startWaterflai({ clock, speed: 1 })
  const job = await start('answer')
  const listener = listen(await follow(job))
  await clock.advance(at)
  const second = listen(await follow(job))
  const before = await status(job)
  expect(before.status).toBe(was)
  expect(await cancel(job)).toEqual({
    execution_id: job.execution_id,
    cancelled: true,
    message: 'Execution cancelled.',
    previous_status: was,
  })
  const after = await status(job)
  expect(after).toEqual({
    ...before,
    status: 'CANCELLED',
    current_node: null,
    completed_at: expect.stringMatching(/^2026-01-01T00:00:0\d\.\d01Z$/),
  })
  const end = { type: 'execution_cancelled', timestamp: after.completed_at }
  await Promise.all([listener.closed, second.closed])
  expect(listener.events().map(({ type }) => type)).toEqual(expect.arrayContaining(told))
  expect(listener.events().at(-1)).toEqual(end)
  expect(second.events()).toEqual([{ type: 'progress_update', progress: before.progress }, end])
  const late = listen(await follow(job))
  await late.closed
  expect(late.events()).toEqual([end])

  expect(await cancel(job)).toEqual({
    execution_id: job.execution_id,
    cancelled: false,
    message: 'Execution is already CANCELLED and cannot be cancelled.',
    previous_status: 'CANCELLED',
  })
  await clock.advance(10_000)
  expect(await status(job)).toEqual(after)
})

it.each([
  { flow: 'answer', state: 'COMPLETED' },
  { flow: 'node-failure', state: 'FAILED' },
])('cannot cancel a job that is $state', async ({ flow, state }) => {
  const { start, status, cancel } = await startWaterflai()
  const job = await start(flow)
  const before = await status(job)
  expect(await cancel(job)).toEqual({
    execution_id: job.execution_id,
    cancelled: false,
    message: `Execution is already ${state} and cannot be cancelled.`,
    previous_status: state,
  })
  expect(await status(job)).toEqual(before)
})

it('tells who joins late where the job stands, and nothing twice', async () => {
  const clock = createHeldClock()
  const { mock, start, follow } = await startWaterflai({ clock, speed: 1 })
  const job = await start('node-failure')
  const early = listen(await follow(job))
  await clock.advance(1_000)
  await caughtUp(mock, [early])
  const late = listen(await follow(job))
  await clock.advance(2_000)
  await Promise.all([early.closed, late.closed])
  expect(late.text()).toMatchInlineSnapshot(`
    "data: {"type": "progress_update", "progress": 25.0}

    data: {"type": "node_failed", "timestamp": "2026-01-01T00:00:01.415Z", "node_id": "api_request_1", "node_name": "Weather service", "error_message": "API Request node \\"Weather service\\" failed: Request failed with status code 503"}

    data: {"type": "execution_failed", "timestamp": "2026-01-01T00:00:01.419Z", "error_message": "API Request node \\"Weather service\\" failed: Request failed with status code 503"}

    "
  `)
  expect(early.text().endsWith(late.text().slice(late.text().indexOf('\n\n') + 2))).toBe(true)
  const after = listen(await follow(job))
  await after.closed
  expect(after.events()).toEqual(early.events().slice(-1))
})

it('makes another job of the same request, and hides it from other keys', async () => {
  const { start, ask } = await startWaterflai()
  const [one, two] = [await start('answer'), await start('answer')]
  expect(one.execution_id).not.toBe(two.execution_id)
  for (const [operation, path, method] of [
    ['getExecution', one.status_url, 'GET'],
    ['cancelExecution', one.cancel_url, 'DELETE'],
    ['streamExecution', one.stream_url, 'GET'],
  ] as const) {
    const { status, json } = await ask(operation, path, { method, key: 'wf_another_key' })
    expect([status, json]).toEqual([404, { detail: 'Execution not found.' }])
  }
})
