import type { components } from '../../src/generated/dify.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import { pauseReasons } from './form-events.ts'
import { type Phase, phaseOf } from './phase.ts'
import { serverFault } from './refusals.ts'
import { allInputs, exceptionsOf, statusOf } from './run-events.ts'
import { elapsedOf, nodeIdOf, runIdOf, type Story, taskIdOf, timeOf, totalsOf } from './story.ts'

type Schemas = components['schemas']

/** The answer of a blocking run that rests. Written by another layer than most: with a charset, without a line end. */
export function blockingAnswer(story: Story) {
  const rest = restOf(story)
  if (!rest) return serverFault()
  const body = {
    task_id: taskIdOf(story),
    workflow_run_id: runIdOf(story),
    data: blockingData(story, rest),
  } satisfies Schemas['BlockingRun']
  return { kind: 'body', status: 200, type: 'application/json; charset=utf-8', body, text: pythonJson(body) } as const
}

function blockingData(story: Story, phase: Rest): Schemas['BlockingRun']['data'] {
  const { moment, startedAt } = phase
  return {
    id: runIdOf(story),
    workflow_id: story.record.workflowId,
    status: phase.kind === 'paused' ? 'paused' : statusOf(phase.moment.status),
    ...resultOf(phase),
    elapsed_time: elapsedOf(story, startedAt, moment.at, phase.kind === 'paused' ? 'paused' : 'run'),
    ...totalsOf(moment.totals),
    created_at: timeOf(story, startedAt),
    finished_at: phase.kind === 'paused' ? null : timeOf(story, moment.at),
    ...(phase.kind === 'paused' && {
      paused_nodes: phase.moment.forms.map(({ node }) => nodeIdOf(story, node)),
      reasons: pauseReasons(story, phase.moment.forms),
    }),
  }
}

type Rest = Extract<Phase, { kind: 'paused' | 'finished' }>

// A run that was stopped before it began has nothing but its end.
function restOf({ run }: Story): Rest | undefined {
  const past = run.past()
  const phase = phaseOf(past)
  if (phase.kind === 'paused' || phase.kind === 'finished') return phase
  const moment = past.find((candidate) => candidate.kind === 'run-finished')
  return moment && { kind: 'finished', startedAt: moment.at, moment }
}

function resultOf(phase: Exclude<Phase, { kind: 'queued' }>) {
  if (phase.kind !== 'finished') return { outputs: {}, error: null }
  return { outputs: { ...phase.moment.outputs }, error: phase.moment.error ?? null }
}

/** The stored record of a run; undefined before it has started. */
export function runDetail(story: Story): Schemas['WorkflowRunRecord'] | undefined {
  const phase = phaseOf(story.run.past())
  if (phase.kind === 'queued') return undefined
  const { total_steps, total_tokens, created_at, finished_at, elapsed_time } = countsOf(story, phase)
  return {
    id: runIdOf(story),
    workflow_id: story.record.workflowId,
    status: storedStatus(phase),
    inputs: pythonJson(allInputs(story, timeOf(story, phase.startedAt))),
    ...resultOf(phase),
    total_steps,
    total_tokens,
    created_at,
    finished_at,
    elapsed_time,
  }
}

/** One row of the history; undefined before the run has started. */
export function logRow(story: Story): Schemas['WorkflowLogEntry'] | undefined {
  const phase = phaseOf(story.run.past())
  if (phase.kind === 'queued') return undefined
  const { endUser } = story.record
  const { created_at, finished_at, ...counts } = countsOf(story, phase)
  return {
    id: story.run.id('log'),
    workflow_run: {
      id: runIdOf(story),
      version: '2026-01-15 09:30:00.000000',
      status: storedStatus(phase),
      triggered_from: 'app-run',
      error: resultOf(phase).error,
      ...counts,
      created_at,
      finished_at,
      exceptions_count: phase.kind === 'finished' ? exceptionsOf(phase.moment) : 0,
    },
    details: null,
    created_from: 'service-api',
    created_by_role: 'end_user',
    created_by_account: null,
    created_by_end_user: {
      id: endUser.id,
      type: 'service-api',
      is_anonymous: endUser.isAnonymous,
      session_id: endUser.session,
    },
    created_at,
  }
}

function storedStatus(phase: Exclude<Phase, { kind: 'queued' }>): Schemas['RunStatus'] {
  return phase.kind === 'finished' ? statusOf(phase.moment.status) : phase.kind
}

// Nothing is counted while it runs, and no time until it has ended.
function countsOf(story: Story, phase: Exclude<Phase, { kind: 'queued' }>) {
  const totals = phase.kind === 'running' ? { total_tokens: 0, total_steps: 0 } : totalsOf(phase.moment.totals)
  const ended = phase.kind === 'finished' ? phase.moment.at : undefined
  return {
    elapsed_time: ended === undefined ? 0 : elapsedOf(story, phase.startedAt, ended, 'run'),
    ...totals,
    created_at: timeOf(story, phase.startedAt),
    finished_at: ended === undefined ? null : timeOf(story, ended),
  }
}
