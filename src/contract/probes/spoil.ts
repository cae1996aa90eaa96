import type { Operation } from '../../spec/spec.ts'
import type { RefusedFlaw } from '../flaw.ts'
import type { RequestParts } from '../request-parts.ts'

/** An id of the usual form that no target has given to anything. */
export const UNKNOWN_ID = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'

/** A good request with one flaw put in, for which it has to be refused. */
export function spoil(operation: Operation, parts: RequestParts, flaw: RefusedFlaw): RequestParts {
  switch (flaw.kind) {
    case 'no-key':
    case 'wrong-key':
      return parts
    case 'malformed-json':
      return { ...parts, body: { kind: 'text', type: 'application/json', text: '{"inputs": {' } }
    case 'missing-field':
      return withoutField(parts, flaw.name)
    case 'missing-parameter':
      return { ...parts, query: without(parts.query ?? {}, flaw.name) }
    case 'unknown-id':
      return withUnknownId(operation, parts, flaw.name)
  }
}

function withUnknownId({ parameters }: Operation, parts: RequestParts, name: string): RequestParts {
  const isInQuery = parameters.some((parameter) => parameter.name === name && parameter.in === 'query')
  return isInQuery
    ? { ...parts, query: { ...parts.query, [name]: UNKNOWN_ID } }
    : { ...parts, path: { ...parts.path, [name]: UNKNOWN_ID } }
}

/** A request without a field of its body. */
export function withoutField(parts: RequestParts, name: string): RequestParts {
  const { body } = parts
  if (body?.kind === 'json' && typeof body.value === 'object' && body.value !== null) {
    return { ...parts, body: { ...body, value: without(body.value, name) } }
  }
  if (body?.kind !== 'form') return parts
  const files = body.files.filter(({ field }) => field !== name)
  return { ...parts, body: { ...body, fields: without(body.fields, name), files } }
}

function without<T>(record: Readonly<Record<string, T>> | object, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}
