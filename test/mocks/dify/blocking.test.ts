import { afterAll, expect, it } from 'vitest'
import { type Schemas, startDify } from './client.ts'

const { ask, run } = await startDify({}, afterAll)

const blocking = async (key: string, inputs: Record<string, unknown> = { query: 'Good morning' }) => {
  const answer = await run('blocking', { key, inputs })
  return { ...answer, body: answer.json as Schemas['BlockingRun'] }
}
const FIELDS = [
  ...['id', 'workflow_id', 'status', 'outputs', 'error', 'elapsed_time', 'total_tokens', 'total_steps', 'created_at'],
  'finished_at',
]

it('answers with a charset, without a line end, and in ASCII', async () => {
  const { status, headers, text, body } = await blocking('app-unicode')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(text).toMatch(/^\{"task_id": "[^"]+", "workflow_run_id": "[^"]+", "data": \{"id": /)
  expect(text.endsWith('}}')).toBe(true)
  expect(text).toMatch(/^[\x20-\x7e]+$/)
  expect(body.data.outputs?.answer).toContain('𝒜𝓁𝑔𝑒𝒷𝓇𝒶')
})

it('answers records without a charset, with a line end, and in ASCII', async () => {
  const { body } = await blocking('app-unicode')
  const { headers, text } = await ask('getWorkflowRun', `/workflows/run/${body.data.id}`, { key: 'app-unicode' })
  expect(headers.get('content-type')).toBe('application/json')
  expect(text).toMatch(/^\{"id": [\x20-\x7e]+\}\n$/)
  const order = Object.keys(JSON.parse(text))
  expect(order).toEqual([
    ...['id', 'workflow_id', 'status', 'inputs', 'outputs', 'error', 'total_steps', 'total_tokens', 'created_at'],
    ...['finished_at', 'elapsed_time'],
  ])
})

const ENDS = [
  { key: 'app-answer', status: 'succeeded', error: null },
  { key: 'app-node-failure', status: 'failed', outputs: {}, error: 'Request failed with status code 503' },
  { key: 'app-retry', status: 'partial-succeeded', error: null },
]
it.each(ENDS)('is a 200 for a run that is $status', async ({ key, ...end }) => {
  const { status, body } = await blocking(key)
  expect([status, Object.keys(body.data)]).toEqual([200, FIELDS])
  expect(body.data).toMatchObject(end)
  expect(body.data.finished_at).toBeGreaterThanOrEqual(body.data.created_at)
})

it('is blocking unless it is told to stream', async () => {
  for (const mode of [{}, { response_mode: null }, { response_mode: 'blocking' }]) {
    const answer = await ask('runWorkflow', '/workflows/run', { body: { inputs: {}, user: 'u', ...mode } })
    expect(answer.json).toMatchObject({ data: { status: 'succeeded' } })
  }
})

it('answers for a run that waits for a person with what it waits for', async () => {
  const key = 'app-human-input'
  const { body } = await blocking(key)
  const { data } = body
  expect(Object.keys(data)).toEqual([...FIELDS, 'paused_nodes', 'reasons'])
  const waits = { status: 'paused', outputs: {}, error: null, total_steps: 3, finished_at: null }
  expect(data).toMatchObject({ ...waits, paused_nodes: [expect.stringMatching(/^\d{13}$/)] })
  expect(data.elapsed_time).toBeGreaterThan(0)
  const [reason] = data.reasons ?? []
  expect(Object.keys(reason ?? {})).toEqual([
    ...['TYPE', 'form_id', 'form_content', 'inputs', 'actions', 'node_id', 'node_title', 'resolved_default_values'],
    ...['form_token', 'expiration_time', 'approval_channels'],
  ])
  expect(reason).toMatchObject({ TYPE: 'human_input_required', node_id: data.paused_nodes?.[0] })
  const record = await ask('getWorkflowRun', `/workflows/run/${data.id}`, { key })
  const { total_tokens, total_steps } = data
  const stored = { status: 'paused', elapsed_time: 0, finished_at: null, total_tokens, total_steps }
  expect(record.json).toMatchObject(stored)
})

it('shows a run to every user of its app, and to no other app', async () => {
  const { body } = await blocking('app-answer')
  const path = `/workflows/run/${body.data.id}`
  expect((await ask('getWorkflowRun', path, { key: 'app-answer' })).status).toBe(200)
  expect(
    (await ask('getWorkflowRun', path.toUpperCase().replace('/WORKFLOWS/RUN', '/workflows/run'), { key: 'app-answer' }))
      .status,
  ).toBe(200)
  for (const key of ['app-retry', 'app-flowproof']) {
    expect((await ask('getWorkflowRun', path, { key })).json).toMatchObject({ code: 'not_found' })
  }
})
