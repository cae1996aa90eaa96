import { isRecord } from '../../../src/spec/record.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put } from '../damage.ts'
import { cancel, jobStream, OTHER_ID, start, status } from './calls.ts'

/** Changes the status of a job that is in a state. */
const inState = (state: string, change: (body: unknown) => unknown): NonNullable<BrokenServer['text']> =>
  eachBody((body) => (isRecord(body) && body.status === state ? change(body) : body))

/** Servers that break what is said of the status of jobs. */
export const jobs: readonly BrokenServer[] = [
  {
    breaks: 'spells a state in another way',
    caughtBy: 'async-execution.states',
    on: status,
    text: inState('CANCELLED', (body) => put(body, '/status', 'CANCELED')),
  },
  wakesTheDead(),
  {
    breaks: 'sets created_at anew when a job is cancelled',
    caughtBy: 'async-execution.constants',
    on: status,
    text: inState('CANCELLED', (body) => put(body, '/created_at', '2025-09-15T09:00:00.000Z')),
  },
  {
    breaks: 'sets progress back when a job is cancelled',
    caughtBy: 'async-execution.rising',
    on: status,
    text: inState('CANCELLED', (body) => put(body, '/progress', 0)),
  },
  endsAgainAndAgain(),
  {
    breaks: 'names an error in a job that is completed',
    caughtBy: 'async-execution.bound',
    on: status,
    text: inState('COMPLETED', (body) => put(body, '/error_message', 'none')),
  },
  {
    breaks: 'sends clients to paths that are not in the API',
    caughtBy: 'job.addresses',
    on: start,
    text: eachBody((body) => map(body, '/status_url', (url) => String(url).replace('executions', 'jobs'))),
  },
  {
    breaks: 'answers for another job',
    caughtBy: 'job.names-itself',
    on: status,
    text: eachBody((body) => put(body, '/execution_id', OTHER_ID)),
  },
  {
    breaks: 'fails a job that goes well',
    caughtBy: 'job.completes',
    on: status,
    text: inState('COMPLETED', (body) => put(body, '/status', 'FAILED')),
  },
  {
    breaks: 'takes a failure for a success',
    caughtBy: 'failed-job.fails',
    on: status,
    text: inState('FAILED', (body) => put(body, '/status', 'COMPLETED')),
  },
  {
    breaks: 'leaves the final output null in a job that is completed',
    caughtBy: 'job.output-once-completed',
    on: status,
    text: inState('COMPLETED', (body) => put(body, '/final_output', null)),
  },
  {
    breaks: 'gives the final output as a text',
    caughtBy: 'job.output-once-completed',
    on: status,
    text: inState('COMPLETED', (body) => put(body, '/final_output', 'The Pacific.')),
  },
  {
    breaks: 'does not say why a job failed',
    caughtBy: 'job.error-once-failed',
    on: status,
    text: inState('FAILED', (body) => put(body, '/error_message', null)),
  },
  {
    breaks: 'stops counting at 99',
    caughtBy: 'job.completed-is-100',
    on: status,
    text: inState('COMPLETED', (body) => put(body, '/progress', 99)),
  },
  {
    breaks: 'closes the stream of a job that goes on',
    caughtBy: 'job.stream-lasts',
    on: jobStream,
    request: ({ path }) => ({ path: path.replace('/stream', '') }),
    head: ({ status, headers }) => ({ status, headers: { ...headers, 'content-type': 'text/event-stream' } }),
    text: () => 'data: {"type": "progress_update", "progress": 0.0}\n\n',
  },
  startsOnlyOnce(),
]

/** Shows a job that has ended, and was to be cancelled, as one that goes on. */
function wakesTheDead(): BrokenServer {
  const asked = new Set<string>()
  return {
    breaks: 'lets a job that has ended go on',
    caughtBy: 'async-execution.moves',
    on: (call) => {
      if (cancel(call)) asked.add(call.path)
      return status(call) && asked.has(call.path)
    },
    text: inState('COMPLETED', (body) => put(body, '/status', 'RUNNING')),
  }
}

function endsAgainAndAgain(): BrokenServer {
  let polls = 0
  return {
    breaks: 'ends a job again each time that it is asked',
    caughtBy: 'async-execution.once',
    on: status,
    text: inState('COMPLETED', (body) => {
      polls += 1
      return put(body, '/completed_at', new Date(polls * 1_000).toISOString())
    }),
  }
}

function startsOnlyOnce(): BrokenServer {
  let first: string | undefined
  return {
    breaks: 'answers with the same job each time',
    caughtBy: 'job.new-each-time',
    on: start,
    text: (text) => {
      first ??= text
      return first
    },
  }
}
