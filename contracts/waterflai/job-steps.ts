import type { Session } from '../../src/contract/probe.ts'
import type { Live } from '../../src/contract/receive-answer.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import type { Expectation, Transcript } from '../../src/contract/transcript.ts'
import { executionIdOf, type FlowRole, stateOf, type Wish } from './known.ts'
import { onFlow } from './requests.ts'

/** Starts a job of a flow; gives its id, or undefined when none was started. */
export async function startJob(session: Session, role: FlowRole, wish: Wish): Promise<string | undefined> {
  const parts = onFlow(session.known, role, 'startExecution', wish)
  return isUnavailable(parts) ? undefined : executionIdOf(await session.send('startExecution', parts))
}

/** Asks how a job stands. */
export function readJob(session: Session, id: string): Promise<Transcript> {
  return session.send('getExecution', { path: { execution_id: id } })
}

/** Follows a job until its stream ends. */
export function followJob(session: Session, id: string, live: Live, expects: Expectation = {}): Promise<Transcript> {
  return session.send('streamExecution', { path: { execution_id: id }, expects }, live)
}

/**
 * Asks how a job stands until it does not go on, or its state is wanted; each time a little later.
 * @param patience - milliseconds to wait in all
 */
export async function awaitJob(
  session: Session,
  id: string,
  patience: number,
  isWanted: (state: unknown) => boolean = () => false,
): Promise<void> {
  for (let waited = 0, wait = 50; ; waited += wait, wait = Math.min(wait * 2, 1_000)) {
    const state = stateOf(await readJob(session, id))
    const goesOn = state === 'PENDING' || state === 'RUNNING'
    if (!goesOn || isWanted(state) || waited >= patience) return
    await session.wait(wait)
  }
}

/** Statuses that tell that a job cannot be cancelled any more; which of them is not published. */
const CANNOT_CANCEL = [200, 400, 404, 409, 410, 412, 422]

/** What is asked of a job that has ended: to be cancelled, how it stands then, and what there is to follow. */
export async function askEndedJob(session: Session, id: string): Promise<void> {
  const path = { execution_id: id }
  await session.send('cancelExecution', { path, expects: { statuses: CANNOT_CANCEL } })
  await readJob(session, id)
  await followJob(session, id, {})
}
