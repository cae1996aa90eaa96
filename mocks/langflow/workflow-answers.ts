import type { components } from '../../src/generated/langflow.ts'
import type { CallHead } from '../../src/mock/call.ts'
import type { Form } from '../../src/run/moment.ts'
import { stateAt } from '../../src/run/state-at.ts'
import type { Built, Telling } from './cast.ts'
import { componentFault } from './faults.ts'
import { missingWorkflow, refuseWorkflow } from './refusals.ts'
import { shortOf } from './results.ts'
import type { Job, State } from './state.ts'
import type { Story } from './story.ts'
import { tellingsOf } from './tellings.ts'
import { createdTime } from './times.ts'

type Schemas = components['schemas']

/** Why a run was stopped that took too long. */
export const TIMED_OUT = 'Workflow execution timed out'
/** Seconds that a sync run may take. */
export const TIME_LIMIT = 300

export const jobIdOf = ({ run }: Story): string => run.id('job')

/** How far a job is. */
export function jobStatus({ story: { run } }: Job): Schemas['JobStatus'] {
  const { status, error } = stateAt(run.past(), run.elapsed())
  switch (status) {
    case 'queued':
      return 'queued'
    case 'running':
      return 'in_progress'
    case 'paused':
      return 'suspended'
    case 'succeeded':
    case 'partial':
      return 'completed'
    case 'failed':
      return 'failed'
    case 'stopped':
      return error === TIMED_OUT ? 'timed_out' : 'cancelled'
  }
}

/** A job as whoever polls sees it: two of its last states are refusals. */
export function polledJob(call: CallHead<State>, job: Job) {
  const status = jobStatus(job)
  const job_id = jobIdOf(job.story)
  switch (status) {
    case 'completed':
      return { kind: 'body', status: 200, body: resultBody(call, job, {}) } as const
    case 'failed':
      return refuseWorkflow(500, {
        error: 'Job failed',
        code: 'JOB_FAILED',
        message: `Job ${job_id} has failed execution.`,
        job_id,
        error_detail: { error: lookBack(job.story).fault },
      })
    case 'timed_out':
      return timedOut(job, 'Workflow execution timed out')
    default:
      return { kind: 'body', status: 200, body: jobBody(call, job, status) } as const
  }
}

/** The answer of a sync run that has come to rest. */
export function syncAnswer(call: CallHead<State>, job: Job, outputIds: readonly string[] | undefined) {
  if (jobStatus(job) === 'timed_out') {
    return timedOut(job, `Workflow execution exceeded ${TIME_LIMIT} seconds`, TIME_LIMIT)
  }
  return { kind: 'body', status: 200, body: resultBody(call, job, { outputIds }) } as const
}

function timedOut({ story }: Job, message: string, timeout_seconds?: number) {
  return refuseWorkflow(408, {
    error: 'Execution timeout',
    code: 'EXECUTION_TIMEOUT',
    message,
    job_id: jobIdOf(story),
    flow_id: story.flowId,
    ...(timeout_seconds !== undefined && { timeout_seconds }),
  })
}

export const unknownJob = (job_id: string) =>
  missingWorkflow({
    error: 'Workflow job not found',
    code: 'JOB_NOT_FOUND',
    message: `Workflow job ${job_id} not found`,
    job_id,
  })

/** A job that is not done. Its time is that of the answer. */
export function jobBody(
  call: CallHead<State>,
  { story, globals }: Job,
  status: Schemas['JobStatus'],
): Schemas['WorkflowJob'] {
  const job_id = jobIdOf(story)
  return {
    job_id,
    flow_id: story.flowId,
    object: 'job',
    created_timestamp: createdTime(call.now, call.id('created')),
    status,
    links: {
      status: `/api/v2/workflows?job_id=${job_id}`,
      stop: '/api/v2/workflows/stop',
      events: `/api/v2/workflows/${job_id}/events`,
    },
    errors: [],
    globals: { ...globals },
  }
}

interface Past {
  readonly built: ReadonlyMap<string, Built>
  readonly ended: Extract<Telling, { tell: 'ended' }> | undefined
  /** Empty when nothing has failed. */
  readonly fault: string
}

function lookBack(story: Story): Past {
  const built = new Map<string, Built>()
  let ended: Past['ended']
  for (const telling of tellingsOf(story, story.run.past())) {
    if (telling.tell === 'built') built.set(telling.built.component.id, telling.built)
    if (telling.tell === 'ended') ended = telling
  }
  return { built, ended, fault: ended?.end.status === 'failed' ? componentFault(ended) : '' }
}

function resultBody(
  call: CallHead<State>,
  job: Job,
  { outputIds }: { readonly outputIds?: readonly string[] | undefined },
): Schemas['WorkflowResult'] {
  const { story, sessionId, globals } = job
  const { built, fault } = lookBack(story)
  const status = jobStatus(job)
  const shown = status === 'completed' ? story.graph.outputs.flatMap(({ id }) => built.get(id) ?? []) : []
  const [form] = stateAt(story.run.past(), story.run.elapsed()).forms
  const details = { flow_id: story.flowId, error_type: 'ComponentBuildError' }
  const failed = status === 'failed'
  return {
    flow_id: story.flowId,
    session_id: sessionId,
    job_id: jobIdOf(story),
    object: 'response',
    created_timestamp: createdTime(call.now, call.id('created')),
    status,
    output: failed ? { reason: 'failed', text: null, source: null } : answerOf(shown, outputIds),
    outputs: Object.fromEntries(shown.map((one) => [one.component.id, componentOutput(one)])),
    errors: failed ? [{ error: fault, code: 'EXECUTION_ERROR', details }] : [],
    globals: { ...globals },
    has_errors: failed,
    human_request: form ? humanRequest(story, form) : null,
  }
}

/** The one answer among the outputs, or why there is none. */
function answerOf(shown: readonly Built[], ids: readonly string[] | undefined): Schemas['WorkflowOutput'] {
  const candidates = shown.filter(({ component }) => ids === undefined || ids.includes(component.id))
  const [first, ...others] = candidates.filter(({ message }) => message !== undefined)
  if (first?.message && others.length === 0) {
    return { reason: 'single', text: first.message.text, source: first.component.id }
  }
  const reason = first ? 'multiple' : candidates.length > 0 ? 'non_string' : 'none'
  return { reason, text: null, source: null }
}

/** What an output component has brought, the same in a result and in an event. */
export function componentOutput(built: Built): Schemas['ComponentOutput'] & { readonly component_id: string } {
  const { component, failure } = built
  return {
    component_id: component.id,
    type: component.type.gives.toLowerCase(),
    status: failure ? 'failed' : 'completed',
    display_name: component.displayName,
    content: failure ? null : shortOf(built).message,
    metadata: { component_type: component.type.name },
  }
}

/** What a person is asked. */
export function humanRequest({ run }: Story, { node, content, actions }: Form): Schemas['HumanRequest'] {
  return {
    request_id: run.id(`request:${node.key}`),
    prompt: content,
    options: actions.map(({ id, title }) => ({ action_id: id, label: title })),
    allowed_decisions: actions.map(({ id }) => id),
  }
}
