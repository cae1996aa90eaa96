import { type Check, expectThat } from '../../src/contract/check.ts'
import { type JourneyCheck, journeyChecks, type Scene } from '../../src/contract/journey-checks.ts'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, showAnswer, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { same } from './scene.ts'

const CREATE = { operation: 'createPrediction' } as const

/** Refusals, pings, and settings. */
export const otherChecks: readonly Check[] = [
  ...journeyChecks([
    {
      ...CREATE,
      id: 'refusals.no-question',
      claim: 'SHOULD refuse with 400 a message that has nothing to run the flow with',
      journey: 'no-question',
      judge: refusedWith(400),
    },
    {
      ...CREATE,
      id: 'refusals.odd-values',
      claim: 'SHOULD refuse with 422 a message whose values are of another kind than documented',
      journey: 'odd-values',
      judge: refusedWith(422),
    },
    {
      ...CREATE,
      id: 'refusals.unknown-flow-streamed',
      claim: 'SHOULD refuse with 404 an unknown flow where a stream is asked for, too',
      journey: 'unknown-flow-streamed',
      judge: refusedWith(404),
    },
    {
      ...CREATE,
      id: 'refusals.wrong-key-streamed',
      claim: 'SHOULD refuse with 401 a wrong key where a stream is asked for, too',
      journey: 'wrong-key-streamed',
      judge: refusedWith(401),
    },
    {
      ...CREATE,
      id: 'refusals.documented-form',
      claim: 'SHOULD tell a refusal of a message as the text `error`, as documents show it',
      journey: 'unknown-flow',
      judge: ({ transcripts: [message] }) => {
        if (!message) return []
        const kept = typeof readPointer(jsonOf(message), '/error') === 'string'
        return expectThat(kept, message, 'an object with `error`', () => showAnswer(message))
      },
    },
    {
      ...CREATE,
      id: 'refusals.file-in-another-field',
      claim: 'MUST refuse a message with a file in another field than `files`',
      journey: 'file-in-another-field',
      judge: refused,
    },
    {
      ...CREATE,
      id: 'refusals.question-and-form',
      claim: 'MUST refuse a message to an agentflow that has a question and a filled form',
      journey: 'question-and-form',
      judge: refused,
    },
    {
      ...CREATE,
      id: 'refusals.nothing-waits',
      claim: 'MUST refuse a decision in a chat where no run waits',
      journey: 'nothing-waits',
      judge: refused,
    },
    {
      id: 'ping.says-pong',
      claim: 'MUST say pong',
      operation: 'ping',
      journey: 'ping',
      judge: ({ transcripts: [ping] }) => {
        const body = ping?.answer?.body
        return ping ? same(ping, 'the text', 'pong', body?.kind === 'text' ? body.text : undefined) : []
      },
    },
  ]),
  {
    id: 'config.uploads-agree',
    claim: 'MUST tell the same of uploads in the settings of the chat window and by themselves',
    operation: 'getUploadsConfig',
    needs: ['get-public-chatbot-config', 'get-uploads-config'],
    judge: ({ spec, transcripts }) => {
      const [window, uploads] = ['getPublicChatbotConfig', 'getUploadsConfig'].map((id) =>
        transcripts.find(({ operation, flaw }) => operation === id && flaw === undefined),
      )
      if (!window || !uploads || !succeeded(window) || !succeeded(uploads)) return []
      const [wanted, got] = [readPointer(jsonOf(window), '/uploads'), jsonOf(uploads)]
      const isSame = isSameAsDocumented(spec.document, '/components/schemas/UploadsConfig', wanted, got)
      return [expectThat(isSame, uploads, `uploads ${showJson(wanted)}`, () => showJson(got))]
    },
  },
]

function refusedWith(status: number): JourneyCheck['judge'] {
  return ({ transcripts: [message] }) =>
    message ? expectThat(message.answer?.status === status, message, `status ${status}`, () => showAnswer(message)) : []
}

function refused({ transcripts: [message] }: Scene) {
  if (!message) return []
  return expectThat((message.answer?.status ?? 0) >= 400, message, 'a refusal', () => showAnswer(message))
}
