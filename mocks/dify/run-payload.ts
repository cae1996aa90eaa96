import type { Call } from '../../src/mock/call.ts'
import { type Fault, faultOf, modelError, NOT_AN_OBJECT } from './model-error.ts'
import { isRecord, isTruthy, pythonText } from './python-value.ts'
import { brokenJson, notJson, noUser, refuse, serverFault } from './refusals.ts'
import type { State } from './state.ts'

/** Reads a body that has to be a JSON object. */
export function readJsonBody({ body }: Call<State>) {
  switch (body.kind) {
    case 'none':
    case 'form':
    case 'other':
      return { kind: 'refused', reply: notJson() } as const
    case 'malformed':
      return { kind: 'refused', reply: /json/i.test(body.type) ? brokenJson() : notJson() } as const
    case 'json':
      if (!isRecord(body.value)) return { kind: 'refused', reply: serverFault() } as const
      return { kind: 'body', body: body.value } as const
  }
}

/** Reads a JSON body and its `user`, which the API does before it looks at anything else in it. Any truthy value counts, as text. */
export function readUserBody(call: Call<State>) {
  const read = readJsonBody(call)
  if (read.kind === 'refused') return read
  const { user } = read.body
  if (!isTruthy(user)) return { kind: 'refused', reply: noUser() } as const
  return { kind: 'body', body: read.body, user: pythonText(user) } as const
}

/** What a run is asked with, in its right shape; whether the app takes it is not known yet. */
export interface RunPayload {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly files: readonly Readonly<Record<string, unknown>>[]
  readonly streaming: boolean
}

/** Checks the shape of a run's body; several faults come in one message, as the server's model library writes them. */
export function readRunPayload(body: Readonly<Record<string, unknown>>) {
  const { inputs, response_mode: mode } = body
  const files = body.files ?? []
  const faults = [
    ...[faultOf(body, 'inputs', isRecord, NOT_AN_OBJECT) ?? []].flat(),
    ...fileFaults(files),
    ...modeFaults(mode),
  ]
  if (faults.length > 0 || !isRecord(inputs)) {
    return { kind: 'refused', reply: refuse(400, 'invalid_param', modelError('WorkflowRunPayload', faults)) } as const
  }
  const known = Array.isArray(files) ? files.filter(isRecord) : []
  return { kind: 'payload', inputs, files: known, streaming: mode === 'streaming' } as const
}

function fileFaults(files: unknown): Fault[] {
  if (!Array.isArray(files)) {
    return [{ at: 'files', says: 'Input should be a valid list', type: 'list_type', got: files }]
  }
  return files.flatMap((got, index) => (isRecord(got) ? [] : [{ at: `files.${index}`, ...NOT_AN_OBJECT, got }]))
}

function modeFaults(got: unknown): Fault[] {
  if (got === undefined || got === null || got === 'blocking' || got === 'streaming') return []
  return [{ at: 'response_mode', says: "Input should be 'blocking' or 'streaming'", type: 'literal_error', got }]
}
