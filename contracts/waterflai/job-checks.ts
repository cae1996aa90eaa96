import type { Check, Observation } from '../../src/contract/check.ts'
import { expectThat, KEPT } from '../../src/contract/check.ts'
import { nameForRole } from '../../src/contract/flows.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { checksOfJobs, endedAt, endOf, type Job, jobsOf } from './jobs.ts'
import { FLOW_ROLES, isOver, stateOf } from './known.ts'

const ALL = ['job', 'failed-job', 'cancelled-job'] as const

/** Jobs as the status tells of them, and where they are asked for. */
export const jobChecks: readonly Check[] = [
  ...checksOfJobs([
    {
      id: 'job.addresses',
      claim: 'SHOULD name the addresses of a job as the paths of the API do',
      operation: 'startExecution',
      journeys: ALL,
      judge: ({ id, start }) => {
        const address = `/v1/executions/${encodeURIComponent(id)}`
        const ends = { status_url: address, cancel_url: address, stream_url: `${address}/stream` }
        return Object.entries(ends).map(([name, end]) => {
          const url = readPointer(jsonOf(start), `/${name}`)
          const kept = typeof url === 'string' && URL.canParse(url) && new URL(url).pathname.endsWith(end)
          return expectThat(kept, start, `${name} that ends in ${end}`, () => showJson(url))
        })
      },
    },
    {
      id: 'job.names-itself',
      claim: 'SHOULD name in its answers the job that was asked for',
      operation: 'getExecution',
      journeys: ALL,
      judge: ({ id, polls, cancels }) =>
        [...polls, ...cancels].filter(succeeded).map((answer) => {
          const named = readPointer(jsonOf(answer), '/execution_id')
          return expectThat(named === id, answer, `execution_id ${showJson(id)}`, () => showJson(named))
        }),
    },
    {
      id: 'job.completes',
      claim: 'SHOULD bring a job that is to succeed to COMPLETED',
      operation: 'getExecution',
      journeys: ['job'],
      judge: (job) => {
        const end = endOf(job)
        if (!end) return 'the job did not end in time'
        const state = stateOf(end)
        if (state !== 'COMPLETED' && job.start.expects.guess !== undefined) {
          return `the job ended ${showJson(state)}. ${job.start.expects.guess}`
        }
        return expectThat(state === 'COMPLETED', end, 'status COMPLETED', () => `status ${showJson(state)}`)
      },
    },
    {
      id: 'failed-job.fails',
      claim: 'SHOULD bring a job in which a node fails to FAILED',
      operation: 'getExecution',
      journeys: ['failed-job'],
      judge: (job) => {
        const end = endOf(job)
        if (!end) return 'the job did not end in time'
        return expectThat(stateOf(end) === 'FAILED', end, 'status FAILED', () => `status ${showJson(stateOf(end))}`)
      },
    },
    {
      id: 'job.output-once-completed',
      claim: 'MUST have an object in final_output once a job is COMPLETED',
      operation: 'getExecution',
      journeys: ['job'],
      judge: whenIn('COMPLETED', '/final_output', 'an object', isRecord),
    },
    {
      id: 'job.error-once-failed',
      claim: 'MUST have a text in error_message once a job is FAILED',
      operation: 'getExecution',
      journeys: ['failed-job'],
      judge: whenIn('FAILED', '/error_message', 'a text', (value) => typeof value === 'string'),
    },
    {
      id: 'job.completed-is-100',
      claim: 'SHOULD have a progress of 100 once a job is COMPLETED',
      operation: 'getExecution',
      journeys: ['job'],
      // It may be left out.
      judge: ({ polls, ...job }) => {
        const told = polls.filter((poll) => readPointer(jsonOf(poll), '/progress') !== undefined)
        return whenIn('COMPLETED', '/progress', '100', (value) => value === 100)({ ...job, polls: told })
      },
    },
    {
      id: 'job.stream-lasts',
      claim: 'MUST keep the stream of a job open until the job has ended',
      operation: 'streamExecution',
      journeys: ALL,
      judge: (job) => job.streams.flatMap((stream) => lastsToTheEnd(job, stream)),
    },
  ]),
  {
    id: 'job.new-each-time',
    claim: 'SHOULD start a new job each time that it is asked to',
    operation: 'startExecution',
    needs: FLOW_ROLES.flatMap((role) => ALL.map((journey) => nameForRole(journey, role))),
    judge(evidence) {
      const jobs = jobsOf(evidence)
      const again = jobs.find(({ id }, index) => jobs.findIndex((job) => job.id === id) < index)
      if (again) return [expectThat(false, again.start, 'an id of its own', () => `${showJson(again.id)} once more`)]
      return jobs.length > 1 ? [KEPT] : []
    },
  },
]

function whenIn(state: string, pointer: string, wanted: string, isRight: (value: unknown) => boolean) {
  return ({ polls }: Job): readonly Observation[] =>
    polls
      .filter((poll) => stateOf(poll) === state)
      .map((poll) => {
        const value = readPointer(jsonOf(poll), pointer)
        return expectThat(isRight(value), poll, `${pointer} with ${wanted} in a job that is ${state}`, () =>
          showJson(value),
        )
      })
}

// The status may be written a moment later than the stream ends: of the answers between that and a cancel the last one counts.
function lastsToTheEnd({ polls, cancels }: Job, stream: Transcript): readonly Observation[] {
  if (!succeeded(stream) || stream.answer?.end.how !== 'closed') return []
  const closed = endedAt(stream)
  const cancel = cancels.find(({ sentAt }) => sentAt >= closed)
  const after = polls.filter(({ sentAt }) => sentAt >= closed && (!cancel || sentAt < cancel.sentAt))
  const last = after.findLast((poll) => stateOf(poll) !== undefined)
  if (!last) return []
  const actual = (): string =>
    `closed after ${Math.round(stream.answer?.end.at ?? 0)} ms, when it was ${showJson(stateOf(last))}`
  return [expectThat(isOver(stateOf(last)), stream, 'a stream that lasts until the job has ended', actual)]
}
