import type { Call, CallHead } from '../../src/mock/call.ts'
import type { Moment } from '../../src/run/moment.ts'
import { checkSession } from './credentials.ts'
import { isRecord, isUuid, missing, type Problem } from './fields.ts'
import { brokenJson, notValid, queryOf, refuseWorkflow } from './refusals.ts'
import type { Job, State } from './state.ts'
import { jobIdOf, jobStatus, polledJob, unknownJob } from './workflow-answers.ts'
import { replayFrames, WORKFLOW_STREAM_HEADERS, WORKFLOW_STREAM_TYPE } from './workflow-stream.ts'

/** The state of a job, or its result. A job that has failed or ran out of time is a refusal. */
export function getWorkflowJob(call: Call<State>) {
  const id = queryOf(call, 'job_id')
  if (id !== undefined && !isUuid(id)) return notValid([notAnId(id, ['query', 'job_id'])])
  const refused = checkSession(call)
  if (refused) return refused
  if (id === undefined) {
    const message = 'Job ID must be provided'
    return refuseWorkflow(400, { error: 'Missing required parameter', code: 'MISSING_PARAMETER', message })
  }
  const job = jobOf(call, id)
  return job ? polledJob(call, job) : unknownJob(id)
}

/** Stops a job in the background. What has ended stays as it is, and that is no refusal. */
export function stopWorkflowJob(call: Call<State>) {
  const broken = brokenJson(call)
  if (broken) return broken
  const read = readJobId(call)
  if ('problem' in read) return notValid([read.problem])
  const refused = checkSession(call)
  if (refused) return refused
  const job = jobOf(call, read.id)
  if (!job) return unknownJob(read.id)
  const job_id = jobIdOf(job.story)
  if (job.mode !== 'background') {
    const message = 'Only background jobs can be stopped.'
    return refuseWorkflow(409, {
      error: 'Job not cancellable',
      code: 'JOB_NOT_CANCELLABLE',
      message,
      job_id,
      mode: job.mode,
    })
  }
  const message = `Job ${job_id} ${stop(job)}`
  return { kind: 'body', status: 200, body: { job_id, message } } as const
}

function stop(job: Job): string {
  const status = jobStatus(job)
  if (status === 'cancelled' || !job.story.run.stop('cancelled')) {
    return status === 'cancelled' ? 'is already cancelled.' : `already finished (${status}).`
  }
  return 'cancelled successfully.'
}

/** Replays the events of a background job, and goes on with those that come. */
export function streamWorkflowJobEvents(call: Call<State>) {
  const refused = checkSession(call)
  if (refused) return refused
  const id = call.params.job_id ?? ''
  const job = jobOf(call, id)
  if (job?.mode !== 'background') return unknownJob(id)
  const { run } = job.story
  const last = call.headers['last-event-id'] ?? ''
  const listener = { at: run.elapsed(), seen: /^\s*\d+\s*$/.test(last) ? Number(last) : 0 }
  return {
    kind: 'stream',
    status: 200,
    headers: WORKFLOW_STREAM_HEADERS,
    type: WORKFLOW_STREAM_TYPE,
    run,
    frames: (moments: readonly Moment[]) => replayFrames(job.story, moments, listener),
  } as const
}

function jobOf(call: CallHead<State>, id: string): Job | undefined {
  const run = call.runs.find('job', id)
  return run && call.state.jobs.get(run)
}

function readJobId({ body }: Call<State>): { readonly id: string } | { readonly problem: Problem } {
  const value = body.kind === 'json' ? body.value : undefined
  if (!isRecord(value)) return { problem: missing(['body'], value ?? null) }
  const { job_id } = value
  if (job_id === undefined) return { problem: missing(['body', 'job_id'], value) }
  return typeof job_id === 'string' && isUuid(job_id)
    ? { id: job_id }
    : { problem: notAnId(job_id, ['body', 'job_id']) }
}

function notAnId(input: unknown, loc: Problem['loc']): Problem {
  return { type: 'value_error', loc, msg: 'Value error, Invalid job_id, must be a UUID', input, ctx: { error: {} } }
}
