import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { type Schemas, startDify } from './client.ts'
import { advanceUntil, begin, startUntil } from './follow.ts'

const clock = createHeldClock()
const { ask, run, send, mock } = await startDify({ clock, speed: 1 }, afterAll)

/** Runs of the app that plays all scenarios, one each minute from the epoch of the clock on. */
const RUNS = [
  { query: 'Why are there tides?', user: 'ada' },
  { query: 'please fail', user: 'ada' },
  { query: 'retry, please', user: 'bob' },
  { query: 'nothing: empty', user: 'bob' },
  { query: 'pause here', user: 'ada' },
]

beforeAll(async () => {
  for (const [index, { query, user }] of RUNS.entries()) {
    await clock.advanceTo(index * 60_000)
    const { answer } = await begin(mock, () => run('blocking', { inputs: { query }, user }))
    await advanceUntil(clock, answer)
  }
  await advanceUntil(clock, run('blocking', { key: 'app-empty-answer', user: 'ada' }))
})

async function list(query = '', key = 'app-flowproof') {
  const answer = await ask('listWorkflowLogs', `/workflows/logs${query}`, { key })
  return answer.json as Schemas['WorkflowLogPage']
}
const statusesOf = ({ data }: Schemas['WorkflowLogPage']) => data.map((row) => row.workflow_run?.status)

it('lists the runs of the app, newest first', async () => {
  const page = await list()
  expect(Object.keys(page)).toEqual(['page', 'limit', 'total', 'has_more', 'data'])
  expect(page).toMatchObject({ page: 1, limit: 20, total: 5, has_more: false })
  expect(statusesOf(page)).toEqual(['paused', 'succeeded', 'partial-succeeded', 'failed', 'succeeded'])
  const times = page.data.map(({ created_at }) => created_at)
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

it('says of each run what its record says', async () => {
  const { data } = await list()
  for (const { workflow_run, ...row } of data) {
    const { json } = await ask('getWorkflowRun', `/workflows/run/${workflow_run?.id}`)
    const { inputs: _, outputs: _outputs, workflow_id: _version, ...record } = json as Schemas['WorkflowRunRecord']
    expect(workflow_run).toMatchObject(record)
    expect(Object.keys(workflow_run ?? {})).toEqual([
      ...['id', 'version', 'status', 'triggered_from', 'error', 'elapsed_time', 'total_tokens', 'total_steps'],
      ...['created_at', 'finished_at', 'exceptions_count'],
    ])
    expect(row).toMatchObject({ details: null, created_from: 'service-api', created_by_role: 'end_user' })
    expect(row.created_by_end_user).toMatchObject({ type: 'service-api', is_anonymous: false })
    expect([row.created_by_account, row.created_at]).toEqual([null, workflow_run?.created_at])
    expect(row.id).not.toBe(workflow_run?.id)
  }
  expect(data.map((row) => row.workflow_run?.exceptions_count)).toEqual([0, 0, 2, 1, 0])
})

it('keeps apps apart', async () => {
  expect(statusesOf(await list('', 'app-empty-answer'))).toEqual(['succeeded'])
  expect(await list('', 'app-retry')).toMatchObject({ total: 0, has_more: false, data: [] })
})

const FILTERS = [
  { query: '?status=succeeded', want: ['succeeded', 'succeeded'] },
  { query: '?status=failed', want: ['failed'] },
  { query: '?status=stopped', want: [] },
  { query: '?created_by_end_user_session_id=bob', want: ['succeeded', 'partial-succeeded'] },
  { query: '?created_by_end_user_session_id=nobody', want: [] },
  { query: '?keyword=TIDES', want: ['succeeded'] },
  { query: '?keyword=nothing:', want: ['succeeded'] },
  { query: '?keyword=BK-2207', want: ['partial-succeeded'] },
  { query: '?keyword=run-finished', want: [] },
  { query: '?keyword=bob&status=succeeded', want: ['succeeded'] },
  { query: '?created_at__before=2026-01-01T00:01:00Z', want: ['failed', 'succeeded'] },
  { query: '?created_at__before=2026-01-01T00:00:59.999', want: ['succeeded'] },
  { query: '?created_at__after=2026-01-01T00:03:00', want: ['paused', 'succeeded'] },
  { query: '?created_at__after=2026-01-01T01:03:00%2B01:00', want: ['paused', 'succeeded'] },
  { query: '?created_at__after=2026-01-02', want: [] },
  {
    query: '?created_at__after=2026-01-01T00:01:00Z&created_at__before=2026-01-01T00:02:30Z',
    want: ['partial-succeeded', 'failed'],
  },
  {
    query: '?created_at__after=&keyword=&created_by_account=&created_by_end_user_session_id=bob&limit=1',
    want: ['succeeded'],
  },
  { query: '?other=1&limit=1', want: ['paused'] },
]
it.each(FILTERS)('filters by $query', async ({ query, want }) => expect(statusesOf(await list(query))).toEqual(want))

const PAGES = [
  { query: '?limit=2', page: 1, has_more: true, want: ['paused', 'succeeded'] },
  { query: '?limit=2&page=2', page: 2, has_more: true, want: ['partial-succeeded', 'failed'] },
  { query: '?limit=2&page=3', page: 3, has_more: false, want: ['succeeded'] },
  { query: '?limit=2&page=99999', page: 99_999, has_more: false, want: [] },
  {
    query: '?limit=5',
    page: 1,
    has_more: false,
    want: ['paused', 'succeeded', 'partial-succeeded', 'failed', 'succeeded'],
  },
]
it.each(PAGES)('gives the page $query', async ({ query, page, has_more, want }) => {
  const found = await list(query)
  expect([found.page, found.total, found.has_more, statusesOf(found)]).toEqual([page, 5, has_more, want])
})

it('lists a run from its start', async () => {
  const { runId, leave } = await startUntil('"text_chunk"', { clock, send, key: 'app-slow' })
  const { data } = await list('', 'app-slow')
  expect(data).toMatchObject([{ workflow_run: { id: runId, status: 'running', finished_at: null, total_steps: 0 } }])
  expect(statusesOf(await list('?status=stopped', 'app-slow'))).toEqual([])
  await leave()
})

const invalid = (message: string) => ({ code: 'invalid_param', message, status: 400 })
const fault = (at: string, says: string, got: string, type: string) =>
  invalid(
    `1 validation error for WorkflowLogQuery\n${at}\n  ${says} [type=${type}, input_value='${got}', input_type=str]\n` +
      `    For further information visit https://errors.pydantic.dev/2.12/v/${type}`,
  )
const STATUS = "Input should be 'succeeded', 'failed' or 'stopped'"
const NO_INTEGER = 'Input should be a valid integer, unable to parse string as an integer'
const least = (n: number) => `Input should be greater than or equal to ${n}`
const most = (n: number) => `Input should be less than or equal to ${n}`
const REFUSED = [
  { query: '?status=running', body: fault('status', STATUS, 'running', 'literal_error') },
  { query: '?status=partial-succeeded', body: fault('status', STATUS, 'partial-succeeded', 'literal_error') },
  { query: '?page=0', body: fault('page', least(1), '0', 'greater_than_equal') },
  { query: '?page=100000', body: fault('page', most(99_999), '100000', 'less_than_equal') },
  { query: '?limit=101', body: fault('limit', most(100), '101', 'less_than_equal') },
  { query: '?limit=-1', body: fault('limit', least(1), '-1', 'greater_than_equal') },
  { query: '?limit=ten', body: fault('limit', NO_INTEGER, 'ten', 'int_parsing') },
  { query: '?page=', body: fault('page', NO_INTEGER, '', 'int_parsing') },
  { query: '?page=1e2', body: fault('page', NO_INTEGER, '1e2', 'int_parsing') },
  { query: '?created_at__before=yesterday', body: invalid('String contains unknown ISO components') },
  { query: '?created_at__after=2026-13-01', body: invalid('String contains unknown ISO components') },
  { query: '?created_at__after=07/01/2026', body: invalid('String contains unknown ISO components') },
  { query: '?created_by_account=nobody@flows.test', body: invalid('Account not found: nobody@flows.test') },
]
it.each(REFUSED)('refuses $query', async ({ query, body }) => {
  const answer = await ask('listWorkflowLogs', `/workflows/logs${query}`)
  expect([answer.status, answer.json]).toEqual([400, body])
})
