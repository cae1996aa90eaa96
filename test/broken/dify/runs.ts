import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, eachEvent, eachNamed, map, nameOf, put } from '../damage.ts'
import { OTHER_ID, record, run, withStatus } from './calls.ts'

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** Servers that show one run in several ways that do not agree. */
export const runs: readonly BrokenServer[] = [
  {
    breaks: 'fails a run that should succeed',
    caughtBy: 'blocking-run.succeeds',
    on: run,
    text: eachBody((body) => put(body, '/data/status', 'stopped')),
  },
  {
    breaks: 'names two ids for one blocking run',
    caughtBy: 'blocking-run.ids-agree',
    on: run,
    text: eachBody((body) => put(body, '/data/id', OTHER_ID)),
  },
  {
    breaks: 'stores other totals than it answered',
    caughtBy: 'blocking-run.record-agrees',
    on: record,
    text: eachBody((body) => map(body, '/total_tokens', (tokens) => countOf(tokens) + 1)),
  },
  {
    breaks: 'streams another status than it stores',
    caughtBy: 'streamed-run.succeeds',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [put(event, '/data/status', 'stopped')]),
  },
  {
    breaks: 'names two ids for one streamed run',
    caughtBy: 'streamed-run.ids-agree',
    on: run,
    frames: eachNamed('workflow_started', (event) => [put(event, '/data/id', OTHER_ID)]),
  },
  {
    breaks: 'streams other outputs than it stores',
    caughtBy: 'streamed-run.record-agrees',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [put(event, '/data/outputs', { answer: 'Something else.' })]),
  },
  {
    breaks: 'shows inputs that it was not given',
    caughtBy: 'streamed-run.inputs-shown',
    on: run,
    frames: eachNamed('workflow_started', (event) => [put(event, '/data/inputs/query', 'Another question')]),
  },
  { breaks: 'swallows a piece of the text', caughtBy: 'streamed-run.text-agrees', on: run, frames: swallow },
  {
    breaks: 'swallows a piece of the text of a version',
    caughtBy: 'run-by-id.text-agrees',
    on: (call) => call.path.endsWith('/run') && !run(call),
    frames: swallow,
  },
  {
    breaks: 'begins a stream without a ping',
    caughtBy: 'streamed-run.first-ping',
    on: run,
    frames: () => (frame) => (frame === undefined || frame.startsWith('event: ping') ? [] : [frame]),
  },
  {
    breaks: 'puts data into its pings',
    caughtBy: 'streamed-run.ping-without-data',
    on: run,
    frames: () => (frame) =>
      frame === undefined ? [] : [frame.replace('event: ping', 'event: ping\ndata: {"event":"ping"}')],
  },
  {
    breaks: 'runs another version than the one asked for',
    caughtBy: 'run-by-id.runs-that-version',
    on: (call) => call.path.endsWith('/run') && !run(call),
    text: eachBody((body) => put(body, '/data/workflow_id', OTHER_ID)),
  },
  {
    breaks: 'swallows a text of a version',
    caughtBy: 'run-by-id.text-agrees',
    on: (call) => call.path.endsWith('/run') && !run(call),
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'text_chunk' ? [] : [event])),
  },
  {
    breaks: 'answers a failed run with 500',
    caughtBy: 'failed-run.blocking-is-an-answer',
    on: (call) => run(call) && call.body.includes('fail') && call.body.includes('blocking'),
    head: withStatus(500),
  },
  {
    breaks: 'sends an error event for a failed run',
    caughtBy: 'failed-run.no-error-event',
    on: run,
    frames: eachNamed('workflow_finished', (event) =>
      readPointer(event, '/data/status') === 'failed'
        ? [{ event: 'error', message: 'it failed', status: 500 }, event]
        : [event],
    ),
  },
  {
    breaks: 'hides the error of a failed run',
    caughtBy: 'failed-run.stream-ends-failed',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [
      readPointer(event, '/data/status') === 'failed' ? put(event, '/data/error', '') : event,
    ]),
  },
  {
    breaks: 'tells another error than its node',
    caughtBy: 'failed-run.error-agrees',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [
      map(event, '/data/error', (error) => error && 'something went wrong'),
    ]),
  },
  {
    breaks: 'stores a failed run as succeeded',
    caughtBy: 'failed-run.record-agrees',
    on: record,
    text: eachBody((body) =>
      readPointer(body, '/status') === 'failed' ? put(put(body, '/status', 'succeeded'), '/error', null) : body,
    ),
  },
  {
    breaks: 'completes a run that was stopped',
    caughtBy: 'stop.stops-the-run',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [
      readPointer(event, '/data/status') === 'stopped'
        ? put(put(event, '/data/status', 'succeeded'), '/data/error', null)
        : event,
    ]),
  },
  {
    breaks: 'calls a stopped run failed',
    caughtBy: 'stop.status-stopped',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [
      map(event, '/data/status', (status) => (status === 'stopped' ? 'failed' : status)),
    ]),
  },
  {
    breaks: 'stores a stopped run as failed',
    caughtBy: 'stop.record-agrees',
    on: record,
    text: eachBody((body) => map(body, '/status', (status) => (status === 'stopped' ? 'failed' : status))),
  },
  {
    breaks: 'does not know an unknown task',
    caughtBy: 'stop.takes-any-task',
    on: (call) => call.path.endsWith('/stop'),
    text: eachBody(() => ({ result: 'unknown' })),
  },
]

/** Leaves out the third piece of text. */
function swallow() {
  let pieces = 0
  return (frame: string | undefined): readonly string[] => {
    if (frame === undefined) return []
    if (frame.includes('"text_chunk"')) pieces += 1
    return frame.includes('"text_chunk"') && pieces === 3 ? [] : [frame]
  }
}
