import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put, without } from '../damage.ts'
import { batch, OTHER_ID, saying, streamed, withStatus } from './calls.ts'
import { dataOf, eachEvent, eachNamed, nameOf } from './events.ts'

const COMPONENT = '/outputs/0/outputs/0'
const RESULT = '/data/result'
const END = (change: (event: unknown) => unknown) => eachNamed('end', (event) => [change(event)])
const isMachine = (event: unknown) => dataOf(event).sender === 'Machine'

/** Servers whose runs break what an answer and a stream of one flow have in common. */
export const runs: readonly BrokenServer[] = [
  {
    breaks: 'runs in a session of its own',
    caughtBy: 'batch-run.session-kept',
    on: batch,
    text: eachBody((body) => put(body, '/session_id', OTHER_ID)),
  },
  {
    breaks: 'shows another input',
    caughtBy: 'batch-run.input-shown',
    on: batch,
    text: eachBody((body) => put(body, '/outputs/0/inputs/input_value', 'Another question.')),
  },
  {
    breaks: 'tells another text in short',
    caughtBy: 'batch-run.texts-agree',
    on: batch,
    text: eachBody((body) => put(body, `${COMPONENT}/outputs/message/message`, 'Something else.')),
  },
  {
    breaks: 'keeps an old text in the copy of a message',
    caughtBy: 'batch-run.outer-is-inner',
    on: batch,
    text: eachBody((body) => put(body, `${COMPONENT}/results/message/data/text`, 'Something else.')),
  },
  {
    breaks: 'reports components that were not asked for',
    caughtBy: 'batch-run.chat-outputs',
    on: batch,
    text: eachBody((body) =>
      map(body, '/outputs/0/outputs', (list) =>
        Array.isArray(list) ? [...list, put(list[0], '/component_id', 'OpenAIModel-d1wOZ')] : list,
      ),
    ),
  },
  {
    breaks: 'knows no debug',
    caughtBy: 'chosen-outputs.debug-reports-all',
    on: batch,
    request: ({ body }) => ({ body: body.replace('"output_type":"debug"', '"output_type":"chat"') }),
  },
  {
    breaks: 'makes up a session',
    caughtBy: 'chosen-outputs.session-is-the-flow',
    on: batch,
    text: eachBody((body) => put(body, '/session_id', OTHER_ID)),
  },
  {
    breaks: 'reports all components when one is asked for',
    caughtBy: 'chosen-outputs.one-component',
    on: saying('output_component', batch),
    request: ({ body }) => ({
      body: body.replace('output_component', 'other').replace('{', '{"output_type":"debug",'),
    }),
  },
  {
    breaks: 'refuses a component that there is not',
    caughtBy: 'chosen-outputs.unknown-component',
    on: saying('Flowproof-00000', batch),
    head: withStatus(404),
  },
  {
    breaks: 'takes a tweak that contradicts the input',
    caughtBy: 'tweak-conflict.refused',
    on: batch,
    request: ({ body }) => ({ body: body.replace('ChatInput-00000', 'Something') }),
  },
  {
    breaks: 'streams nothing for a tweak that contradicts the input',
    caughtBy: 'tweak-conflict.streamed-is-an-event',
    on: saying('ChatInput-00000', streamed),
    frames: () => () => [],
  },
  {
    breaks: 'ends a stream with a result as the documents show it',
    caughtBy: 'streamed-run.result-like-batch',
    on: streamed,
    frames: END((event) => put(event, RESULT, { session_id: 'flowproof-stream', message: 'High tide.' })),
  },
  {
    breaks: 'leaves a component out of the result of a stream',
    caughtBy: 'streamed-run.result-like-batch',
    on: streamed,
    frames: END((event) => put(event, `${RESULT}/outputs/0/outputs`, [])),
  },
  {
    breaks: 'ends a stream in another session',
    caughtBy: 'streamed-run.session-kept',
    on: streamed,
    frames: END((event) => put(event, `${RESULT}/session_id`, OTHER_ID)),
  },
  {
    breaks: 'forgets the input in the result of a stream',
    caughtBy: 'streamed-run.input-shown',
    on: streamed,
    frames: END((event) => put(event, `${RESULT}/outputs/0/inputs`, {})),
  },
  {
    breaks: 'ends a stream with another text than it sent',
    caughtBy: 'streamed-run.result-is-the-message',
    on: streamed,
    frames: END((event) => put(event, `${RESULT}${COMPONENT}/results/message/text`, 'Something else.')),
  },
  {
    breaks: 'swallows a token',
    caughtBy: 'streamed-run.tokens-join',
    on: streamed,
    frames: eachEvent((event, number) => (number === 6 && nameOf(event) === 'token' ? [] : [event])),
  },
  {
    breaks: 'announces a message with a text of its own',
    caughtBy: 'streamed-run.first-token-repeats',
    on: streamed,
    frames: eachNamed('add_message', (event) => [dataOf(event).text === '' ? put(event, '/data/text', '…') : event]),
  },
  {
    breaks: 'lets another speak in the middle of a message',
    caughtBy: 'streamed-run.same-message',
    on: streamed,
    frames: eachNamed('add_message', (event) => [
      readPointer(event, '/data/properties/state') === 'complete' && isMachine(event)
        ? put(event, '/data/sender', 'User')
        : event,
    ]),
  },
  {
    breaks: 'streams messages of another session',
    caughtBy: 'streamed-run.messages-in-session',
    on: streamed,
    frames: eachNamed('add_message', (event) => [put(event, '/data/session_id', OTHER_ID)]),
  },
  {
    breaks: 'puts words into the mouth of the user',
    caughtBy: 'streamed-run.user-message',
    on: streamed,
    frames: eachNamed('add_message', (event) => [isMachine(event) ? event : put(event, '/data/text', 'Why not?')]),
  },
  {
    breaks: 'tells a fault in plain words',
    caughtBy: 'failed-run.detail-is-json',
    on: batch,
    text: (text, { body }) => (body.includes('fail') ? '{"detail":"Error running graph: it did not work"}' : text),
  },
  {
    breaks: 'answers a failed run with 200',
    caughtBy: 'run-flow.status',
    on: saying('fail', batch),
    head: withStatus(200),
  },
  {
    breaks: 'just ends the stream of a run that fails',
    caughtBy: 'failed-run.streamed-is-an-event',
    on: streamed,
    frames: eachNamed('error', () => []),
  },
  {
    breaks: 'reports the component after the run',
    caughtBy: 'failed-run.component-first',
    on: streamed,
    frames: turnErrors,
  },
  {
    breaks: 'gives another reason for the run than for the component',
    caughtBy: 'failed-run.reasons-agree',
    on: streamed,
    frames: eachNamed('error', (event) => [
      typeof dataOf(event).error === 'string' ? put(event, '/data/error', 'It did not work.') : event,
    ]),
  },
  {
    breaks: 'leaves the time out of a streamed message',
    caughtBy: 'run-flow.stream-events',
    on: streamed,
    frames: eachNamed('add_message', (event) => [without(event, '/data/timestamp')]),
  },
]

/** Holds a report back until another one has come. */
function turnErrors(): (frame: string | undefined) => readonly string[] {
  const held: string[] = []
  return (frame) => {
    if (frame === undefined) return []
    if (!frame.includes('"event": "error"')) return [frame]
    if (held.length > 0) return [frame, ...held]
    held.push(frame)
    return []
  }
}
