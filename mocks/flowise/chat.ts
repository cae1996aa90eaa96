import type { Call } from '../../src/mock/call.ts'
import { isRecord, type Values } from './is-record.ts'
import type { Decision, State, Turn } from './state.ts'
import { has } from './variants.ts'

/** Names of the conversation that a message belongs to. */
export interface Chat {
  readonly chatId: string
  readonly sessionId: string
  /** Those that are sent back in another form than text. */
  readonly odd: object
}

/** Finds the chat of a message: its own, else its session, else a new one. The session is named in the overrides only. */
export function chatOf(call: Call<State>, { chatId, overrideConfig }: Values): Chat {
  const given = isRecord(overrideConfig) ? overrideConfig.sessionId : undefined
  // 3.1.4 keeps the name of a chat even when it is empty.
  const named = chatId === '' && !has(call, 'takes-odd-values') ? undefined : chatId
  const chat = named ?? given ?? call.id('chat')
  const session = given ?? chat
  const odd = {
    ...(typeof chat !== 'string' && { chatId: chat }),
    ...(typeof session !== 'string' && { sessionId: session }),
  }
  return { chatId: String(chat), sessionId: String(session), odd }
}

/** What a message brings to its run. */
export function turnOf(fields: Values): Turn {
  const { question, form, humanInput, uploads, leadEmail } = fields
  const decision = decisionOf(humanInput)
  return {
    question,
    form,
    said: String(question || formText(form) || decision?.feedback || ' '),
    decision,
    uploads: Array.isArray(uploads) ? uploads.filter(isRecord) : undefined,
    leadEmail: typeof leadEmail === 'string' ? leadEmail : undefined,
  }
}

function decisionOf(humanInput: unknown): Decision | undefined {
  if (!isRecord(humanInput)) return undefined
  const { type, feedback } = humanInput
  return {
    type: type === 'reject' ? 'reject' : 'proceed',
    feedback: typeof feedback === 'string' ? feedback : undefined,
  }
}

function formText(form: unknown): string {
  return isRecord(form)
    ? Object.entries(form)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')
    : ''
}

/** The message as scenarios see it. */
export function requestOf({ form, overrideConfig }: Values, turn: Turn, user: string) {
  const vars = isRecord(overrideConfig) && isRecord(overrideConfig.vars) ? overrideConfig.vars : {}
  return { message: turn.said.trim(), inputs: { ...vars, ...(isRecord(form) && form) }, user }
}
