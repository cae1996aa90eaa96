import type { AgentflowAnswer, ChatflowAnswer, ExecutedNode, LegacyAgentsAnswer } from '../../src/generated/flowise.ts'
import { MEMORY } from './chatflow.ts'
import { echo } from './closing.ts'
import { withoutCredentials } from './credentials.ts'
import { eventsNamed, lastNamed, type TimedEvent } from './event.ts'
import { toText } from './reply-text.ts'
import { executionIdOf, messageIdOf, type Story } from './state.ts'
import { tellRun } from './stream.ts'

/** What a message came to. */
export type Outcome =
  | { readonly kind: 'answer'; readonly body: AnswerBody }
  | { readonly kind: 'failure'; readonly message: string }

/** All that has happened in a run, as its events. */
export function toldSoFar(story: Story): readonly TimedEvent[] {
  const past = story.run.past()
  const known = toldOf.get(story.run)
  if (known?.moments === past.length) return known.told
  const told = [...tellRun(story, past)]
  toldOf.set(story.run, { moments: past.length, told })
  return told
}

// Lists look at every run, and what has been told stays told.
const toldOf = new WeakMap<Story['run'], { readonly moments: number; readonly told: readonly TimedEvent[] }>()

/** The answer to a message once its stretch of the run is over, made of the events that a stream of it would have. */
export function answerOf(story: Story, stretch: number): Outcome {
  const told = toldSoFar(story)
  const own = told.filter((timed) => timed.stretch === stretch)
  const error = lastNamed(own, 'error')
  if (error) return { kind: 'failure', message: error.data }
  return { kind: 'answer', body: bodyOf(story, stretch, own) }
}

type AnswerBody = AgentflowAnswer | ChatflowAnswer | LegacyAgentsAnswer

function bodyOf(story: Story, stretch: number, own: readonly TimedEvent[]): AnswerBody {
  switch (story.record.flow.kind) {
    case 'agentflow':
      return agentflowAnswer(story, stretch, own)
    case 'agents':
      return agentsAnswer(story, own)
    case 'chatflow':
    case 'json':
      return chatflowAnswer(story, own)
  }
}

function agentflowAnswer(story: Story, stretch: number, own: readonly TimedEvent[]): AgentflowAnswer {
  const { record } = story
  const { question, form } = record.turns.get(stretch) ?? {}
  const executed = lastNamed(own, 'agentFlowExecutedData')?.data ?? []
  const action = lastNamed(own, 'action')
  return {
    text: textOf(executed),
    ...echo({ question, form }),
    chatId: record.chatId,
    chatMessageId: messageIdOf(story, stretch),
    executionId: executionIdOf(story),
    agentFlowExecutedData: withoutCredentials(executed),
    ...(action && { action: action.data }),
    ...(record.sessionId !== '' && { sessionId: record.sessionId }),
    ...record.odd,
  }
}

/** The text of an agentflow is what its last node has to say. */
export function textOf(executed: readonly ExecutedNode[]): string {
  return toText(executed.at(-1)?.data.output?.content ?? ' ')
}

function agentsAnswer(story: Story, own: readonly TimedEvent[]): LegacyAgentsAnswer {
  const { record } = story
  return {
    text: spoken(own),
    ...echo({ question: record.turns.get(0)?.question }),
    chatId: record.chatId,
    chatMessageId: messageIdOf(story, 0),
    ...(record.sessionId !== '' && { sessionId: record.sessionId }),
    agentReasoning: lastNamed(own, 'agentReasoning')?.data ?? [],
    ...record.odd,
  }
}

function chatflowAnswer(story: Story, own: readonly TimedEvent[]): ChatflowAnswer {
  const { record } = story
  const documents = lastNamed(own, 'sourceDocuments')
  const tools = lastNamed(own, 'usedTools')
  const question = record.turns.get(0)?.question
  const result = record.flow.kind === 'json' ? { json: jsonOf(story, own) } : { text: spoken(own) }
  return {
    ...result,
    ...(documents && { sourceDocuments: documents.data }),
    ...(tools && { usedTools: tools.data }),
    ...echo({ question }),
    chatId: record.chatId,
    chatMessageId: messageIdOf(story, 0),
    isStreamValid: false,
    ...(record.sessionId !== '' && { sessionId: record.sessionId }),
    ...(documents === undefined && { memoryType: MEMORY }),
    ...record.odd,
  }
}

/** All pieces of the answer. */
export function spoken(told: readonly TimedEvent[]): string {
  return eventsNamed(told, 'token')
    .map(({ data }) => data)
    .join('')
}

function jsonOf({ run }: Story, own: readonly TimedEvent[]): Record<string, unknown> {
  const end = run.past().find(({ kind }) => kind === 'run-finished')
  return end?.kind === 'run-finished' ? { ...end.outputs } : { text: spoken(own) }
}
