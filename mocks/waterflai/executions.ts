import type { AsyncExecutionStatusResponse } from '../../src/generated/waterflai.ts'
import type { Call } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import { eventsOf, eventsSoFar, timeOf } from './events.ts'
import { nodeIdsOf } from './flow-nodes.ts'
import { readFlowRequest } from './flow-request.ts'
import { executionNotFound, keyOf } from './refusals.ts'
import { standingAfter } from './standing.ts'
import { jobOf, type State } from './state.ts'
import { jobFrames, streamReply } from './stream.ts'

/** In ms: every job is queued first, a scenario may have it wait longer. */
const QUEUE = 800

const executionIdOf = (run: Run): string => run.id('execution')

/** Queues a run and says where it is asked for, followed and cancelled. */
export function startExecution(call: Call<State>) {
  const read = readFlowRequest(call, call.params.chatbot_id ?? '', ['chatflow', 'workflow'])
  if (read.kind === 'refused') return read.reply
  const { request } = read
  const scenario = { ...read.scenario, queued: Math.max(read.scenario.queued, QUEUE) }
  const run = call.runs.start({ scenario, request, names: ['execution'] })
  call.state.owners.set(run, keyOf(call))
  const url = `${call.base}/v1/executions/${executionIdOf(run)}`
  const body = { execution_id: executionIdOf(run), status_url: url, stream_url: `${url}/stream`, cancel_url: url }
  return { kind: 'body', status: 202, body } as const
}

/** How a job stands now. */
export function getExecution(call: Call<State>) {
  const run = jobOf(call)
  if (!run) return executionNotFound()
  return { kind: 'body', status: 200, body: statusBody(run) } as const
}

function statusBody(run: Run) {
  const { status, progress, current, completed, finalOutput, error, startedAt, completedAt } = standingAfter(
    eventsSoFar(run),
  )
  return {
    execution_id: executionIdOf(run),
    status,
    progress,
    current_node: current ?? null,
    completed_nodes: completed,
    total_nodes: nodeIdsOf(run.scenario).size,
    final_output: finalOutput ? { ...finalOutput } : null,
    error_message: error ?? null,
    created_at: timeOf(run, 0),
    started_at: startedAt ?? null,
    completed_at: completedAt ?? null,
    retry_count: 0,
    execution_source: 'CHATBOT',
    is_temporary: false,
    cleanup_after: null,
  } satisfies AsyncExecutionStatusResponse
}

/** Cancels a job that has not ended. Whoever asks next is told so. */
export function cancelExecution(call: Call<State>) {
  const run = jobOf(call)
  if (!run) return executionNotFound()
  const before = standingAfter(eventsSoFar(run)).status
  run.stop('Cancelled by the caller.')
  // It may have come to its own end while it was being stopped.
  const { status } = standingAfter([...eventsOf(run, run.moments())])
  const cancelled = status === 'CANCELLED' && before !== 'CANCELLED'
  const body = {
    execution_id: executionIdOf(run),
    cancelled,
    message: cancelled ? 'Execution cancelled.' : `Execution is already ${status} and cannot be cancelled.`,
    previous_status: cancelled ? before : status,
  }
  return { kind: 'body', status: 200, body } as const
}

/** Follows a job from now on. */
export function streamExecution(call: Call<State>) {
  const run = jobOf(call)
  if (!run) return executionNotFound()
  const listener = { at: run.elapsed(), missed: eventsSoFar(run).length }
  return streamReply(run, (moments) => jobFrames(run, moments, listener))
}
