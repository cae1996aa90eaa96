import type { Operation, Spec } from '../../spec/spec.ts'
import type { Flaw } from '../flaw.ts'
import { flawsOf, refusalProbeName } from '../flaws.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Known, Probe } from '../probe.ts'
import { isUnavailable, type RequestParts } from '../request-parts.ts'
import { makeRequest } from './plain-probes.ts'

/** An id of the usual form that no target has given to anything. */
const UNKNOWN_ID = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'

/**
 * Requests with one flaw each, for every operation: a correct target refuses them all, and starts nothing. They use what is known when their
 * turn comes, and placeholders for the rest, rather than start runs to know more.
 */
export function refusalProbes(spec: Spec, contract: PlatformContract): readonly Probe[] {
  return [...spec.operations.values()].flatMap((operation) =>
    flawsOf(spec, contract, operation).map((flaw) => refusalProbe(contract, operation, flaw)),
  )
}

function refusalProbe(contract: PlatformContract, operation: Operation, flaw: Flaw): Probe {
  const make = (known: Known): RequestParts | string => makeUnspoilt(contract, operation, flaw, known)
  return {
    name: refusalProbeName(operation.id, flaw),
    runs: 0,
    operations: [],
    unavailable: (known) => {
      const parts = make(known)
      return typeof parts === 'string' ? parts : undefined
    },
    async send(session) {
      const parts = make(session.known)
      if (typeof parts !== 'string') await session.send(operation.id, spoil(operation, parts, flaw), { flaw })
    },
  }
}

/** The request that a flaw is put into, or why there is none. */
function makeUnspoilt(
  contract: PlatformContract,
  operation: Operation,
  flaw: Flaw,
  known: Known,
): RequestParts | string {
  const { bound } = contract.requests[operation.id] ?? {}
  if (flaw.kind === 'wrong-key' && bound) {
    const parts = bound(known)
    return isUnavailable(parts) ? parts.unavailable : parts
  }
  const good = makeRequest(contract, operation.id, known)
  if (!isUnavailable(good)) return good
  return good.rest ? withPlaceholders(operation, good.rest, good.unavailable) : good.unavailable
}

// Such a request may be refused for its placeholders: the guess tells what would help.
function withPlaceholders({ parameters }: Operation, parts: RequestParts, guess: string): RequestParts {
  const ids = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => [name, UNKNOWN_ID])
  return { ...parts, path: { ...Object.fromEntries(ids), ...parts.path }, expects: { ...parts.expects, guess } }
}

/** A good request with one flaw put in. */
function spoil(operation: Operation, parts: RequestParts, flaw: Flaw): RequestParts {
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

function withoutField(parts: RequestParts, name: string): RequestParts {
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
