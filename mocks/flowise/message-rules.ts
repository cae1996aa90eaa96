import type { Flow } from './flows.ts'
import { isRecord, type Values } from './is-record.ts'

/** What is wrong with a value, in the words of the server's engine. */
interface Flaw {
  readonly message: string
  /** Whether 3.1.4 notices it. */
  readonly observed: boolean
}

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'text/markdown': ['md'],
  'application/json': ['json'],
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'audio/webm': ['webm'],
  'audio/mp4': ['mp4', 'm4a'],
  'audio/ogg': ['ogg'],
}

/** The first thing that is wrong with the values of a message. What is missing is no flaw. */
export function flawIn(fields: Values, flow: Flow): Flaw | undefined {
  return (
    textFlaw(fields, flow) ??
    sessionFlaw(fields, flow) ??
    historyFlaw(fields, flow) ??
    uploadFlaw(fields) ??
    humanInputFlaw(fields, flow)
  )
}

function textFlaw({ question, streaming, chatId, form, overrideConfig }: Values, flow: Flow): Flaw | undefined {
  const isAgentflow = flow.kind === 'agentflow'
  if (isWrong(question, 'string')) return { message: 'question must be a string', observed: false }
  if (![undefined, true, false, 'true', 'false'].some((legal) => legal === streaming)) {
    return { message: 'streaming must be a boolean', observed: false }
  }
  if (isWrong(chatId, 'string')) return { message: 'Invalid chatId: must be a string', observed: !isAgentflow }
  if (form !== undefined && !isRecord(form)) return { message: 'form must be an object', observed: false }
  if (overrideConfig === undefined || isRecord(overrideConfig)) return undefined
  return { message: 'overrideConfig must be an object', observed: false }
}

const isWrong = (value: unknown, type: string): boolean => value !== undefined && typeof value !== type

function sessionFlaw({ overrideConfig }: Values, flow: Flow): Flaw | undefined {
  const sessionId = isRecord(overrideConfig) ? overrideConfig.sessionId : undefined
  if (!isWrong(sessionId, 'string')) return undefined
  return { message: 'Invalid sessionId: must be a string', observed: flow.kind !== 'agentflow' }
}

function historyFlaw({ history }: Values, flow: Flow): Flaw | undefined {
  if (history === undefined) return undefined
  const isGood = Array.isArray(history) && history.every(isMessage)
  if (isGood) return undefined
  const message =
    'Invalid history format. Each history item must have: { role: "apiMessage" | "userMessage", content: string }'
  return { message, observed: flow.kind === 'agentflow' }
}

function isMessage(item: unknown): boolean {
  return (
    isRecord(item) &&
    typeof item.content === 'string' &&
    ['apiMessage', 'userMessage'].some((role) => role === item.role)
  )
}

function uploadFlaw({ uploads }: Values): Flaw | undefined {
  if (uploads === undefined) return undefined
  if (!Array.isArray(uploads) || !uploads.every(isRecord)) return { message: 'uploads must be a list', observed: false }
  for (const { type, name, mime } of uploads) {
    if (type === 'url' || type === 'file:full') continue
    const expected = EXTENSIONS[String(mime)]
    const extension = /\.([^.]*)$/.exec(String(name))?.[1]?.toLowerCase() ?? ''
    if (expected && !expected.includes(extension)) {
      const reason = `file extension "${extension}" does not match declared MIME type "${mime}"`
      return { message: `MIME type mismatch: ${reason}. Expected: ${expected[0]}`, observed: true }
    }
  }
  return undefined
}

function humanInputFlaw({ humanInput }: Values, flow: Flow): Flaw | undefined {
  if (humanInput === undefined || flow.kind !== 'agentflow') return undefined
  if (!isRecord(humanInput)) {
    return { message: `Cannot create property 'startNodeId' on string '${String(humanInput)}'`, observed: true }
  }
  const { type } = humanInput
  if (type === 'proceed' || type === 'reject') return undefined
  return { message: `Invalid human input type. Expected 'proceed' or 'reject', but got '${type}'`, observed: true }
}

/** Whether there is something to run the flow with. */
export function hasContent({ question, form, humanInput }: Values): boolean {
  return [question, form, humanInput].some((value) => value !== undefined)
}

/** A question and a filled form exclude each other. */
export function hasBoth({ question, form }: Values, flow: Flow): boolean {
  return flow.kind === 'agentflow' && Boolean(question) && isRecord(form) && Object.keys(form).length > 0
}
