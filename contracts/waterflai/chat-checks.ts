import { type Check, expectThat } from '../../src/contract/check.ts'
import { journeyChecks, type Scene } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { eventsOf, jsonOf, showAnswer, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'

/** Simple chatbots, in the form that OpenAI's clients know. */
export const chatChecks: readonly Check[] = journeyChecks([
  {
    id: 'chat.names-the-chatbot',
    claim: 'SHOULD name the chatbot as the model of its answer, whole or in pieces',
    operation: 'createChatCompletion',
    journey: 'chat',
    judge: (scene) =>
      answersIn(scene).flatMap((answer) => {
        const asked = readPointer(answer.request.json, '/model')
        const models = [jsonOf(answer), ...eventsOf(answer)].map((part) => readPointer(part, '/model'))
        const other = models.find((model) => model !== undefined && model !== asked)
        return expectThat(other === undefined, answer, `model ${showJson(asked)}`, () => showJson(other))
      }),
  },
  {
    id: 'chat.streams-a-text',
    claim: 'SHOULD stream an answer whose pieces make a text',
    operation: 'createChatCompletion',
    journey: 'chat',
    judge: (scene) => {
      const streamed = answersIn(scene).find(({ answer }) => answer?.body.kind === 'stream')
      if (!streamed) return 'no answer was streamed'
      const text = eventsOf(streamed)
        .map((event) => readPointer(event, '/choices/0/delta/content'))
        .filter((piece) => typeof piece === 'string')
        .join('')
      return expectThat(text !== '', streamed, 'pieces with content', () => 'none')
    },
  },
  {
    id: 'failed-chat.is-499',
    claim: 'SHOULD answer 499 when the inference fails, so that no client tries again',
    operation: 'createChatCompletion',
    journey: 'failed-chat',
    judge: ({ transcripts }) =>
      transcripts.map((chat) => expectThat(chat.answer?.status === 499, chat, 'status 499', () => showAnswer(chat))),
  },
])

function answersIn({ transcripts }: Scene): readonly Transcript[] {
  return transcripts.filter(succeeded)
}
