import type { components } from '../../src/generated/langflow.ts'
import type { Call, CallHead } from '../../src/mock/call.ts'
import type { BodyReply } from '../../src/mock/reply.ts'
import type { Problem } from './fields.ts'
import { findPythonJsonError } from './python-json-error.ts'
import type { State } from './state.ts'

type Schemas = components['schemas']

/** A refusal told as a text. */
export function refuse<Status extends number>(status: Status, detail: string) {
  return { kind: 'body', status, body: { detail } } as const
}

/** 422 with all that is wrong with a request. */
export function notValid(problems: readonly Problem[]) {
  const detail: Problem[] = [...problems]
  return { kind: 'body', status: 422, body: { detail } } as const
}

/** 422 for a body that says JSON and is not: told before anything else, a wrong key included. */
export function brokenJson({ body }: Call<State>) {
  if (body.kind !== 'malformed' || !isJson(body.type) || body.bytes.length === 0) return undefined
  const fault = findPythonJsonError(new TextDecoder().decode(body.bytes))
  const { position = 0, message = 'Expecting value' } = fault ?? {}
  return notValid([
    { type: 'json_invalid', loc: ['body', position], msg: 'JSON decode error', input: {}, ctx: { error: message } },
  ])
}

const isJson = (type: string): boolean => /^application\/([^;]+\+)?json\s*(;|$)/i.test(type)

/** The text of a body, whatever it says it is. Undefined when it is no UTF-8. */
export function textOf({ body }: Call<State>): string | undefined {
  try {
    return body.kind === 'none' ? '' : new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)
  } catch {
    return undefined
  }
}

/** Value of a query parameter: the last one, after every value was split at its commas. */
export function queryOf(call: CallHead<State>, name: string): string | undefined {
  return call.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .at(-1)
}

export const unknownFlow = (nameOrId: string) => refuse(404, `Flow identifier ${nameOrId} not found`)

const NEEDS_PERSON =
  'This flow waits for human input, which this endpoint does not support. Use the workflow API at /api/v2/workflows instead.'

/** 400 for a flow that waits for a person, which only workflows can. */
export const needsPerson = () => refuse(400, NEEDS_PERSON)

/** What a build says of a flow that waits for a person. */
export const NEEDS_PERSON_FAULT = NEEDS_PERSON

/** A refusal of the second version, told as an object. Its code stays literal, so that the spec's types can object. */
export function refuseWorkflow<Status extends number, Code extends string, P extends Schemas['WorkflowProblem']>(
  status: Status,
  problem: P & { readonly code: Code },
) {
  return { kind: 'body', status, body: { detail: problem } } as const
}

/** A 404 of the second version: what also serves the editor sends it without `detail` around it. */
export function missingWorkflow(problem: Schemas['WorkflowProblem']) {
  return { kind: 'body', status: 404, body: problem } as const
}

/** Every path that is not known leads to the files of the editor, which can only be fetched. */
export function unknownPath({ method }: CallHead<State>): BodyReply {
  if (method === 'GET' || method === 'HEAD') return refuse(404, 'Not Found')
  return { ...refuse(405, 'Method Not Allowed'), headers: { allow: 'GET, HEAD' } }
}

export function tooLarge(): BodyReply {
  return refuse(413, 'Request Entity Too Large')
}

/** A fault that nobody caught has no `detail`. */
export function crashed(): BodyReply {
  return { kind: 'body', status: 500, body: { message: 'Internal Server Error' } }
}
