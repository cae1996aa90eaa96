import { isRecord } from '../../../src/spec/record.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import { cancel, eachTyped, jobStream, status } from './calls.ts'

/** Changes the answer to a wish to cancel a job that was in a state. */
const after = (state: string, change: (body: unknown) => unknown): NonNullable<BrokenServer['text']> =>
  eachBody((body) => (isRecord(body) && body.previous_status === state ? change(body) : body))

const whenCancelled = (change: (body: unknown) => unknown): NonNullable<BrokenServer['text']> =>
  eachBody((body) => (isRecord(body) && body.status === 'CANCELLED' ? change(body) : body))

const saysItDid = (body: unknown): unknown => put(body, '/cancelled', true)

/** Servers that break what is said of cancelling jobs. */
export const cancels: readonly BrokenServer[] = [
  {
    breaks: 'does not own up to having cancelled a job',
    caughtBy: 'cancel.works',
    on: cancel,
    text: after('RUNNING', (body) => put(body, '/cancelled', false)),
  },
  {
    breaks: 'tells the state that a job has come to, not the one before',
    caughtBy: 'cancel.previous-status',
    on: cancel,
    text: after('RUNNING', (body) => put(body, '/previous_status', 'CANCELLED')),
  },
  {
    breaks: 'tells of a job at work that it was in the queue',
    caughtBy: 'cancel.previous-status',
    on: cancel,
    text: after('RUNNING', (body) => put(body, '/previous_status', 'PENDING')),
  },
  {
    breaks: 'leaves out the state before',
    caughtBy: 'cancel.previous-status',
    on: cancel,
    text: eachBody((body) => without(body, '/previous_status')),
  },
  {
    breaks: 'does not say when a job was cancelled',
    caughtBy: 'cancel.at-once',
    on: status,
    text: whenCancelled((body) => put(body, '/completed_at', null)),
  },
  {
    breaks: 'forgets that a cancelled job had begun',
    caughtBy: 'cancel.begun-or-not',
    on: status,
    text: whenCancelled((body) => put(body, '/started_at', null)),
  },
  {
    breaks: 'does not tell listeners that the job was cancelled',
    caughtBy: 'cancel.told-to-listeners',
    on: jobStream,
    frames: eachTyped('execution_cancelled', () => []),
  },
  {
    breaks: 'cancels a completed job',
    caughtBy: 'cancel.completed-job',
    on: cancel,
    text: after('COMPLETED', saysItDid),
  },
  { breaks: 'cancels a failed job', caughtBy: 'cancel.failed-job', on: cancel, text: after('FAILED', saysItDid) },
  { breaks: 'cancels a job twice', caughtBy: 'cancel.cancelled-job', on: cancel, text: after('CANCELLED', saysItDid) },
]
