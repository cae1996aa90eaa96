import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put } from '../damage.ts'
import { eachTyped, jobStream, status, waiting } from './calls.ts'

/** Servers that tell different things of the same run. */
export const views: readonly BrokenServer[] = [
  {
    breaks: 'ends a stream with another output than the status has',
    caughtBy: 'views.end-agrees',
    on: jobStream,
    frames: eachTyped('execution_completed', (event) => [put(event, '/final_output/response', 'Something else.')]),
  },
  {
    breaks: 'ends a stream with another error than the status has',
    caughtBy: 'views.end-agrees',
    on: jobStream,
    frames: eachTyped('execution_failed', (event) => [put(event, '/error_message', 'Something else.')]),
  },
  {
    breaks: 'ends the stream of a failed job as a success',
    caughtBy: 'views.end-agrees',
    on: jobStream,
    frames: eachTyped('execution_failed', () => [{ type: 'execution_completed' }]),
  },
  {
    breaks: 'tells less in the status than on the stream',
    caughtBy: 'views.progress-agrees',
    on: status,
    text: eachBody((body) => put(body, '/progress', 0)),
  },
  {
    breaks: 'tells of progress who joins after the end',
    caughtBy: 'views.joined-after-the-end',
    on: jobStream,
    frames: eachTyped('execution_completed', (event) => [{ type: 'progress_update', progress: 100 }, event]),
  },
  forgetsTheSecond(),
  {
    breaks: 'names its outputs otherwise to those who wait',
    caughtBy: 'views.outputs-agree',
    on: waiting('workflow'),
    text: eachBody((body) => put(body, '/final_output', { answer: 'The Pacific.' })),
  },
]

function forgetsTheSecond(): BrokenServer {
  const joined: string[] = []
  return {
    breaks: 'leaves a second listener without the end',
    caughtBy: 'views.listeners-agree',
    on: jobStream,
    frames: (call) => {
      joined.push(call.path)
      const isSecond = joined.filter((path) => path === call.path).length === 2
      return eachTyped('execution_cancelled', (event) => (isSecond ? [] : [event]))(call)
    },
  }
}
