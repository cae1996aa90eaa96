import { eachRole, nameForRole } from '../../src/contract/flows.ts'
import type { Probe, Session } from '../../src/contract/probe.ts'
import { askEndedJob, awaitJob, followJob, readJob, startJob } from './job-steps.ts'
import { FLOW_ROLES, type FlowRole, okRun, sampleBody, type Wish } from './known.ts'

const OPERATIONS = ['startExecution', 'streamExecution', 'getExecution', 'cancelExecution']

/** A job that should succeed and one that should fail, of each kind of flow: followed, polled meanwhile, and asked for after the end. */
export const jobJourneys: readonly Probe[] = [
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'job',
    runs: 1,
    operations: OPERATIONS,
    takes: 'ok',
    after: [nameForRole('blocking-run', role)],
    send: (session) => watchJob(session, role, okRun(session.known, role)),
  })),
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'failed-job',
    runs: 1,
    operations: OPERATIONS,
    sample: 'fail',
    send: (session) => watchJob(session, role, { body: sampleBody(session.known, 'fail') ?? {}, expects: {} }),
  })),
]

/** Polls while a stream comes, at most. */
const MOST_POLLS = 12
/** In ms. A stream that ended by itself leaves the job ended, give or take what another process takes to write that down. */
const PATIENCE = { closed: 3_000, broken: 15_000 }

async function watchJob(session: Session, role: FlowRole, wish: Wish): Promise<void> {
  const id = await startJob(session, role, wish)
  if (id === undefined) return
  let polls = 0
  let polling = false
  const stream = await followJob(session, id, {
    async onEvent() {
      // One at a time: answers that overtake each other could not be put in order.
      if (polling || polls === MOST_POLLS) return
      polling = true
      polls += 1
      await readJob(session, id)
      polling = false
    },
  })
  await awaitJob(session, id, PATIENCE[stream.answer?.end.how === 'closed' ? 'closed' : 'broken'])
  await askEndedJob(session, id)
}
