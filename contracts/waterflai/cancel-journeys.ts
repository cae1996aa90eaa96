import { eachRole } from '../../src/contract/flows.ts'
import type { Probe, Session } from '../../src/contract/probe.ts'
import { askEndedJob, awaitJob, followJob, readJob, startJob } from './job-steps.ts'
import { FLOW_ROLES, type FlowRole, sampleBody, type Wish } from './known.ts'

/** Two jobs of each kind of flow that are cancelled: one as soon as it is queued, one at work and under the eyes of two listeners. */
export const cancelJourneys: readonly Probe[] = eachRole(FLOW_ROLES, (role) => ({
  name: 'cancelled-job',
  runs: 2,
  operations: ['startExecution', 'streamExecution', 'getExecution', 'cancelExecution'],
  sample: 'slow',
  async send(session) {
    const wish = { body: sampleBody(session.known, 'slow') ?? {}, expects: { slow: true } } as const
    await cancelAtOnce(session, role, wish)
    await cancelAtWork(session, role, wish)
  },
}))

/** In ms, for a job to leave the queue, and for a cancelled one to be done. */
const PATIENCE = { queue: 10_000, end: 3_000 }

async function cancelAtOnce(session: Session, role: FlowRole, wish: Wish): Promise<void> {
  const id = await startJob(session, role, wish)
  if (id === undefined) return
  await session.send('cancelExecution', { path: { execution_id: id } })
  await awaitJob(session, id, PATIENCE.end)
}

async function cancelAtWork(session: Session, role: FlowRole, wish: Wish): Promise<void> {
  const id = await startJob(session, role, wish)
  if (id === undefined) return
  let cancelled: Promise<void> | undefined
  const cancel = (): Promise<void> => (cancelled ??= cancelWhenAtWork(session, id))
  // Both listen before the job is cancelled; if no second one is let in, the first one's stream must end all the same.
  const listenToo = async (): Promise<void> => {
    await followJob(session, id, { onEvent: cancel }, wish.expects)
    await cancel()
  }
  let second: Promise<void> | undefined
  await followJob(session, id, { onEvent: () => (second ??= listenToo()) }, wish.expects)
  await cancel()
  await awaitJob(session, id, PATIENCE.end)
  await askEndedJob(session, id)
}

async function cancelWhenAtWork(session: Session, id: string): Promise<void> {
  await awaitJob(session, id, PATIENCE.queue, (state) => state === 'RUNNING')
  await session.send('cancelExecution', { path: { execution_id: id } })
  await readJob(session, id)
}
