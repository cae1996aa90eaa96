import { expectThat } from '../../src/contract/check.ts'
import { journeyChecks } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import type { components } from '../../src/generated/langflow.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { componentsIn, messagesIn } from './known.ts'
import { answerOf, ofAnswer, ofEvents, resultIn, same, sameMembers } from './scene.ts'

/** One flow, run twice: waited for, and streamed. */
export const runChecks = journeyChecks([
  {
    id: 'batch-run.session-kept',
    claim: 'MUST run in the session that is asked for, and say so',
    operation: 'runFlow',
    journey: 'batch-run',
    judge: ofAnswer('runFlow', (result, run) => {
      const session = readPointer(run.request.json, '/session_id')
      return [
        same(run, '/session_id', session, readPointer(result, '/session_id')),
        ...messagesIn(result).map((message) =>
          same(run, 'session_id of a message', session, readPointer(message, '/session_id')),
        ),
      ]
    }),
  },
  {
    id: 'batch-run.input-shown',
    claim: 'MUST show the input that it was given',
    operation: 'runFlow',
    journey: 'batch-run',
    judge: ofAnswer('runFlow', (result, run) => {
      const where = '/outputs/0/inputs/input_value'
      return same(run, where, readPointer(run.request.json, '/input_value'), readPointer(result, where))
    }),
  },
  {
    id: 'batch-run.texts-agree',
    claim: 'SHOULD tell the same text in all forms of a result',
    operation: 'runFlow',
    journey: 'batch-run',
    judge: ofAnswer('runFlow', (result, run) => {
      const chats = componentsIn(result).filter((component) => isRecord(readPointer(component, '/results/message')))
      if (chats.length === 0) return 'the flow has no chat output'
      return chats.flatMap((component) => textsAgree(run, component))
    }),
  },
  {
    id: 'batch-run.outer-is-inner',
    claim: 'SHOULD tell the same in a message and in the copy of it that the message holds',
    operation: 'runFlow',
    journey: 'batch-run',
    judge: ofAnswer('runFlow', (result, run) => {
      const messages = messagesIn(result).filter((message) => isRecord(readPointer(message, '/data')))
      if (messages.length === 0) return 'no message holds a copy of itself'
      return messages.flatMap((message) =>
        ['text', 'sender', 'sender_name', 'session_id', 'flow_id'].map((name) =>
          same(run, `/data/${name}`, readPointer(message, `/${name}`), readPointer(message, `/data/${name}`)),
        ),
      )
    }),
  },
  {
    id: 'streamed-run.result-like-batch',
    claim: 'MUST end a stream with a result of the shape of a batch answer',
    operation: 'runFlow',
    journey: 'streamed-run',
    judge: ofEvents('runFlow', ({ transcript, events }, scene) => {
      const batch = answerOf(scene, 'batch-run', 'runFlow')
      const result = resultIn(events)
      if (batch === undefined) return 'no run that was waited for had an answer'
      if (result === undefined) {
        return expectThat(false, transcript, 'an `end` event with a result', () => `${events.length} events without it`)
      }
      return sameMembers(transcript, 'members and components', shapeOf(batch), shapeOf(result))
    }),
  },
  {
    id: 'streamed-run.session-kept',
    claim: 'MUST stream in the session that is asked for, and say so in its result',
    operation: 'runFlow',
    journey: 'streamed-run',
    judge: ofEvents('runFlow', ({ transcript, events }) => {
      const result = resultIn(events)
      if (result === undefined) return 'the stream came to no result'
      const session = readPointer(transcript.request.json, '/session_id')
      return same(transcript, '/data/result/session_id', session, readPointer(result, '/session_id'))
    }),
  },
  {
    id: 'streamed-run.input-shown',
    claim: 'MUST show in the result of a stream the input that it was given',
    operation: 'runFlow',
    journey: 'streamed-run',
    judge: ofEvents('runFlow', ({ transcript, events }) => {
      const result = resultIn(events)
      if (result === undefined) return 'the stream came to no result'
      const where = '/outputs/0/inputs/input_value'
      return same(transcript, where, readPointer(transcript.request.json, '/input_value'), readPointer(result, where))
    }),
  },
])

type Schemas = components['schemas']

// Those that every result has.
const MEMBERS: readonly (keyof Schemas['RunResult'] | keyof Schemas['RunOutput'] | keyof Schemas['ComponentResult'])[] =
  ['session_id', 'outputs', 'inputs', 'results', 'messages', 'component_display_name', 'component_id']

/** What two answers of one flow have in common, whatever a model said: which documented members, components and outputs there are. */
function shapeOf(result: unknown): readonly string[] {
  return [
    ...membersOf(result),
    ...membersOf(readPointer(result, '/outputs/0')).map((key) => `outputs[0].${key}`),
    ...componentsIn(result).flatMap((component) => {
      const id = String(readPointer(component, '/component_id'))
      const names = keysOf(readPointer(component, '/results')).map((name) => `${id} ${name}`)
      return [...membersOf(component).map((key) => `${id}.${key}`), ...names]
    }),
  ]
}

function membersOf(value: unknown): readonly string[] {
  return MEMBERS.filter((member) => keysOf(value).includes(member))
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : []
}

function textsAgree(run: Transcript, component: unknown) {
  const text = readPointer(component, '/results/message/text')
  const short = readPointer(component, '/outputs/message/message')
  const forms = {
    '/outputs/message/message': isRecord(short) ? readPointer(short, '/text') : short,
    '/artifacts/message': readPointer(component, '/artifacts/message'),
    '/messages/0/message': readPointer(component, '/messages/0/message'),
  }
  return Object.entries(forms)
    .filter(([, form]) => typeof form === 'string')
    .map(([where, form]) =>
      // What a machine says has its line ends doubled there.
      expectThat(oneLine(form) === oneLine(text), run, `${showJson(text)} at ${where}`, () => showJson(form)),
    )
}

function oneLine(text: unknown): string {
  return String(text).replaceAll(/\n+/g, '\n')
}
