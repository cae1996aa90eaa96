import type { Action } from '../../src/generated/flowise.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import { runFault } from './refusals.ts'
import { speech } from './speech.ts'
import { messageIdOf, type Story } from './state.ts'

/** Where in a run something is told. */
export interface Place {
  readonly at: number
  readonly stretch: number
}

const END: StreamEvent = { event: 'end', data: '[DONE]' }

/** The last events of a stretch that went well. What is empty is left out of the metadata. */
export function closing(
  story: Story,
  { at, stretch }: Place,
  { action, memoryType, speaks }: { readonly action?: Action; readonly memoryType?: string; readonly speaks: boolean },
): TimedEvent[] {
  const { record } = story
  const { question } = record.turns.get(stretch) ?? {}
  const chatMessageId = messageIdOf(story, stretch)
  const metadata = {
    chatId: record.chatId,
    chatMessageId,
    ...echo({ question: question || undefined }),
    ...(record.sessionId !== '' && { sessionId: record.sessionId }),
    ...(memoryType !== undefined && { memoryType }),
    ...(action && { action }),
    ...record.odd,
    ...unnamed(record.chatId),
  }
  const spoken = speaks ? speech(chatMessageId) : []
  const done = at + (spoken.at(-1)?.after ?? 0)
  return [
    ...spoken.map(({ after, event }) => ({ at: at + after, stretch, event })),
    { at: done, stretch, event: { event: 'metadata', data: metadata } },
    { at: done, stretch, event: END },
  ]
}

// What is undefined is not written.
const unnamed = (chatId: string): object => (chatId === '' ? { chatId: undefined } : {})

/** The last events of a stretch that failed. */
export function failing(reason: string): StreamEvent[] {
  return [{ event: 'error', data: runFault(reason) }, END]
}

/** What the caller sent and gets back in whatever form it had; what it did not send is missing. */
export function echo(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
