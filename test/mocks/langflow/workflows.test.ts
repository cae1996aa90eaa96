import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { readUntil } from '../dify/follow.ts'
import { eventsNamed, namesOf, OWN_SCENARIOS, type Schemas, startLangflow } from './client.ts'

const SECONDS = 1_000

/** A mock whose time stands still, and one job in it. */
async function startJob(name: string, fields: object = {}) {
  const clock = createHeldClock()
  const { workflow, ask, send } = await startLangflow({ clock, speed: 1, scenarios: OWN_SCENARIOS })
  const job = (await workflow(name, 'background', fields)).json as Schemas['WorkflowJob']
  const url = `/api/v2/workflows/${job.job_id}/events`
  const poll = () => ask('getWorkflowJob', `/api/v2/workflows?job_id=${job.job_id}`)
  const state = async () => ((await poll()).json as Schemas['WorkflowAnswer']).status
  const stop = async () =>
    (
      (await ask('stopWorkflowJob', '/api/v2/workflows/stop', { body: { job_id: job.job_id } }))
        .json as Schemas['WorkflowStopped']
    ).message?.replace(job.job_id, 'X')
  const events = (headers: Record<string, string> = {}) => ask('streamWorkflowJobEvents', url, { headers })
  return { clock, job, poll, state, stop, events, workflow, ask, send, url }
}

it('goes from the queue to its result', async () => {
  const { clock, job, state, poll, stop } = await startJob('failing-tool', { globals: { TEAM: 'Field' } })
  expect(job).toMatchObject({ object: 'job', status: 'queued', errors: [], globals: { TEAM: 'Field' } })
  expect(job.links.status).toBe(`/api/v2/workflows?job_id=${job.job_id}`)
  const seen = [await state()]
  for (let second = 0; second < 4; second += 1) {
    await clock.advance(SECONDS)
    seen.push(await state())
  }
  expect(seen).toEqual(['queued', 'queued', 'in_progress', 'completed', 'completed'])
  const answer = (await poll()).json
  expect(answer).toMatchObject({
    object: 'response',
    status: 'completed',
    globals: { TEAM: 'Field' },
    has_errors: false,
    output: { reason: 'single', text: 'I do not know the time.', source: expect.stringMatching(/^ChatOutput-/) },
  })
  expect(await stop()).toBe('Job X already finished (completed).')
})

it('tells each poll its own time', async () => {
  const { clock, poll, job } = await startJob('answer')
  await clock.advance(100)
  const { created_timestamp } = (await poll()).json as Schemas['WorkflowJob']
  expect(created_timestamp).toMatch(/^2026-01-01T00:00:00\.100\d{3}\+00:00$/)
  expect(created_timestamp > job.created_timestamp).toBe(true)
})

it('tells a failure by a 500', async () => {
  const { clock, poll, stop } = await startJob('node-failure')
  await clock.advance(2 * SECONDS)
  const { status, json } = await poll()
  expect(status).toBe(500)
  expect(json).toMatchObject({ detail: { code: 'JOB_FAILED', error: 'Job failed' } })
  expect(await stop()).toBe('Job X already finished (failed).')
})

it('is suspended until the form expires, and then goes on', async () => {
  const { clock, state, events } = await startJob('human-input-timeout')
  await clock.advance(SECONDS)
  expect(await state()).toBe('suspended')
  expect(namesOf((await events()).events).at(-1)).toBe('human_input_required')
  await clock.advance(2.2 * SECONDS)
  expect(await state()).toBe('in_progress')
  await clock.advance(2 * SECONDS)
  expect(await state()).toBe('completed')
  const names = namesOf((await events()).events)
  expect(names.filter((name) => ['human_input_required', 'end', 'vertices_sorted'].includes(name))).toEqual([
    'vertices_sorted',
    'human_input_required',
    'end',
  ])
})

const STOPPED = [
  { it: 'in the queue', name: 'failing-tool', after: 100, events: ['cancelled'] },
  {
    it: 'while it runs',
    name: 'slow',
    after: 700,
    events: ['vertices_sorted', 'build_start', 'add_message', 'end_vertex', 'add_message', 'cancelled'],
  },
  {
    it: 'while it waits for a person',
    name: 'human-input',
    after: 5_000,
    events: expect.arrayContaining(['human_input_required', 'cancelled']),
  },
]

it.each(STOPPED)('is cancelled $it, once and for all', async ({ name, after, events: want }) => {
  const { clock, state, stop, events } = await startJob(name)
  await clock.advance(after)
  expect(await stop()).toBe('Job X cancelled successfully.')
  await clock.advance(1)
  expect(await state()).toBe('cancelled')
  expect(await stop()).toBe('Job X is already cancelled.')
  const replayed = (await events()).events
  if (name !== 'human-input') expect(namesOf(replayed)).toEqual(want)
  expect(eventsNamed(replayed, name === 'human-input' ? 'human_input_required' : 'cancelled')).toHaveLength(1)
})

it('counts kept events from 1, and tokens by the event before them', async () => {
  const { clock, send, url, events } = await startJob('short')
  const stream = readUntil(await send(url), 'add_message')
  await clock.advance(SECONDS)
  const { text, rest } = await stream
  const ids = [...`${text}${await rest()}`.matchAll(/"event": "(\w+)".*\nid: (\d+)\n\n/g)].map(
    ([, name, id]) => `${name} ${id}`,
  )
  const kept = ['vertices_sorted 1', 'build_start 2', 'add_message 3', 'end_vertex 4', 'add_message 5']
  const last = ['add_message 6', 'end_vertex 7', 'add_message 8', 'end_vertex 9', 'output 10', 'end 11']
  expect(ids).toEqual([...kept, ...Array(4).fill('token 5'), ...last])
  expect(namesOf((await events({ 'last-event-id': '9' })).events)).toEqual(['output', 'end'])
  expect((await events({ 'last-event-id': 'yesterday' })).events).toHaveLength(11)
  expect((await events({ 'last-event-id': '11' })).text).toBe('')
})

it('shows late and early listeners the same, but for the tokens that were before', async () => {
  const { clock, send, url } = await startJob('answer')
  const early = readUntil(await send(url), 'vertices_sorted')
  await clock.advance(SECONDS)
  const late = readUntil(await send(url), 'vertices_sorted')
  await clock.advance(9 * SECONDS)
  const all = async (reading: typeof early) => {
    const { text, rest } = await reading
    return text + (await rest())
  }
  const [first, second] = [await all(early), await all(late)]
  const withoutTokens = (text: string) => text.replaceAll(/data: \{"event": "token".*\nid: \d+\n\n/g, '')
  expect(second.length).toBeLessThan(first.length)
  expect(withoutTokens(second)).toBe(withoutTokens(first))
  expect(second).toContain('"token"')
})

it('writes frames whose id comes after the data, counted from 0, with headers against caches', async () => {
  const { workflow } = await startLangflow()
  const { text, headers } = await workflow('empty-answer', 'stream')
  expect(text.match(/^id: \d+$/gm)).toEqual(Array.from({ length: 13 }, (_, id) => `id: ${id}`))
  expect(text).toMatch(/^(data: \{"event": .*\}\nid: \d+\n\n)+$/)
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('x-accel-buffering')).toBe('no')
  expect(text).toContain('data: {"event": "build_start", "data": {}}\nid: 1\n\n')
})

it('takes back the message of a model that fails', async () => {
  const { workflow } = await startLangflow({ scenarios: OWN_SCENARIOS })
  const { events } = await workflow('model-failure', 'stream')
  expect(namesOf(events).slice(4)).toEqual(['add_message', 'token', 'error', 'remove_message', 'end_vertex', 'end'])
  const begun = eventsNamed(events, 'add_message').at(-1)?.data.id
  expect(eventsNamed(events, 'remove_message')[0]?.data).toEqual({ id: begun })
})

it('gives up on a sync run after 300 seconds', async () => {
  const { workflow, ask, mock } = await startLangflow()
  const { status, json } = await workflow('slow', 'sync')
  expect(status).toBe(408)
  const { detail } = json as Schemas['WorkflowTimeout']
  expect(detail).toMatchObject({ code: 'EXECUTION_TIMEOUT', timeout_seconds: 300 })
  const polled = await ask('getWorkflowJob', `/api/v2/workflows?job_id=${detail.job_id}`)
  expect(polled.status).toBe(408)
  expect(polled.json).toMatchObject({ detail: { message: 'Workflow execution timed out' } })
  expect(mock.runs()[0]?.over()).toBe(true)
})

it('stops nothing but jobs in the background, and shows only their events', async () => {
  const { workflow, ask } = await startLangflow()
  const { job_id } = (await workflow('answer', 'sync')).json as Schemas['WorkflowResult']
  const stopped = await ask('stopWorkflowJob', '/api/v2/workflows/stop', { body: { job_id } })
  expect([stopped.status, stopped.json]).toMatchObject([409, { detail: { code: 'JOB_NOT_CANCELLABLE', mode: 'sync' } }])
  expect((await ask('streamWorkflowJobEvents', `/api/v2/workflows/${job_id}/events`)).status).toBe(404)
})

it('runs one job for one key at a time', async () => {
  const { clock, workflow } = await startJob('answer', { idempotency_key: 'greeting-0001' })
  const again = await workflow('answer', 'background', { idempotency_key: 'greeting-0001' })
  expect([again.status, again.json]).toMatchObject([409, { detail: { code: 'DUPLICATE_REQUEST' } }])
  await clock.advance(10 * SECONDS)
  expect((await workflow('answer', 'background', { idempotency_key: 'greeting-0001' })).status).toBe(200)
})

const ANSWERS = [
  { name: 'answer', reason: 'single' },
  { name: 'parallel-branches', reason: 'multiple' },
  { name: 'iteration', reason: 'non_string' },
  { name: 'node-failure', reason: 'failed' },
  { name: 'human-input', reason: 'none' },
]

it.each(ANSWERS)('says why there is one answer or none: $reason', async ({ name, reason }) => {
  const { workflow } = await startLangflow()
  const { output, session_id } = (await workflow(name, 'sync')).json as Schemas['WorkflowResult']
  expect(output.reason).toBe(reason)
  expect(output.text === null).toBe(reason !== 'single')
  expect(session_id).toBe('chat-1')
})
