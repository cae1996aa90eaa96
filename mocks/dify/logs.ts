import type { Call } from '../../src/mock/call.ts'
import { logRow } from './answers.ts'
import { type Fault, modelError } from './model-error.ts'
import { phaseOf } from './phase.ts'
import { refuse } from './refusals.ts'
import { allInputs } from './run-events.ts'
import { appOf, type State } from './state.ts'
import type { Story } from './story.ts'

const STATUSES = ['succeeded', 'failed', 'stopped']

/** The history of the key's app, newest first. */
export function listWorkflowLogs(call: Call<State>) {
  const { query } = call
  const faults = [
    ...badStatus(query.get('status')),
    ...badNumber(query, 'page', 99_999),
    ...badNumber(query, 'limit', 100),
  ]
  if (faults.length > 0) return refuse(400, 'invalid_param', modelError('WorkflowLogQuery', faults))
  const [before, after] = [readTime(query.get('created_at__before')), readTime(query.get('created_at__after'))]
  if (before === 'bad' || after === 'bad') return refuse(400, 'invalid_param', 'String contains unknown ISO components')
  const account = query.get('created_by_account')
  if (account) return refuse(400, 'invalid_param', `Account not found: ${account}`)

  const stories = storiesOf(call).filter((story) => isWanted(story, query, { before, after }))
  const rows = stories.toSorted((a, b) => startOf(b) - startOf(a)).flatMap((story) => logRow(story) ?? [])
  const page = Number(query.get('page') ?? 1)
  const limit = Number(query.get('limit') ?? 20)
  const total = rows.length
  const data = rows.slice((page - 1) * limit, page * limit)
  return { kind: 'body', status: 200, body: { page, limit, total, has_more: total > page * limit, data } } as const
}

// A row is written when a run starts.
function storiesOf(call: Call<State>): Story[] {
  const app = appOf(call)
  return call.runs.list().flatMap((run) => {
    const record = call.state.records.get(run)
    return record?.app.id === app.id && phaseOf(run.past()).kind !== 'queued' ? [{ run, record }] : []
  })
}

/** Unix time in ms of a run's start. */
function startOf({ run }: Story): number {
  return run.createdAt + (run.past().find(({ kind }) => kind === 'run-started')?.at ?? 0)
}

interface Span {
  readonly before: number | undefined
  readonly after: number | undefined
}

function isWanted(story: Story, query: URLSearchParams, { before, after }: Span): boolean {
  const status = query.get('status')
  const session = query.get('created_by_end_user_session_id')
  const keyword = query.get('keyword')?.toLowerCase()
  const end = story.run.past().find((moment) => moment.kind === 'run-finished')
  return (
    (!status || end?.status === status) &&
    (!session || story.record.endUser.session === session) &&
    (before === undefined || startOf(story) <= before) &&
    (after === undefined || startOf(story) >= after) &&
    (!keyword ||
      JSON.stringify([allInputs(story), end?.outputs])
        .toLowerCase()
        .includes(keyword))
  )
}

function badStatus(got: string | null): Fault[] {
  if (got === null || STATUSES.includes(got)) return []
  return [{ at: 'status', says: "Input should be 'succeeded', 'failed' or 'stopped'", type: 'literal_error', got }]
}

const NO_INTEGER = 'Input should be a valid integer, unable to parse string as an integer'

function badNumber(query: URLSearchParams, at: string, most: number): Fault[] {
  const got = query.get(at)
  if (got === null) return []
  if (!/^\s*[+-]?\d+\s*$/.test(got)) return [{ at, says: NO_INTEGER, type: 'int_parsing', got }]
  if (Number(got) < 1)
    return [{ at, says: 'Input should be greater than or equal to 1', type: 'greater_than_equal', got }]
  if (Number(got) <= most) return []
  return [{ at, says: `Input should be less than or equal to ${most}`, type: 'less_than_equal', got }]
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** Unix time in ms; without a zone it is in UTC. Undefined when none is given. */
function readTime(text: string | null): number | 'bad' | undefined {
  if (!text) return undefined
  const [, time, , , zone] = ISO_TIME.exec(text) ?? []
  const at = ISO_TIME.test(text) ? Date.parse(time && !zone ? `${text}Z` : text) : Number.NaN
  return Number.isNaN(at) ? 'bad' : at
}
