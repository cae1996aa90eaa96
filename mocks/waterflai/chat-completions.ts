import type { ChatMessage } from '../../src/generated/waterflai.ts'
import type { Call } from '../../src/mock/call.ts'
import { chatCompletion, chunkFrames, endOf, isGood } from './chat-answer.ts'
import { findDeployed, steer } from './deployed.ts'
import { contentOf, finalOutput } from './outputs.ts'
import { isRecord, messageOf } from './query.ts'
import { chatbotNotFound, notJson, notObject, refuse, unprocessable } from './refusals.ts'
import type { State } from './state.ts'
import { streamReply } from './stream.ts'

/** Lets a simple chatbot answer a conversation, whole or piece by piece. */
export function createChatCompletion(call: Call<State>) {
  if (call.body.kind !== 'json') return notJson()
  const { value } = call.body
  if (!isRecord(value)) return notObject()
  const { model, messages, stream } = value
  // Which chatbot it is stands in the body, so that much of it comes before existence.
  if (typeof model !== 'string')
    return unprocessable(model === undefined ? 'model is required.' : 'model must be a string.')
  const deployed = findDeployed(call, model, ['chatbot'])
  if (!deployed) return chatbotNotFound()
  if (messages === undefined) return unprocessable('messages is required.')
  if (!isConversation(messages)) return unprocessable('messages must be a list of messages.')
  if (stream !== undefined && typeof stream !== 'boolean') return unprocessable('stream must be a boolean.')
  const message = messageOf(messages)
  const scenario = steer(call, deployed, message)
  const run = call.runs.start({ scenario, request: { message, inputs: {}, user: '' }, names: [] })
  // Nobody can look such a run up.
  const whenLeft = () => void run.stop('The client has left.')
  if (stream) return streamReply(run, (moments) => chunkFrames(run, model, moments), whenLeft)
  const reply = () => {
    const end = endOf(run.past())
    if (!end || !isGood(end)) return refuse(499, `Inference failed: ${end?.error ?? 'it was stopped'}.`)
    return { kind: 'body', status: 200, body: chatCompletion(run, model, contentOf(finalOutput(end.outputs))) } as const
  }
  return { kind: 'later', run, until: 'end', reply, whenLeft } as const
}

const ROLES: readonly unknown[] = ['system', 'user', 'assistant'] satisfies ChatMessage['role'][]

function isConversation(value: unknown): value is readonly ChatMessage[] {
  return (
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && ROLES.includes(item.role) && typeof item.content === 'string')
  )
}
