import type { ChatMessage } from '../../src/generated/flowise.ts'
import type { Call } from '../../src/mock/call.ts'
import { answerOf, toldSoFar } from './answers.ts'
import { isoSeconds } from './dates.ts'
import type { TimedEvent } from './event.ts'
import { executionOf } from './executions.ts'
import { flowInPath } from './flows.ts'
import { fault } from './refusals.ts'
import { executionIdOf, messageIdOf, type State, type Story, storiesOf } from './state.ts'

/** What was said in the chats of a flow. */
export function listChatMessages(call: Call<State>) {
  const flow = flowInPath(call)
  if (!flow) return fault(500, 'Error: chatMessagesService.getAllChatMessages - Unauthorized access')
  const { query, state } = call
  const ratings = new Map([...state.feedback.values()].map((feedback) => [feedback.messageId, feedback]))
  const messages = storiesOf(call)
    .filter(({ record }) => record.flow.id === flow.id)
    .toReversed()
    .flatMap(messagesOf)
    .filter((message) => isWanted(message, query))
    .filter(({ id }) => {
      const type = query.get('feedback') === 'true' ? query.get('feedbackType') : null
      return type === null || ratings.get(id)?.rating === type
    })
    .map((message) =>
      query.get('feedback') === 'true' ? { ...message, feedback: ratings.get(message.id) ?? null } : message,
    )
  return { kind: 'body', status: 200, body: query.get('order') === 'DESC' ? messages.reverse() : messages } as const
}

function isWanted(message: ChatMessage, query: URLSearchParams): boolean {
  const fields = {
    chatType: 'chatType',
    chatId: 'chatId',
    memoryType: 'memoryType',
    sessionId: 'sessionId',
    messageId: 'id',
  } as const
  const fits = Object.entries(fields).every(([name, field]) => !query.get(name) || message[field] === query.get(name))
  const time = Date.parse(message.createdDate)
  const [start, end] = [query.get('startDate'), query.get('endDate')]
  return fits && !(start && time < Date.parse(start)) && !(end && time > Date.parse(end))
}

/** The messages of a run. Both are stored at the end of a stretch that went well. */
export function messagesOf(story: Story): ChatMessage[] {
  return toldSoFar(story).flatMap((timed) => (timed.event.event === 'metadata' ? pairOf(story, timed) : []))
}

function pairOf(story: Story, { at, stretch, event }: TimedEvent): ChatMessage[] {
  const outcome = answerOf(story, stretch)
  if (outcome.kind === 'failure' || event.event !== 'metadata') return []
  const { body } = outcome
  const turn = story.record.turns.get(stretch)
  const output = 'agentFlowExecutedData' in body ? body.agentFlowExecutedData.at(-1)?.data.output : undefined
  const documents = output?.sourceDocuments ?? ('sourceDocuments' in body ? body.sourceDocuments : undefined)
  const tools = output?.usedTools ?? ('usedTools' in body ? body.usedTools : undefined)
  const resumed = toldSoFar(story).some((timed) => timed.stretch > stretch)
  const common = emptyMessage(story)
  const begun = story.run.createdAt + (stretch === 0 ? 0 : at)
  return [
    {
      ...common,
      id: story.run.id(`user-message:${stretch}`),
      role: 'userMessage',
      content: turn?.said ?? ' ',
      fileUploads: turn?.uploads ? [...turn.uploads] : null,
      leadEmail: turn?.leadEmail ?? null,
      createdDate: isoSeconds(begun),
    },
    {
      ...common,
      id: messageIdOf(story, stretch),
      role: 'apiMessage',
      content: 'text' in body ? (body.text ?? '') : '',
      sourceDocuments: documents ?? null,
      usedTools: tools ?? null,
      agentReasoning: 'agentReasoning' in body ? body.agentReasoning : null,
      reasonContent: output?.reasonContent ?? null,
      action: !resumed && 'action' in body && body.action ? { ...body.action } : null,
      createdDate: isoSeconds(story.run.createdAt + at),
    },
  ]
}

function emptyMessage(story: Story) {
  const { record } = story
  const isAgentflow = record.flow.kind === 'agentflow'
  return {
    chatflowid: record.flow.id,
    executionId: isAgentflow ? executionIdOf(story) : null,
    execution: isAgentflow ? executionOf(story) : null,
    sourceDocuments: null,
    usedTools: null,
    fileAnnotations: null,
    agentReasoning: null,
    reasonContent: null,
    fileUploads: null,
    artifacts: null,
    action: null,
    leadEmail: null,
    followUpPrompts: null,
    chatType: 'EXTERNAL',
    chatId: record.chatId,
    memoryType: null,
    sessionId: record.sessionId,
  }
}

/** The message of an id, from any flow. */
export function findMessage(call: Call<State>, id: string): ChatMessage | undefined {
  return storiesOf(call)
    .flatMap(messagesOf)
    .find((message) => message.id === id)
}
