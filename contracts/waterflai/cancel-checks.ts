import { type Check, expectThat } from '../../src/contract/check.ts'
import type { Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { checksOfJobs, type Job, type JobCheck, pollAfter, pollBefore } from './jobs.ts'
import { isNamed, isOver, stateOf } from './known.ts'

/** Jobs that are cancelled in each of their states. */
export const cancelChecks: readonly Check[] = checksOfJobs([
  {
    id: 'cancel.works',
    claim: 'MUST say that it cancelled a job that was pending or running',
    operation: 'cancelExecution',
    journeys: ['cancelled-job'],
    judge: ofCancelled((cancel) => {
      const cancelled = readPointer(jsonOf(cancel), '/cancelled')
      return expectThat(cancelled === true, cancel, 'cancelled true', () => showAnswer(cancel))
    }),
  },
  {
    id: 'cancel.previous-status',
    claim: 'MUST tell the state that a job had when it was cancelled',
    operation: 'cancelExecution',
    journeys: ['cancelled-job'],
    judge: ofCancelled((cancel, job) => {
      const before = pollBefore(job, cancel)
      const legal = before && stateOf(before) === 'RUNNING' ? ['RUNNING'] : ['PENDING', 'RUNNING']
      const told = readPointer(jsonOf(cancel), '/previous_status')
      const kept = legal.some((state) => state === told)
      return expectThat(kept, cancel, `previous_status ${legal.join(' or ')}`, () => showJson(told))
    }),
  },
  {
    id: 'cancel.at-once',
    claim: 'SHOULD show a job as CANCELLED from then on, ended and without an output',
    operation: 'cancelExecution',
    journeys: ['cancelled-job'],
    judge: ofCancelled((cancel, job) => {
      const after = pollAfter(job, cancel)
      if (!after) return 'the status was not told after it'
      const told = ['status', 'completed_at', 'final_output'].map((name) => readPointer(jsonOf(after), `/${name}`))
      const [state, completed, output = null] = told
      // Every field but the state may be left out.
      const hasEnded = completed === undefined || typeof completed === 'string'
      const kept = state === 'CANCELLED' && hasEnded && output === null
      const wanted = 'status CANCELLED, a completed_at and no final_output'
      return expectThat(kept, after, wanted, () => told.map(showJson).join(', '))
    }),
  },
  {
    id: 'cancel.begun-or-not',
    claim: 'SHOULD set started_at of a cancelled job if it had begun, and only then',
    operation: 'getExecution',
    journeys: ['cancelled-job'],
    judge: ofCancelled((cancel, job) => {
      const after = pollAfter(job, cancel)
      const before = readPointer(jsonOf(cancel), '/previous_status')
      if (!after) return 'the status was not told after it'
      if (before !== 'PENDING' && before !== 'RUNNING') return 'it was not told whether the job had begun'
      const started = readPointer(jsonOf(after), '/started_at')
      if (started === undefined) return 'it is not told when a job starts'
      const wanted = `${before === 'RUNNING' ? 'a' : 'no'} started_at, since it was ${before}`
      return expectThat((before === 'RUNNING') === (started !== null), after, wanted, () => showJson(started))
    }),
  },
  {
    id: 'cancel.told-to-listeners',
    claim: 'SHOULD end the streams of a job that is cancelled with execution_cancelled',
    operation: 'streamExecution',
    journeys: ['cancelled-job'],
    judge: ofCancelled((cancel, { streams }) =>
      streams
        .filter((stream) => stream.sentAt < cancel.sentAt && eventsOf(stream).length > 0)
        .map((stream) => {
          const last = eventsOf(stream).at(-1)
          return expectThat(isNamed(last, 'execution_cancelled'), stream, 'execution_cancelled at last', () =>
            showJson(last),
          )
        }),
    ),
  },
  refusedIn('COMPLETED', ['job']),
  refusedIn('FAILED', ['failed-job']),
  refusedIn('CANCELLED', ['cancelled-job']),
])

/** The first cancel of each job; one that came to its own end before shows nothing. */
function ofCancelled(judge: (cancel: Transcript, job: Job) => Sight): JobCheck['judge'] {
  return (job) => {
    const [cancel] = job.cancels
    if (!cancel) return []
    const before = pollBefore(job, cancel)
    const after = pollAfter(job, cancel)
    const states = [before, after].map((poll) => poll && stateOf(poll))
    const hasEnded = isOver(states[0]) || states[1] === 'COMPLETED' || states[1] === 'FAILED'
    if (hasEnded && readPointer(jsonOf(cancel), '/cancelled') !== true) {
      return 'the job had ended before it could be cancelled. Give --sample slow=FILE with a longer one'
    }
    return judge(cancel, job)
  }
}

/** A job that has ended is not cancelled: told by a 200 that says so, or by a refusal. */
function refusedIn(state: 'COMPLETED' | 'FAILED' | 'CANCELLED', journeys: JobCheck['journeys']): JobCheck {
  return {
    id: `cancel.${state.toLowerCase()}-job`,
    claim: `SHOULD refuse to cancel a job that is ${state}, and leave it so`,
    operation: 'cancelExecution',
    journeys,
    judge: (job) =>
      job.cancels
        .filter((cancel) => {
          const before = pollBefore(job, cancel)
          return before !== undefined && stateOf(before) === state
        })
        .flatMap((cancel) => {
          const after = pollAfter(job, cancel)
          const now = after && stateOf(after)
          const told = `${showAnswer(cancel)}, then ${showJson(now)}`
          const kept = isRefused(cancel, state) && (now === undefined || now === state)
          return expectThat(kept, cancel, `cancelled false and previous_status ${state}, or a refusal`, () => told)
        }),
  }
}

function isRefused(cancel: Transcript, state: string): boolean {
  const body = jsonOf(cancel)
  if (!succeeded(cancel)) return typeof readPointer(body, '/detail') === 'string'
  return readPointer(body, '/cancelled') === false && readPointer(body, '/previous_status') === state
}
