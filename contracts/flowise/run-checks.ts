import { type Check, expectThat, KEPT } from '../../src/contract/check.ts'
import { journeyChecks, requestsTo, type Scene, type Sight } from '../../src/contract/journey-checks.ts'
import { showJson } from '../../src/contract/show-json.ts'
import { jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { dataOf, FLOW_ROLES, messageIdOf, metadataOf, nodesOf, streamedText, textAt } from './known.ts'
import { ofRun, ofStream, recordAgrees, same } from './scene.ts'

/** Messages that are answered, as an answer, as events and as records. */
export const runChecks: readonly Check[] = journeyChecks([
  {
    id: 'blocking-run.echoes-the-question',
    claim: 'MUST echo the question in the answer',
    operation: 'createPrediction',
    journey: 'blocking-run',
    roles: FLOW_ROLES,
    judge: ofRun((run) => {
      const question = readPointer(run.request.json, '/question')
      if (question === undefined) return 'the message has no question'
      return same(run, 'question', question, readPointer(jsonOf(run), '/question'))
    }),
  },
  {
    id: 'blocking-run.names-a-session',
    claim: 'SHOULD name the session after the chat where neither was said',
    operation: 'createPrediction',
    journey: 'blocking-run',
    roles: FLOW_ROLES,
    judge: ofRun((run, { role }) => {
      if (readPointer(run.request.json, '/overrideConfig') !== undefined) return 'the message names a session'
      const { chatId, sessionId } = asRecord(jsonOf(run))
      // The memory of a chatflow may be set to one session.
      if (role === 'chatflow_id' && typeof sessionId === 'string' && sessionId !== chatId) return KEPT
      return same(run, 'sessionId', chatId, sessionId)
    }),
  },
  {
    id: 'blocking-run.text-is-the-last-output',
    claim: 'MUST answer as the text of an agentflow what its last node put out',
    operation: 'createPrediction',
    journey: 'blocking-run',
    roles: ['agentflow_id'],
    judge: ofRun((run) => {
      const content = readPointer(nodesOf(run).at(-1), '/data/output/content')
      if (typeof content !== 'string' || content === '') return 'the last node put out no text'
      return same(run, 'text', content, readPointer(jsonOf(run), '/text'))
    }),
  },
  {
    id: 'blocking-run.record-agrees',
    claim: 'MUST keep in the execution of a blocking run the nodes that its answer told',
    operation: 'getExecution',
    journey: 'blocking-run',
    roles: ['agentflow_id'],
    judge: ofRun((run, scene) => recordAgrees(run, scene)),
  },
  {
    id: 'blocking-run.found-by-session',
    claim: 'MUST list for a session the execution that the answer names',
    operation: 'listExecutions',
    journey: 'blocking-run',
    roles: ['agentflow_id'],
    judge: ofRun((run, scene) => {
      const listed = requestsTo(scene, 'listExecutions').find(succeeded)
      if (!listed) return 'executions could not be listed'
      return same(
        listed,
        'an execution',
        readPointer(jsonOf(run), '/executionId'),
        readPointer(jsonOf(listed), '/data/0/id'),
      )
    }),
  },
  {
    id: 'blocking-run.messages-agree',
    claim: 'MUST store the question and the text of a blocking answer as messages of its chat',
    operation: 'listChatMessages',
    journey: 'blocking-run',
    roles: FLOW_ROLES,
    judge: ofRun((run, scene) => messagesAgree(run, scene, readPointer(jsonOf(run), '/text'))),
  },
  {
    id: 'streamed-run.streams-as-told',
    claim: 'MUST answer with a stream where the flow is said to stream, and with JSON elsewhere',
    operation: 'checkStreaming',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofRun((run, scene) => {
      const told = requestsTo(scene, 'checkStreaming').find(succeeded)
      if (!told) return 'the question whether it streams was not answered'
      const streamed = /^text\/event-stream/i.test(run.answer?.headers['content-type'] ?? '')
      return same(run, 'a stream:', readPointer(jsonOf(told), '/isStreaming'), streamed)
    }),
  },
  {
    id: 'streamed-run.metadata-agrees',
    claim: 'MUST tell in its metadata the chat, the session and the question of the message',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStream((run, { role }) => {
      const { question, chatId, overrideConfig } = asRecord(run.request.json)
      const told = asRecord(metadataOf(run))
      const { chatId: toldChat, sessionId, question: toldQuestion } = told
      const chat = chatId ?? toldChat
      // The memory of a chatflow may be set to one session.
      const session = asRecord(overrideConfig).sessionId ?? (role === 'chatflow_id' ? sessionId : chat)
      const wanted = [chat, session, question]
      return same(run, 'metadata', wanted, [toldChat, sessionId, toldQuestion])
    }),
  },
  {
    id: 'streamed-run.messages-agree',
    claim: 'MUST store the question and the joined tokens of a stream as messages of its chat',
    operation: 'listChatMessages',
    journey: 'streamed-run',
    roles: FLOW_ROLES,
    judge: ofStream((run, scene) => messagesAgree(run, scene, streamedText(run))),
  },
  {
    id: 'streamed-run.tokens-are-the-text',
    claim: 'MUST stream the text that the last node of an agentflow put out',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['agentflow_id'],
    judge: ofStream((run) => {
      const content = readPointer(nodesOf(run).at(-1), '/data/output/content')
      if (typeof content !== 'string' || content === '') return 'the last node put out no text'
      return same(run, 'tokens that join to', content, streamedText(run))
    }),
  },
  {
    id: 'streamed-run.thoughts-agree',
    claim: 'SHOULD stream the thoughts that a node of an agentflow put out',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['agentflow_id'],
    judge: ofStream((run) => {
      const kept = nodesOf(run).flatMap((node) => textAt(node, '/data/output/reasonContent/thinking') ?? [])
      const streamed = dataOf(run, 'thinking').join('')
      if (kept.length === 0 || streamed === '') return 'no model of the run told its thoughts'
      // An agent thinks before each tool, too.
      const isKept = kept.some((thoughts) => streamed.endsWith(thoughts))
      return expectThat(isKept, run, `thoughts that join to ${showJson(kept.at(-1))}`, () => showJson(streamed))
    }),
  },
  {
    id: 'streamed-run.record-agrees',
    claim: 'MUST keep in the execution of a streamed run the nodes that its events told',
    operation: 'getExecution',
    journey: 'streamed-run',
    roles: ['agentflow_id'],
    judge: ofStream((run, scene) => recordAgrees(run, scene)),
  },
  {
    id: 'views.memory-agrees',
    claim: 'SHOULD name the same memory of a chatflow in answers and in metadata',
    operation: 'createPrediction',
    journey: 'streamed-run',
    roles: ['chatflow_id'],
    judge: ofStream((run, { all }) => {
      const blocking = all.find(
        ({ probe, operation }) => probe === 'blocking-run@chatflow_id' && operation === 'createPrediction',
      )
      if (!blocking || !succeeded(blocking)) return 'the flow has not answered a first message'
      const [wanted, got] = [jsonOf(blocking), metadataOf(run)].map((view) => readPointer(view, '/memoryType'))
      if ((wanted === undefined) !== (got === undefined)) return 'only one of the answers names the memory'
      return same(run, 'memoryType', wanted ?? null, got ?? null)
    }),
  },
])

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** Whether the chat holds the question, and the answer under its id. */
function messagesAgree(run: Transcript, scene: Scene, text: unknown): Sight {
  const listed = requestsTo(scene, 'listChatMessages').find(succeeded)
  const messages = listed && jsonOf(listed)
  if (!listed || !Array.isArray(messages)) return 'the messages of the chat could not be read'
  const question = readPointer(run.request.json, '/question')
  const id = messageIdOf(run)
  const answer: unknown = messages.find((message) => textAt(message, '/id') === id)
  if (answer === undefined) return expectThat(false, listed, `a message with id ${showJson(id)}`, () => 'none')
  const asked = messages.some(
    (message) => readPointer(message, '/role') === 'userMessage' && readPointer(message, '/content') === question,
  )
  const seen = [
    expectThat(asked || question === undefined, listed, `the question ${showJson(question)}`, () => 'no such message'),
  ]
  return typeof text === 'string'
    ? [...seen, same(listed, 'an answer that says', text, readPointer(answer, '/content'))]
    : seen
}
