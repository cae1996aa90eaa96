import { missingFlow, withFlow } from '../../src/contract/flows.ts'
import type { RequestMaker } from '../../src/contract/platform-contract.ts'
import type { Known } from '../../src/contract/probe.ts'
import type { RequestParts, Unavailable } from '../../src/contract/request-parts.ts'
import type { operations } from '../../src/generated/waterflai.ts'
import { CHATBOT, FLOW_ROLES, type FlowRole, jobIdOf, okChat, okRun, type Wish } from './known.ts'

/** The operations that run a flow at once: waited for, and followed. */
export const RUNNING = {
  chatflow_id: { wait: 'executeChatflow', follow: 'streamChatflow' },
  workflow_id: { wait: 'executeWorkflow', follow: 'streamWorkflow' },
} as const satisfies Readonly<Record<FlowRole, Readonly<Record<'wait' | 'follow', keyof operations>>>>

/** Names of the path parameters that take the id of a flow. */
const PARAMETERS = {
  executeChatflow: 'chatflow_id',
  streamChatflow: 'chatflow_id',
  executeWorkflow: 'workflow_id',
  // Published under this name.
  streamWorkflow: 'chatflow_id',
  startExecution: 'chatbot_id',
} as const

// Of a broken body no answer is published; the assumed status is not the only one that refuses it.
const BAD_REQUEST = { 'malformed-json': [400], 'missing-field': [400] }

/** How to make a good request to each operation. */
export const requests: Readonly<Record<keyof operations, RequestMaker>> = {
  executeChatflow: atOnce('executeChatflow', 'chatflow_id'),
  streamChatflow: atOnce('streamChatflow', 'chatflow_id'),
  executeWorkflow: atOnce('executeWorkflow', 'workflow_id'),
  streamWorkflow: atOnce('streamWorkflow', 'workflow_id'),
  startExecution: {
    accepts: BAD_REQUEST,
    make(known) {
      const role = FLOW_ROLES.find((name) => known.flows[name] !== undefined) ?? 'chatflow_id'
      return onFlow(known, role, 'startExecution', okRun(known, role))
    },
  },
  getExecution: { make: onJob },
  cancelExecution: { make: onJob },
  streamExecution: { make: onJob },
  createChatCompletion: {
    role: CHATBOT,
    runs: 1,
    // OpenAI's clients stop at such a mark, and bear it.
    endMark: '[DONE]',
    accepts: BAD_REQUEST,
    make: (known) => chatWith(known, okChat(known), false),
  },
}

function atOnce(operation: keyof typeof PARAMETERS, role: FlowRole): RequestMaker {
  return { role, runs: 1, accepts: BAD_REQUEST, make: (known) => onFlow(known, role, operation, okRun(known, role)) }
}

/** A request to run the flow of a role. */
export function onFlow(
  known: Known,
  role: FlowRole,
  operation: keyof typeof PARAMETERS,
  { body, expects }: Wish,
): RequestParts | Unavailable {
  return withFlow(known, role, { ...json(body), expects }, PARAMETERS[operation])
}

/** A request to the chatbot, for a whole answer or for one that comes piece by piece. */
export function chatWith({ flows }: Known, { body, expects }: Wish, stream: boolean): RequestParts | Unavailable {
  const media = stream ? 'text/event-stream' : 'application/json'
  const model = flows[CHATBOT]
  const parts = (id: string): RequestParts => ({
    ...json({ ...body, model: id, stream }),
    expects: { ...expects, media },
  })
  return model === undefined
    ? { unavailable: missingFlow(CHATBOT), rest: parts('flowproof-no-such-bot') }
    : parts(model)
}

function onJob(known: Known): RequestParts | Unavailable {
  const id = jobIdOf(known)
  const unavailable = 'no job was started. Give --flow chatflow_id=ID or --flow workflow_id=ID'
  return id === undefined ? { unavailable, rest: {} } : { path: { execution_id: id } }
}

/** A request with a JSON body. */
export function json(value: unknown): RequestParts {
  return { body: { kind: 'json', value } }
}
