import type { ExecutedNode, Execution, FlowRecord } from '../../src/generated/flowise.ts'
import type { Call } from '../../src/mock/call.ts'
import { toldSoFar } from './answers.ts'
import { withoutCredentials } from './credentials.ts'
import { isoSeconds } from './dates.ts'
import type { TimedEvent } from './event.ts'
import { flowData } from './flow-data.ts'
import type { Flow } from './flows.ts'
import { isRecord } from './is-record.ts'
import { fault } from './refusals.ts'
import { executionIdOf, type State, type Story, storiesOf, WORKSPACE } from './state.ts'

/** The record of an agentflow's run as it stands. */
export function executionOf(story: Story): Execution {
  const { run, record } = story
  const { state, nodes, changedAt, stoppedAt } = stored(toldSoFar(story))
  const changed = Math.max(run.createdAt + changedAt, record.changedAt ?? 0)
  return {
    id: executionIdOf(story),
    executionData: JSON.stringify(nodes),
    state,
    agentflowId: record.flow.id,
    sessionId: record.sessionId,
    action: null,
    isPublic: record.isPublic,
    createdDate: isoSeconds(run.createdAt),
    updatedDate: isoSeconds(changed),
    stoppedDate: stoppedAt === undefined ? null : isoSeconds(run.createdAt + stoppedAt),
    workspaceId: WORKSPACE,
  }
}

interface Stored {
  readonly state: Execution['state']
  readonly nodes: readonly ExecutedNode[]
  readonly changedAt: number
  readonly stoppedAt: number | undefined
}

/** Nodes are written when the run ends or stops, and so is the state; while it goes on there are those of before. */
function stored(told: readonly TimedEvent[]): Stored {
  let executed: readonly ExecutedNode[] = []
  let state: Stored = { state: 'INPROGRESS', nodes: [], changedAt: 0, stoppedAt: undefined }
  for (const { at, event } of told) {
    if (event.event === 'agentFlowExecutedData') executed = event.data
    if (event.event !== 'agentFlowEvent') continue
    const written = event.data === 'INPROGRESS' ? state.nodes : executed
    const stoppedAt = event.data === 'STOPPED' ? at : state.stoppedAt
    state = { state: event.data, nodes: written, changedAt: at, stoppedAt }
  }
  return state
}

/** The executions that are not deleted, newest first. */
export function executionsOf(call: Call<State>): Story[] {
  return storiesOf(call).filter(({ run, record }) => record.flow.kind === 'agentflow' && !call.state.deleted.has(run))
}

const STATES = ['INPROGRESS', 'FINISHED', 'ERROR', 'TERMINATED', 'TIMEOUT', 'STOPPED']

/** One page of the executions, last changed first. */
export function listExecutions(call: Call<State>) {
  const { query } = call
  const listed = executionsOf(call)
    .filter(({ record }) => matchesName(record.flow, query.get('agentflowName')))
    .map((story) => ({ ...executionOf(story), agentflow: flowRecord(story.record.flow) }))
    .filter(
      (execution) =>
        isWanted(execution.id, query.get('id')) &&
        isWanted(execution.agentflowId, query.get('agentflowId')) &&
        isWanted(execution.sessionId, query.get('sessionId')) &&
        (!STATES.includes(query.get('state') ?? '') || execution.state === query.get('state')) &&
        isBetween(execution.createdDate, query.get('startDate'), query.get('endDate')),
    )
    .sort((a, b) => b.updatedDate.localeCompare(a.updatedDate))
  const limit = positive(query.get('limit'), 12)
  const from = (positive(query.get('page'), 1) - 1) * limit
  return { kind: 'body', status: 200, body: { data: listed.slice(from, from + limit), total: listed.length } } as const
}

const isWanted = (value: string, wanted: string | null): boolean => !wanted || value === wanted

const matchesName = ({ name }: Flow, text: string | null): boolean =>
  name.toLowerCase().includes(text?.toLowerCase() ?? '')

function isBetween(date: string, start: string | null, end: string | null): boolean {
  const time = Date.parse(date)
  return !(start && time < Date.parse(start)) && !(end && time > Date.parse(end))
}

function positive(text: string | null, fallback: number): number {
  const number = Math.floor(Number(text))
  return number >= 1 ? number : fallback
}

function flowRecord(flow: Flow): FlowRecord {
  return { id: flow.id, name: flow.name, flowData: flowData(flow), type: 'AGENTFLOW' }
}

const find = (call: Call<State>): Story | undefined =>
  executionsOf(call).find((story) => executionIdOf(story) === call.params.id?.toLowerCase())

const unknown = (place: string, id = '') => fault(500, `Error: executionsService.${place} - Execution ${id} not found`)

/** One execution. */
export function getExecution(call: Call<State>) {
  const story = find(call)
  if (!story) return unknown('getExecutionById', call.params.id)
  return { kind: 'body', status: 200, body: executionOf(story) } as const
}

/** One execution that is shared. */
export function getPublicExecution(call: Call<State>) {
  const story = find(call)
  if (!story?.record.isPublic) return unknown('getPublicExecutionById', call.params.id)
  const execution = executionOf(story)
  const nodes: ExecutedNode[] = JSON.parse(execution.executionData)
  const executionData = JSON.stringify(withoutCredentials(nodes))
  return { kind: 'body', status: 200, body: { ...execution, executionData } } as const
}

/** Shares an execution, or stops sharing it. */
export function updateExecution(call: Call<State>) {
  if (call.body.kind === 'malformed') return fault(400, call.body.reason)
  const story = find(call)
  if (!story) return unknown('updateExecution', call.params.id)
  const change = call.body.kind === 'json' && isRecord(call.body.value) ? call.body.value : {}
  if (typeof change.isPublic === 'boolean') {
    story.record.isPublic = change.isPublic
    story.record.changedAt = call.now
  }
  return { kind: 'body', status: 200, body: executionOf(story) } as const
}

/** Deletes the records of several runs. */
export function deleteExecutions(call: Call<State>) {
  if (call.body.kind === 'malformed') return fault(400, call.body.reason)
  const value = call.body.kind === 'json' && isRecord(call.body.value) ? call.body.value.executionIds : undefined
  if (!Array.isArray(value) || value.length === 0) {
    return { kind: 'body', status: 400, body: { success: false, message: 'No execution IDs provided' } } as const
  }
  return remove(call, value.map(String))
}

/** Deletes the record of one run. */
export const deleteExecution = (call: Call<State>) => remove(call, [call.params.id ?? ''])

function remove(call: Call<State>, ids: readonly string[]) {
  const wanted = ids.map((id) => id.toLowerCase())
  const stories = executionsOf(call).filter((story) => wanted.includes(executionIdOf(story)))
  for (const { run } of stories) call.state.deleted.add(run)
  return { kind: 'body', status: 200, body: { success: true, deletedCount: stories.length } } as const
}
