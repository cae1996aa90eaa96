import type { StreamEvent } from '../../src/generated/dify.ts'
import type { MomentOf } from '../../src/run/moment.ts'
import { filesIn } from './file-inputs.ts'
import { elapsedOf, eventOf, runIdOf, type Story, timeOf, totalsOf } from './story.ts'

/** The first frame of a run, and of each time it goes on. */
export function workflowStarted(story: Story, at: number, reason: 'initial' | 'resumption'): StreamEvent {
  return eventOf(story, 'workflow_started', {
    id: runIdOf(story),
    workflow_id: story.record.workflowId,
    inputs: allInputs(story),
    created_at: timeOf(story, at),
    reason,
  })
}

/**
 * The caller's inputs with the system's own beside them.
 * @param timestamp - Unix time of the start, which only the stored record shows.
 */
export function allInputs(story: Story, timestamp?: number): Record<string, unknown> {
  const { inputs, files, endUser, app, workflowId } = story.record
  return {
    ...inputs,
    'sys.files': [...files],
    'sys.user_id': endUser.session,
    'sys.app_id': app.id,
    ...(timestamp !== undefined && { 'sys.timestamp': timestamp }),
    'sys.workflow_id': workflowId,
    'sys.workflow_run_id': runIdOf(story),
  }
}

/** The closing frame of a run. */
export function workflowFinished(story: Story, moment: MomentOf<'run-finished'>, startedAt: number) {
  const { at, status, outputs, error, totals } = moment
  const { endUser, workflowId } = story.record
  return eventOf(story, 'workflow_finished', {
    id: runIdOf(story),
    workflow_id: workflowId,
    status: statusOf(status),
    outputs: { ...outputs },
    error: error ?? null,
    elapsed_time: elapsedOf(story, startedAt, at, 'run'),
    ...totalsOf(totals),
    created_by: { id: endUser.id, user: endUser.session },
    created_at: timeOf(story, startedAt),
    finished_at: timeOf(story, at),
    exceptions_count: exceptionsOf(moment),
    files: filesIn(outputs),
  }) satisfies StreamEvent
}

/** Attempts that failed, handled and retried ones included; none are counted when a run is stopped. */
export function exceptionsOf({ status, totals }: MomentOf<'run-finished'>): number {
  return status === 'stopped' ? 0 : totals.failures
}

/** The API's word for how a run ended. */
export function statusOf(status: MomentOf<'run-finished'>['status']) {
  return status === 'partial' ? ('partial-succeeded' as const) : status
}
