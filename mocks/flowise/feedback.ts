import type { Feedback } from '../../src/generated/flowise.ts'
import type { Call } from '../../src/mock/call.ts'
import { isoSeconds } from './dates.ts'
import { flowInPath } from './flows.ts'
import { isRecord, type Values } from './is-record.ts'
import { findMessage } from './messages.ts'
import { fault } from './refusals.ts'
import type { State } from './state.ts'
import { has } from './variants.ts'

type Fields = Pick<Feedback, 'messageId' | 'chatId' | 'chatflowid'>

const fieldsOf = ({ body }: Call<State>): Values => (body.kind === 'json' && isRecord(body.value) ? body.value : {})

/** Stores what somebody thinks of a message. */
export function createFeedback(call: Call<State>) {
  if (call.body.kind === 'malformed') return fault(400, call.body.reason)
  const given = fieldsOf(call)
  const checked = check(call, given)
  if ('kind' in checked) return checked
  const id = call.id('feedback')
  const stored = { ...checked, ...opinion(given), id, createdDate: isoSeconds(call.now) }
  call.state.feedback.set(id, stored)
  return { kind: 'body', status: 200, body: stored } as const
}

/** The chat and the flow follow from the message; where they are said, they have to fit it. */
function check(call: Call<State>, { messageId, chatId, chatflowid }: Values) {
  if (typeof messageId !== 'string' || messageId === '') return fault(400, 'Message ID is required')
  const message = findMessage(call, messageId)
  if (!message) return fault(404, `Message with ID ${messageId} not found`)
  const wrong = (what: string, owner: string, id: unknown) =>
    fault(400, `Inconsistent ${what} ID: message with ID ${messageId} does not belong to ${owner} with ID ${id}`)
  if (chatId && chatId !== message.chatId) return wrong('chat', 'chat', chatId)
  if (chatflowid && chatflowid !== message.chatflowid) return wrong('chatflow', 'chatflow', chatflowid)
  return { chatflowid: message.chatflowid, chatId: message.chatId, messageId } satisfies Fields
}

function opinion({ rating, content }: Values): Pick<Feedback, 'rating' | 'content'> {
  return {
    ...((rating === 'THUMBS_UP' || rating === 'THUMBS_DOWN') && { rating }),
    ...(typeof content === 'string' && { content }),
  }
}

/** Lists the feedback on a flow. */
export function listFeedback(call: Call<State>) {
  const flow = flowInPath(call)
  const { query } = call
  const [start, end] = [query.get('startDate'), query.get('endDate')].map((date) =>
    date ? Date.parse(date) : undefined,
  )
  const found = [...call.state.feedback.values()].filter(({ chatflowid, chatId, createdDate }) => {
    const time = Date.parse(createdDate)
    const isBetween = start === undefined || end === undefined || (start <= time && time <= end)
    return chatflowid === flow?.id && isBetween && (!query.get('chatId') || chatId === query.get('chatId'))
  })
  const newestFirst = query.get('sortOrder') === 'desc' || query.get('order') === 'DESC'
  return { kind: 'body', status: 200, body: newestFirst ? found.reverse() : found } as const
}

/** Changes a feedback. */
export function updateFeedback(call: Call<State>) {
  if (call.body.kind === 'malformed') return fault(400, call.body.reason)
  const id = call.params.id ?? ''
  const known = call.state.feedback.get(id)
  if (!known) return fault(404, `Feedback with ID ${id} not found`)
  const given = fieldsOf(call)
  const { messageId, chatId, chatflowid } = known
  const checked = check(call, { messageId, chatId, chatflowid, ...given })
  if ('kind' in checked) return checked
  const changed = { ...known, ...checked, ...opinion(given) }
  call.state.feedback.set(id, changed)
  if (has(call, 'brief-feedback-change')) return { kind: 'body', status: 200, body: { status: 'OK' } } as const
  return { kind: 'body', status: 200, body: changed } as const
}
