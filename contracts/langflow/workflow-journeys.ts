import type { Probe, Session } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { succeeded } from '../../src/contract/transcript.ts'
import { jobOf, ROLE, textIn } from './known.ts'
import { EVENT_STREAM, json, reasonOf, UNKNOWN_ID, workflow } from './requests.ts'
import { follow, poll, settle, start, startJob, stop } from './workflow-acts.ts'

/** Workflows in each mode: one that succeeds, one that fails, one that is stopped, and wishes that are refused. */
export const workflowJourneys: readonly Probe[] = [
  {
    name: 'sync-workflow',
    runs: 1,
    operations: ['runWorkflow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    unavailable: (known) => reasonOf(workflow(known, 'ok', 'sync')),
    send: async (session) => void (await start(session, 'ok', 'sync')),
  },
  {
    name: 'streamed-workflow',
    runs: 1,
    operations: ['runWorkflow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run', 'sync-workflow'],
    unavailable: (known) => reasonOf(workflow(known, 'ok', 'stream')),
    send: async (session) => void (await start(session, 'ok', 'stream')),
  },
  {
    name: 'background-workflow',
    runs: 1,
    operations: ['runWorkflow', 'getWorkflowJob', 'streamWorkflowJobEvents', 'stopWorkflowJob'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run', 'sync-workflow'],
    unavailable: (known) => reasonOf(workflow(known, 'ok', 'background')),
    async send(session) {
      const job = await startJob(session, 'ok')
      if (job === undefined) return
      await settle(session, job)
      // Once more: of a job that has ended, nothing may change.
      await poll(session, job)
      await follow(session, job)
      await stop(session, job)
      await poll(session, job)
    },
  },
  {
    name: 'failed-workflow',
    runs: 3,
    operations: ['runWorkflow', 'getWorkflowJob', 'streamWorkflowJobEvents'],
    role: ROLE,
    sample: 'fail',
    after: ['batch-run', 'sync-workflow'],
    unavailable: (known) => reasonOf(workflow(known, 'fail', 'sync')),
    async send(session) {
      await start(session, 'fail', 'sync')
      await start(session, 'fail', 'stream')
      const job = await startJob(session, 'fail')
      if (job === undefined) return
      await settle(session, job)
      await follow(session, job)
    },
  },
  {
    name: 'stopped-workflow',
    runs: 1,
    operations: ['runWorkflow', 'getWorkflowJob', 'streamWorkflowJobEvents', 'stopWorkflowJob'],
    role: ROLE,
    sample: 'slow',
    after: ['batch-run', 'sync-workflow', 'background-workflow'],
    unavailable: (known) => reasonOf(workflow(known, 'slow', 'background')),
    send: stopInTheMiddle,
  },
  {
    name: 'workflow-refusals',
    runs: 0,
    operations: ['runWorkflow', 'getWorkflowJob', 'stopWorkflowJob'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run', 'sync-workflow'],
    unavailable: (known) => reasonOf(workflow(known, 'ok', 'sync')),
    send: sendRefusals,
  },
]

/** Fields that make a good request a wrong one, and the statuses that refuse it. */
export const WRONG_WORKFLOWS = {
  flow: { fields: { flow_id: UNKNOWN_ID }, status: 404 },
  field: { fields: { flowproof: true }, status: 422 },
  protocol: { fields: { stream_protocol: 'flowproof' }, status: 422 },
  data: { fields: { data: { nodes: [], edges: [] } }, status: 422 },
  output: { fields: { output_ids: ['Flowproof-00000'] }, status: 422 },
} as const

async function sendRefusals({ known, send }: Session): Promise<void> {
  for (const { fields, status } of Object.values(WRONG_WORKFLOWS)) {
    const parts = workflow(known, 'ok', 'sync', fields)
    if (!isUnavailable(parts)) await send('runWorkflow', { ...parts, expects: refusedBy(parts.expects?.guess, status) })
  }
  const guess = reasonToGuess(known)
  await send('getWorkflowJob', { query: { job_id: 'no-uuid' }, expects: refusedBy(guess, 422) })
  await send('getWorkflowJob', { query: { job_id: UNKNOWN_ID }, expects: refusedBy(guess, 404) })
  await send('stopWorkflowJob', { ...json({ job_id: UNKNOWN_ID }), expects: refusedBy(guess, 404) })
}

function reasonToGuess(known: Session['known']): string | undefined {
  const parts = workflow(known, 'ok', 'sync')
  return isUnavailable(parts) ? undefined : parts.expects?.guess
}

function refusedBy(guess: string | undefined, status: number) {
  return { statuses: [status], ...(guess === undefined ? {} : { guess }) }
}

// The same key twice: the second wish is for the job that is under way. The key is as new as the job that it is named for.
async function stopInTheMiddle(session: Session): Promise<void> {
  const fresh = jobOf(session.known, 'background-workflow', 'runWorkflow')
  const key = { idempotency_key: `flowproof-${fresh}` }
  const job_id = await startJob(session, 'slow', key)
  if (job_id === undefined) return
  const act = async (): Promise<void> => {
    await poll(session, job_id)
    if (fresh !== undefined) await startAgain(session, key)
    await stop(session, job_id)
  }
  let acting: Promise<void> | undefined
  const onEvent = (): Promise<void> => (acting ??= act())
  await session.send(
    'streamWorkflowJobEvents',
    { path: { job_id }, expects: { media: EVENT_STREAM, slow: true } },
    { onEvent },
  )
  // Without any event the job is stopped all the same.
  await onEvent()
  await settle(session, job_id, 10_000)
  await stop(session, job_id)
  await poll(session, job_id)
  await follow(session, job_id)
}

/** Asks for the same job once more. One that is started by mistake is stopped again. */
async function startAgain(session: Session, key: Readonly<Record<string, unknown>>): Promise<void> {
  const parts = workflow(session.known, 'slow', 'background', key)
  if (isUnavailable(parts)) return
  const again = await session.send('runWorkflow', { ...parts, expects: refusedBy(parts.expects?.guess, 409) })
  const other = textIn(again, '/job_id')
  if (succeeded(again) && other !== undefined) await stop(session, other)
}
