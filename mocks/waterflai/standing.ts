import type { ExecutionStatus, NodeExecution } from '../../src/generated/waterflai.ts'
import type { RunEvent, TimedEvent } from './events.ts'

/** How a run stands after some of its events. */
export interface Standing {
  readonly status: ExecutionStatus
  /** Percent. */
  readonly progress: number
  /** Nodes that are done, those whose failure the flow handled among them. */
  readonly completed: number
  /** Id of the node at work; of several the one that began last. */
  readonly current: string | undefined
  readonly startedAt: string | undefined
  readonly completedAt: string | undefined
  readonly finalOutput: Readonly<Record<string, unknown>> | undefined
  readonly error: string | undefined
}

const QUEUED: Standing = {
  status: 'PENDING',
  progress: 0,
  completed: 0,
  current: undefined,
  startedAt: undefined,
  completedAt: undefined,
  finalOutput: undefined,
  error: undefined,
}

/** Reads off how a run stands. */
export function standingAfter(events: readonly TimedEvent[]): Standing {
  const standing = events.reduce((before, { event }) => goOn(before, event), QUEUED)
  if (standing.status !== 'RUNNING') return standing
  return { ...standing, current: nodesAfter(events).findLast(({ status }) => status === 'RUNNING')?.node_id }
}

function goOn(standing: Standing, event: RunEvent): Standing {
  switch (event.type) {
    case 'execution_started':
      return { ...standing, status: 'RUNNING', startedAt: event.timestamp }
    case 'progress_update':
      return { ...standing, progress: event.progress, completed: standing.completed + 1 }
    case 'execution_completed':
      return { ...standing, status: 'COMPLETED', completedAt: event.timestamp, finalOutput: event.final_output }
    case 'execution_failed':
      return { ...standing, status: 'FAILED', completedAt: event.timestamp, error: event.error_message }
    case 'execution_cancelled':
      return { ...standing, status: 'CANCELLED', completedAt: event.timestamp }
    case 'node_started':
    case 'node_completed':
    case 'node_failed':
      return standing
  }
}

type NodeRecord = Required<NodeExecution>

/** What each node did, in the order of their starts. */
export function nodesAfter(events: readonly TimedEvent[]): readonly NodeRecord[] {
  const nodes = new Map<string, NodeRecord>()
  for (const { event } of events) {
    if (event.type === 'node_started') nodes.set(event.node_id, begun(event))
    if (event.type !== 'node_completed' && event.type !== 'node_failed') continue
    const node = nodes.get(event.node_id)
    if (node) nodes.set(event.node_id, { ...node, ...endOf(event), completed_at: event.timestamp })
  }
  return [...nodes.values()]
}

function begun({ node_id, node_name, timestamp }: Extract<RunEvent, { type: 'node_started' }>): NodeRecord {
  return {
    node_id,
    node_name,
    status: 'RUNNING',
    output: null,
    error_message: null,
    started_at: timestamp,
    completed_at: null,
  }
}

function endOf(event: Extract<RunEvent, { type: 'node_completed' | 'node_failed' }>) {
  return event.type === 'node_completed'
    ? ({ status: 'COMPLETED', output: event.output } as const)
    : ({ status: 'FAILED', error_message: event.error_message } as const)
}
