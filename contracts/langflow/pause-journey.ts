import type { Probe, Session } from '../../src/contract/probe.ts'
import { ROLE } from './known.ts'
import { reasonOf, workflow } from './requests.ts'
import { follow, settle, start, startJob, stop } from './workflow-acts.ts'

/** A workflow that waits for a person, seen in each mode. Nobody answers; the job is stopped. */
export const pauseJourney: Probe = {
  name: 'paused-workflow',
  runs: 3,
  operations: ['runWorkflow', 'getWorkflowJob', 'streamWorkflowJobEvents', 'stopWorkflowJob'],
  role: ROLE,
  sample: 'paused',
  after: ['batch-run', 'sync-workflow'],
  unavailable: (known) => reasonOf(workflow(known, 'paused', 'sync')),
  send: waitForNobody,
}

async function waitForNobody(session: Session): Promise<void> {
  await start(session, 'paused', 'sync')
  await start(session, 'paused', 'stream')
  const job = await startJob(session, 'paused')
  if (job === undefined) return
  await settle(session, job)
  await follow(session, job)
  await stop(session, job)
  await settle(session, job, 10_000)
}
