import { matchResponse } from '../spec/match-response.ts'
import type { Operation, ResponseSpec, Spec } from '../spec/spec.ts'
import type { Level } from './check.ts'
import { isAssumedAt, isSoftAt } from './soft-promises.ts'

/** How an operation refuses something, by its spec. */
export interface PromisedRefusal {
  readonly level: Level
  /** Statuses that are right. */
  readonly statuses: readonly number[]
  /** Whether another status refuses as well: where the right ones are only assumed, every documented failure does. */
  readonly accepts: (status: number) => boolean
}

/**
 * What a spec promises of a refusal that has one of these statuses: those that it states, else those that it assumes, else what it says of failures
 * in general. Undefined when it says nothing.
 */
export function promisedRefusal(
  spec: Spec,
  operation: Operation,
  statuses: readonly number[],
): PromisedRefusal | undefined {
  const named = statuses.filter((status) => namedResponse(operation, status))
  const stated = named.filter((status) => !isAssumed(spec, namedResponse(operation, status)))
  if (stated.length > 0) {
    const soft = stated.every((status) => isSoftAt(spec, namedResponse(operation, status)?.pointer ?? ''))
    return { level: soft ? 'SHOULD' : 'MUST', statuses: stated, accepts: () => false }
  }
  if (named.length > 0) {
    const accepts = (status: number): boolean => status >= 400 && namedResponse(operation, status) !== undefined
    return { level: 'SHOULD', statuses: named, accepts }
  }
  const other = operation.responses.get('default')
  if (!other) return undefined
  return isAssumed(spec, other)
    ? { level: 'SHOULD', statuses, accepts: (status) => status >= 400 }
    : { level: isSoftAt(spec, other.pointer) ? 'SHOULD' : 'MUST', statuses, accepts: () => false }
}

/** Whether a spec says, and does not merely assume of all failures, that an operation may answer with this status. */
export function isStated(spec: Spec, operation: Operation, status: number): boolean {
  const response = matchResponse(operation, status)
  return response !== undefined && !(response.status === 'default' && isAssumed(spec, response))
}

// `default` speaks of what is not named.
function namedResponse(operation: Operation, status: number): ResponseSpec | undefined {
  const response = matchResponse(operation, status)
  return response?.status === 'default' ? undefined : response
}

function isAssumed(spec: Spec, response: ResponseSpec | undefined): boolean {
  return response !== undefined && isAssumedAt(spec, response.pointer)
}
