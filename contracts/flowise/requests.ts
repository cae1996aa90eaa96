import { missingFlow, withFlow } from '../../src/contract/flows.ts'
import type { RequestMaker } from '../../src/contract/platform-contract.ts'
import type { Known } from '../../src/contract/probe.ts'
import type { FilePart, RequestParts, Unavailable } from '../../src/contract/request-parts.ts'
import type { operations } from '../../src/generated/flowise.ts'
import {
  anyRunOf,
  executionIdOf,
  FLOW_ROLES,
  type FlowRole,
  feedbackIdOf,
  LOCKED,
  messageIdOf,
  OK_ADVICE,
  okRun,
  QUESTION,
  type Wish,
} from './known.ts'

/** Text of the file that is uploaded. */
export const FILE_TEXT = 'The largest ocean is the Pacific.'
export const FILE_NAME = 'flowproof.txt'

/** Advice for what only a key with permissions may read. */
export const PERMITTED = {
  guess: 'Give --key with a key of the workspace that has the permissions for executions',
} as const

// Unknown ids of these are a 500 on the servers, of which documents say nothing.
const UNKNOWN_IS_500 = { accepts: { 'unknown-id': [500] } } as const

/** How to make a good request to each operation. */
export const requests: Readonly<Record<keyof operations, RequestMaker>> = {
  createPrediction: {
    runs: 1,
    make: (known) => onAnyFlow(known, 'id', (role) => message(okRun(known, role))),
    bound: (known) => withFlow(known, LOCKED, message({ body: { question: QUESTION }, expects: {} }), 'id'),
  },
  abortPrediction: { ownIds: ['chatflowid', 'chatid'], make: (known) => onAnyFlow(known, 'chatflowid', () => idle()) },
  checkStreaming: { ...UNKNOWN_IS_500, make: onlyFlow },
  getPublicChatbotConfig: { ...UNKNOWN_IS_500, make: onlyFlow },
  getUploadsConfig: { ...UNKNOWN_IS_500, make: onlyFlow },
  createAttachments: { ownIds: ['chatId'], make: (known) => onAnyFlow(known, 'chatflowId', () => attachment()) },
  getUploadedFile: {
    // A missing parameter is a 500 on the servers, and so is an empty one.
    accepts: { 'missing-parameter': [500], 'out-of-bounds': [500], 'unknown-id': [500] },
    make: (known) => uploadedFile(known, 'flowproof'),
  },
  listExecutions: { make: () => ({ query: { limit: '1' }, expects: PERMITTED }) },
  deleteExecutions: { make: (known) => onExecution(known, (id) => json({ executionIds: [id] }), true) },
  getExecution: { ...UNKNOWN_IS_500, make: (known) => onExecution(known, () => ({})) },
  updateExecution: { ...UNKNOWN_IS_500, make: (known) => onExecution(known, () => json({ isPublic: true })) },
  deleteExecution: { ownIds: ['id'], make: (known) => onExecution(known, () => ({})) },
  getPublicExecution: { ...UNKNOWN_IS_500, make: (known) => onExecution(known, () => ({})) },
  listChatMessages: {
    ...UNKNOWN_IS_500,
    make: (known) => onAnyFlow(known, 'id', () => ({ query: { chatId: 'flowproof' }, expects: PERMITTED })),
  },
  createFeedback: { make: feedback },
  listFeedback: { make: onlyFlow },
  updateFeedback: { make: changedFeedback },
  createLead: { make: (known) => lead(known, 'flowproof') },
  // Servers answer so to a key alone.
  listLeads: { make: (known) => onAnyFlow(known, 'id', () => ({ expects: { statuses: [200, 404] } })) },
  upsertVectors: {
    // A flow without documents of its own cannot do it.
    make: (known) => onAnyFlow(known, 'id', () => ({ ...json({}), expects: { statuses: [200, 500] } })),
  },
  ping: { make: () => ({}) },
  getVersion: { make: () => ({}) },
}

/** A request with a JSON body. */
export function json(value: unknown): RequestParts {
  return { body: { kind: 'json', value } }
}

/** A message to a flow, with the media type that its `streaming` asks for. */
export function message({ body, expects }: Wish): RequestParts {
  const media = body.streaming === true ? 'text/event-stream' : 'application/json'
  return { ...json(body), expects: { media, ...expects } }
}

/** A message to the flow of a role. */
export function messageTo(known: Known, role: string, wish: Wish): RequestParts | Unavailable {
  return withFlow(known, role, message(wish), 'id')
}

/** A request about whichever flow was given; the agentflow, when both were not. */
export function onAnyFlow(
  known: Known,
  parameter: string,
  make: (role: FlowRole) => RequestParts,
): RequestParts | Unavailable {
  const role = givenRole(known)
  return withFlow(known, role, make(role), parameter)
}

/** The first role whose flow was given. */
export function givenRole({ flows }: Known): FlowRole {
  return FLOW_ROLES.find((role) => flows[role] !== undefined) ?? 'agentflow_id'
}

function onlyFlow(known: Known): RequestParts | Unavailable {
  return onAnyFlow(known, 'id', () => ({}))
}

function idle(): RequestParts {
  return { path: { chatid: 'flowproof-nothing-runs' } }
}

/** A text file in a field of a form. */
export function file(field: string): FilePart {
  return { field, filename: FILE_NAME, type: 'text/plain', text: FILE_TEXT }
}

/** A text file for a chat. Whether the flow takes it is a matter of its settings. */
export function attachment(chatId = 'flowproof'): RequestParts {
  return {
    path: { chatId },
    body: { kind: 'form', fields: {}, files: [file('files')] },
    expects: { statuses: [200, 400, 500] },
  }
}

/** The file of `attachment`, where it was taken. */
export function uploadedFile(known: Known, chatId: string): RequestParts | Unavailable {
  const role = givenRole(known)
  const query = { chatId, fileName: FILE_NAME, chatflowId: known.flows[role] ?? '' }
  const parts = { query, expects: { statuses: [200, 500] } }
  return known.flows[role] === undefined ? { unavailable: missingFlow(role), rest: parts } : parts
}

/** A lead in a chat of a flow. */
export function lead(known: Known, chatId: string): RequestParts | Unavailable {
  const role = givenRole(known)
  const chatflowid = known.flows[role]
  const parts = json({ chatflowid: chatflowid ?? '', chatId, name: 'Flowproof', email: 'flowproof@example.test' })
  return chatflowid === undefined ? { unavailable: missingFlow(role), rest: parts } : parts
}

/** A rating of the first answer. */
export function feedback(known: Known): RequestParts | Unavailable {
  const run = anyRunOf(known)
  const messageId = run && messageIdOf(run)
  const rating = { rating: 'THUMBS_UP', content: 'Well said.' }
  if (messageId !== undefined) return json({ messageId, ...rating })
  return { unavailable: noAnswer(known), rest: json({ messageId: NO_MESSAGE, ...rating }) }
}

const NO_MESSAGE = '00000000-0000-4000-8000-000000000000'

function noAnswer(known: Known): string {
  const role = givenRole(known)
  return known.flows[role] === undefined ? missingFlow(role) : `no message was answered. ${OK_ADVICE}`
}

/** Another mind about the feedback that was left. */
export function changedFeedback(known: Known): RequestParts | Unavailable {
  const id = feedbackIdOf(known)
  const parts = json({ rating: 'THUMBS_DOWN', content: 'Second thoughts.' })
  return id === undefined ? { unavailable: noAnswer(known), rest: parts } : { ...parts, path: { id } }
}

/** A request about an execution of this verify; the id stands in the path, unless the body names it. */
function onExecution(known: Known, make: (id: string) => RequestParts, inBody = false): RequestParts | Unavailable {
  const id = executionIdOf(known)
  if (id === undefined) {
    const unavailable =
      known.flows.agentflow_id === undefined ? missingFlow('agentflow_id') : `no agentflow has been run. ${OK_ADVICE}`
    return { unavailable, rest: make(NO_MESSAGE) }
  }
  const parts = { ...make(id), expects: PERMITTED }
  return inBody ? parts : { ...parts, path: { id } }
}
