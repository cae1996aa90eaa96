import type { StreamEvent } from '../../src/generated/dify.ts'
import type { Moment, MomentOf } from '../../src/run/moment.ts'
import { humanInputRequired, workflowPaused } from './form-events.ts'
import type { TimedEvent } from './narrate.ts'
import { containersOf } from './node-events.ts'
import { nodeTypeOf } from './node-values.ts'
import { phaseOf } from './phase.ts'
import { workflowStarted } from './run-events.ts'
import { elapsedOf, eventOf, executionIdOf, nodeIdOf, type Story, timeOf } from './story.ts'

/** What a listener is told first of a run that is under way: its start, each node as stored, and why it waits if it does. */
export function snapshotOf(story: Story, past: readonly Moment[], at: number): readonly TimedEvent[] {
  const phase = phaseOf(past)
  if (phase.kind === 'queued') return []
  const events = [workflowStarted(story, phase.startedAt, 'initial')]
  rowsOf(past).forEach((row, index) => {
    events.push(storedStart(story, row, index + 1))
    if (row.end) events.push(storedEnd(story, row, row.end, index + 1))
  })
  if (phase.kind === 'paused') {
    for (const form of phase.moment.forms) events.push(humanInputRequired(story, form))
    events.push(workflowPaused(story, phase.moment, phase.startedAt))
  }
  return events.map((event) => ({ at, event }))
}

type Start = MomentOf<'node-started'> | MomentOf<'group-started'>

/** One execution of a node, as stored. */
interface Row {
  readonly start: Start
  readonly end: { readonly at: number; readonly status: RowStatus } | undefined
}

type RowStatus = 'succeeded' | 'failed' | 'exception' | 'paused'

function rowsOf(past: readonly Moment[]): Row[] {
  const rows = new Map<string, Row>()
  const end = (key: string, at: number, status: RowStatus) => {
    const row = rows.get(key)
    if (row) rows.set(key, { ...row, end: { at, status } })
  }
  for (const moment of past) {
    switch (moment.kind) {
      case 'node-started':
      case 'group-started':
        rows.set(moment.node.key, { start: moment, end: undefined })
        break
      case 'node-finished':
      case 'group-finished':
        end(moment.node.key, moment.at, moment.status === 'handled' ? 'exception' : moment.status)
        break
      case 'run-paused':
        for (const { node } of moment.forms) end(node.key, moment.at, 'paused')
        break
    }
  }
  return [...rows.values()]
}

function storedHead(story: Story, { start }: Row, index: number) {
  return {
    id: executionIdOf(story, start.node),
    node_id: nodeIdOf(story, start.node),
    node_type: start.kind === 'group-started' ? start.group : nodeTypeOf(start.node),
    title: start.node.title,
    index,
    predecessor_node_id: null,
    inputs: null,
  }
}

function storedStart(story: Story, row: Row, index: number): StreamEvent {
  const data = {
    ...storedHead(story, row, index),
    created_at: timeOf(story, startOf(row)),
    extras: {},
    ...containersOf(story, row.start.node),
  }
  return eventOf(story, 'node_started', data)
}

function storedEnd(story: Story, row: Row, { at, status }: NonNullable<Row['end']>, index: number): StreamEvent {
  const data = {
    ...storedHead(story, row, index),
    process_data: null,
    outputs: null,
    status,
    error: null,
    elapsed_time: elapsedOf(story, startOf(row), at, row.start.node.key),
    execution_metadata: null,
    created_at: timeOf(story, startOf(row)),
    finished_at: timeOf(story, at),
    files: [],
    ...containersOf(story, row.start.node),
  }
  return eventOf(story, 'node_finished', data)
}

function startOf({ start }: Row): number {
  return start.kind === 'node-started' ? start.startedAt : start.at
}
