import type { Probe, Session } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { CHATBOT, okChat, sampleBody, type Wish } from './known.ts'
import { chatWith } from './requests.ts'

/** Answers of a simple chatbot: whole, piece by piece, and one that fails. */
export const chatJourneys: readonly Probe[] = [
  {
    name: 'chat',
    runs: 2,
    operations: ['createChatCompletion'],
    takes: 'chat',
    role: CHATBOT,
    async send(session) {
      for (const stream of [false, true]) await talk(session, okChat(session.known), stream)
    },
  },
  {
    name: 'failed-chat',
    runs: 1,
    operations: ['createChatCompletion'],
    role: CHATBOT,
    sample: 'chat-fail',
    send: (session) =>
      talk(session, { body: sampleBody(session.known, 'chat-fail') ?? {}, expects: { statuses: [499, 500] } }, false),
  },
]

async function talk(session: Session, wish: Wish, stream: boolean): Promise<void> {
  const parts = chatWith(session.known, wish, stream)
  if (!isUnavailable(parts)) await session.send('createChatCompletion', parts)
}
