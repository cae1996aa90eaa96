import type { Session } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { type Sample, textIn } from './known.ts'
import { EVENT_STREAM, json, type Mode, workflow } from './requests.ts'

/** Runs a workflow. Undefined when nothing is known to run. */
export async function start(
  session: Session,
  sample: Sample,
  mode: Mode,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Transcript | undefined> {
  const parts = workflow(session.known, sample, mode, more)
  return isUnavailable(parts) ? undefined : session.send('runWorkflow', parts)
}

/** Starts a workflow in the background, and returns the id of its job. */
export async function startJob(
  session: Session,
  sample: Sample,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string | undefined> {
  const started = await start(session, sample, 'background', more)
  return started && succeeded(started) ? textIn(started, '/job_id') : undefined
}

export function poll({ send }: Session, job_id: string): Promise<Transcript> {
  return send('getWorkflowJob', { query: { job_id } })
}

export function stop({ send }: Session, job_id: string): Promise<Transcript> {
  return send('stopWorkflowJob', json({ job_id }))
}

export function follow({ send }: Session, job_id: string): Promise<Transcript> {
  return send('streamWorkflowJobEvents', { path: { job_id }, expects: { media: EVENT_STREAM } })
}

/** Polls a job until it is neither queued nor under way. */
export async function settle(session: Session, job: string, patience = 120_000): Promise<void> {
  for (let waited = 0, wait = 50; waited < patience; waited += wait, wait = Math.min(wait * 2, 2_000)) {
    const status = textIn(await poll(session, job), '/status')
    if (status !== 'queued' && status !== 'in_progress') return
    await session.wait(wait)
  }
}
