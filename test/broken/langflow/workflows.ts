import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put, without } from '../damage.ts'
import { follow, OTHER_ID, poll, saying, stop, withStatus, workflow } from './calls.ts'
import { eachEvent, eachNamed, nameOf } from './events.ts'

const [sync, streamed, background] = [workflow('sync'), workflow('stream'), workflow('background')]
const isDone = (body: unknown) => readPointer(body, '/object') === 'response'

/** Servers whose workflows and jobs are wrong. */
export const workflows: readonly BrokenServer[] = [
  {
    breaks: 'answers a sync workflow that is not done',
    caughtBy: 'sync-workflow.completes',
    on: sync,
    text: eachBody((body) => put(body, '/status', 'in_progress')),
  },
  {
    breaks: 'names another flow than it ran',
    caughtBy: 'sync-workflow.names-its-flow',
    on: sync,
    text: eachBody((body) => put(body, '/flow_id', OTHER_ID)),
  },
  {
    breaks: 'answers with a text that is no output',
    caughtBy: 'sync-workflow.output-is-an-output',
    on: sync,
    text: eachBody((body) => put(body, '/output/text', 'Something else.')),
  },
  {
    breaks: 'answers a sync workflow without its output',
    caughtBy: 'run-workflow.body',
    on: sync,
    text: eachBody((body) => without(body, '/output')),
  },
  {
    breaks: 'answers a sync workflow without its outputs',
    caughtBy: 'run-workflow.body-assumed',
    on: sync,
    text: eachBody((body) => without(body, '/outputs')),
  },
  {
    breaks: 'numbers its events from 1',
    caughtBy: 'streamed-workflow.ids-count',
    on: streamed,
    frames: () => (frame) =>
      frame === undefined ? [] : [frame.replace(/\nid: (\d+)/, (_, id) => `\nid: ${Number(id) + 1}`)],
  },
  {
    breaks: 'finishes a component that it never announced',
    caughtBy: 'streamed-workflow.vertices-announced',
    on: streamed,
    frames: eachNamed('vertices_sorted', (event) => [put(event, '/data/to_run', [])]),
  },
  {
    breaks: 'streams an output that it does not answer with',
    caughtBy: 'streamed-workflow.outputs-agree',
    on: streamed,
    frames: eachNamed('output', (event) => [put(event, '/data/component_id', 'ChatOutput-00000')]),
  },
  {
    breaks: 'streams an output before its component has ended',
    caughtBy: 'streamed-workflow.output-after-its-vertex',
    on: streamed,
    frames: eachNamed('output', (event) => [{ event: 'build_start', data: {} }, event]),
  },
  {
    breaks: 'swallows a token of a workflow',
    caughtBy: 'streamed-workflow.tokens-join',
    on: streamed,
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'token' ? [] : [event])),
  },
  {
    breaks: 'announces a message of a workflow with a text of its own',
    caughtBy: 'streamed-workflow.first-token-repeats',
    on: streamed,
    frames: eachNamed('add_message', (event) => [map(event, '/data/text', (text) => (text === '' ? '…' : text))]),
  },
  {
    breaks: 'changes the sender of a message of a workflow',
    caughtBy: 'streamed-workflow.same-message',
    on: streamed,
    frames: eachEvent((event, number) => [
      nameOf(event) === 'add_message' ? put(event, '/data/sender', `Machine ${number}`) : event,
    ]),
  },
  {
    breaks: 'streams messages of another session in a workflow',
    caughtBy: 'streamed-workflow.messages-in-session',
    on: streamed,
    frames: eachNamed('add_message', (event) => [put(event, '/data/session_id', OTHER_ID)]),
  },
  {
    breaks: 'repeats the user of a workflow in other words',
    caughtBy: 'streamed-workflow.user-message',
    on: streamed,
    frames: eachNamed('add_message', (event) => [put(event, '/data/text', 'Why not?')]),
  },
  {
    breaks: 'refuses a workflow that fails',
    caughtBy: 'failed-workflow.sync-is-an-answer',
    on: saying('fail', sync),
    head: withStatus(500),
  },
  {
    breaks: 'ends the stream of a workflow at its error',
    caughtBy: 'failed-workflow.stream-still-ends',
    on: streamed,
    frames: eachNamed('end', () => []),
  },
  {
    breaks: 'links a job to nowhere',
    caughtBy: 'background-workflow.links-lead-on',
    on: background,
    text: eachBody((body) => put(body, '/links/events', '/api/v2/events')),
  },
  {
    breaks: 'completes a job without its outputs',
    caughtBy: 'background-workflow.completes',
    on: poll,
    text: eachBody((body) => (isDone(body) ? put(body, '/outputs', {}) : body)),
  },
  {
    breaks: 'forgets the result of a job',
    caughtBy: 'background-workflow.keeps-its-result',
    on: poll,
    text: changing(),
  },
  {
    breaks: 'replays half of the events',
    caughtBy: 'background-workflow.replay',
    on: follow,
    frames: eachEvent((event, number) => (number < 4 ? [] : [event])),
  },
  {
    breaks: 'replays a job without its outputs',
    caughtBy: 'background-workflow.replays-its-outputs',
    on: follow,
    frames: eachNamed('output', () => []),
  },
  {
    breaks: 'refuses to stop a job that has ended',
    caughtBy: 'background-workflow.stop-after-the-end',
    on: stop,
    head: withStatus(409),
  },
  {
    breaks: 'shows a failed job as an answer',
    caughtBy: 'failed-workflow.job-is-a-500',
    on: poll,
    head: withStatus(200),
  },
  {
    breaks: 'replays a failure without its error',
    caughtBy: 'failed-workflow.replay-tells-why',
    on: follow,
    frames: eachNamed('error', () => []),
  },
  {
    breaks: 'shows a job that was stopped as one that ran out of time',
    caughtBy: 'stopped-workflow.is-cancelled',
    on: poll,
    text: (text) => text.replace('"cancelled"', '"timed_out"'),
  },
  {
    breaks: 'refuses to stop a job twice',
    caughtBy: 'stopped-workflow.stop-again',
    on: stop,
    head: refuseSecond(),
  },
  {
    breaks: 'just ends the stream of a job that is stopped',
    caughtBy: 'stopped-workflow.stream-ends',
    on: follow,
    frames: eachNamed('cancelled', () => []),
  },
  {
    breaks: 'runs twice what has one key',
    caughtBy: 'stopped-workflow.same-key-once',
    on: background,
    request: ({ body }) => ({ body: body.replace('"idempotency_key"', '"session_id"') }),
  },
  {
    breaks: 'shows late listeners less',
    caughtBy: 'stopped-workflow.followers-agree',
    on: follow,
    frames: lessAndLess(),
  },
  {
    breaks: 'starts a job as completed',
    caughtBy: 'workflow-job.moves',
    on: background,
    text: eachBody((body) => put(body, '/status', 'in_progress')),
  },
  {
    breaks: 'calls the state of a job by another word',
    caughtBy: 'workflow-job.states',
    on: poll,
    text: eachBody((body) => put(body, '/status', 'done')),
  },
  {
    breaks: 'gives a job a new id in each answer',
    caughtBy: 'workflow-job.constants',
    on: poll,
    text: numbered(),
  },
]

/** Another text in every answer. */
function changing(): NonNullable<BrokenServer['text']> {
  let number = 0
  return eachBody((body) => (isDone(body) ? put(body, '/output/text', `Answer ${++number}.`) : body))
}

function numbered(): NonNullable<BrokenServer['text']> {
  let number = 0
  return eachBody((body) => map(body, '/job_id', (id) => `${String(id).slice(0, -1)}${number++ % 10}`))
}

function refuseSecond(): NonNullable<BrokenServer['head']> {
  let asked = 0
  return ({ status, headers }) => ({ status: asked++ === 0 ? status : 409, headers })
}

/** Sends a stream without its first event; the first two, one of another job among them, are whole. */
function lessAndLess(): NonNullable<BrokenServer['frames']> {
  let streams = 0
  return (call) => {
    streams += 1
    return streams <= 2
      ? (frame) => (frame === undefined ? [] : [frame])
      : eachEvent((event, number) => (number === 1 ? [] : [event]))(call)
  }
}
