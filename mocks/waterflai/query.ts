import type { FlowChatMessage } from '../../src/generated/waterflai.ts'

const ROLES: readonly unknown[] = ['user', 'assistant', 'system']

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is what the input `query` takes: one message, or a conversation. */
export function isQuery(value: unknown): value is string | readonly FlowChatMessage[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every(isMessage))
}

function isMessage(value: unknown): value is FlowChatMessage {
  if (!isRecord(value) || !ROLES.includes(value.role)) return false
  const { content } = value
  return typeof content === 'string' || (Array.isArray(content) && content.every(isPart))
}

function isPart(value: unknown): boolean {
  if (!isRecord(value)) return false
  return value.type === 'text'
    ? typeof value.text === 'string'
    : value.type === 'image_url' && isRecord(value.image_url)
}

/** What is asked: the message, or the text of the user's last one in a conversation. Empty when there is none. */
export function messageOf(query: unknown): string {
  if (!isQuery(query)) return ''
  if (typeof query === 'string') return query
  const content = query.findLast(({ role }) => role === 'user')?.content ?? ''
  if (typeof content === 'string') return content
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')
}

/** The messages before the one that is asked. */
export function historyOf(query: unknown): FlowChatMessage[] {
  if (!isQuery(query) || typeof query === 'string') return []
  const last = query.findLastIndex(({ role }) => role === 'user')
  return query.filter((_, index) => index < last)
}
