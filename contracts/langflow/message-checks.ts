import { expectThat, type Observation } from '../../src/contract/check.ts'
import { type JourneyCheck, journeyChecks } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { messagesIn } from './known.ts'
import { type OperationId, ofEvents, resultIn, same, type Told } from './scene.ts'
import { announcementOf, closingOf, streamedIn, type Utterance, utterancesIn } from './utterances.ts'

interface Place {
  readonly journey: string
  readonly operation: OperationId
  /** JSON Pointer, in the request, of the session that was asked for. */
  readonly session: string
}

/** The three kinds of stream in which messages grow. */
const PLACES: readonly Place[] = [
  { journey: 'streamed-run', operation: 'runFlow', session: '/session_id' },
  { journey: 'streamed-workflow', operation: 'runWorkflow', session: '/session_id' },
  { journey: 'direct-build', operation: 'buildFlow', session: '/inputs/session' },
]

const NO_TOKENS = 'the flow streamed no tokens. Give --flow flow_id=ID of a flow whose model streams to a chat output'

/** Messages that are announced, grow token by token, and come again whole: the same id means the same message. */
export const messageChecks = journeyChecks([
  ...PLACES.flatMap(checksOf),
  ...(['polled-build', 'streamed-build'] as const).map((journey) =>
    tokensCheck({ journey, operation: 'streamBuildEvents' }),
  ),
  {
    id: 'streamed-run.result-is-the-message',
    claim: 'MUST hold in the result of a stream the text that its messages came to',
    operation: 'runFlow',
    journey: 'streamed-run',
    judge: ofEvents('runFlow', (told) => {
      const seen = messagesIn(resultIn(told.events)).flatMap((message) => {
        const id = readPointer(message, '/data/id')
        const utterance = utterancesIn(told.events).find((one) => one.id === id)
        const text = utterance && finalText(told, utterance)
        if (text === undefined) return []
        return same(told.transcript, `the message ${String(id)} of the result`, text, readPointer(message, '/text'))
      })
      return seen.length > 0 ? seen : 'no message of the result was streamed'
    }),
  },
])

function checksOf({ journey, operation, session }: Place): readonly JourneyCheck[] {
  const base = { operation, journey }
  return [
    tokensCheck(base),
    {
      ...base,
      id: `${journey}.first-token-repeats`,
      claim: 'SHOULD announce a message with its first piece, which the first token repeats',
      judge: ofEvents(operation, (told) => {
        const seen = streamedIn(told.events).flatMap((utterance) => repeats(told, utterance))
        return seen.length > 0 ? seen : NO_TOKENS
      }),
    },
    {
      ...base,
      id: `${journey}.same-message`,
      claim: 'SHOULD keep sender and session of a message that is sent again',
      judge: ofEvents(operation, ({ transcript, events }) => {
        const again = utterancesIn(events).filter(({ forms }) => forms.length > 1)
        if (again.length === 0) return 'no message was sent again'
        return again.flatMap(({ id, forms: [first, ...others] }) =>
          others.flatMap(({ message }) =>
            ['sender', 'session_id'].map((name) =>
              same(
                transcript,
                `${name} of the message ${id}`,
                readPointer(first?.message, `/${name}`),
                readPointer(message, `/${name}`),
              ),
            ),
          ),
        )
      }),
    },
    {
      ...base,
      id: `${journey}.messages-in-session`,
      claim: 'MUST send messages of the session that is asked for',
      judge: ofEvents(operation, ({ transcript, events }) => {
        const wanted = readPointer(transcript.request.json, session)
        const forms = utterancesIn(events).flatMap((utterance) => utterance.forms)
        if (forms.length === 0) return 'the stream has no message'
        return forms.map(({ message }) => same(transcript, 'session_id', wanted, readPointer(message, '/session_id')))
      }),
    },
    {
      ...base,
      id: `${journey}.user-message`,
      claim: 'SHOULD repeat in the message of the user the input that it was given',
      judge: ofEvents(operation, ({ transcript, events }) => {
        const given = ['/input_value', '/inputs/input_value'].map((at) => readPointer(transcript.request.json, at))
        const wanted = given.find((value) => value !== undefined)
        const users = utterancesIn(events)
          .flatMap(({ forms }) => forms)
          .filter(({ message }) => readPointer(message, '/sender') === 'User')
        if (users.length === 0) return 'the chat input of the flow stores no message'
        return users.map(({ message }) => same(transcript, 'text', wanted, readPointer(message, '/text')))
      }),
    },
  ]
}

function tokensCheck(base: Pick<Place, 'journey' | 'operation'>): JourneyCheck {
  return {
    ...base,
    id: `${base.journey}.tokens-join`,
    claim: 'MUST send tokens that joined are the text of their message',
    judge: ofEvents(base.operation, (told) => eachStreamed(told, (utterance) => tokensJoin(told, utterance))),
  }
}

function eachStreamed({ events }: Told, judge: (utterance: Utterance) => Observation | undefined) {
  const seen = streamedIn(events).flatMap((utterance) => judge(utterance) ?? [])
  return seen.length > 0 ? seen : NO_TOKENS
}

function tokensJoin(told: Told, utterance: Utterance): Observation | undefined {
  const text = finalText(told, utterance)
  if (typeof text !== 'string') return undefined
  const joined = utterance.tokens.map(({ chunk }) => chunk).join('')
  const isAgent = announcementOf(utterance) === undefined
  // Between its tools an agent may have said more than its last answer; builds cut long texts.
  const kept =
    joined === text ||
    (isAgent && joined.endsWith(text)) ||
    (text.length > 6_000 && text.endsWith('...') && joined.startsWith(text.slice(0, -3)))
  return expectThat(kept, told.transcript, `tokens that join to ${showJson(text)}`, () => showJson(joined))
}

function repeats({ transcript }: Told, utterance: Utterance): readonly Observation[] {
  const announced = announcementOf(utterance)
  const [first] = utterance.tokens
  if (!announced || !first) return []
  const text = readPointer(announced.message, '/text')
  return [
    expectThat(
      text === first.chunk,
      transcript,
      `a first token ${showJson(text)}, as announced`,
      () => `a first token ${showJson(first.chunk)}`,
    ),
  ]
}

/** The text that a message came to: that of its last form, or in older versions that of the result. */
function finalText({ events }: Told, utterance: Utterance): unknown {
  const closing = closingOf(utterance).at(-1)
  if (closing) return readPointer(closing.message, '/text')
  const stored = messagesIn(resultIn(events)).find((message) => readPointer(message, '/data/id') === utterance.id)
  return stored && readPointer(stored, '/text')
}
