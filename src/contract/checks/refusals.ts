import { matchResponse } from '../../spec/match-response.ts'
import type { Operation, ResponseSpec, Spec } from '../../spec/spec.ts'
import type { RefusedFlaw } from '../flaw.ts'
import { flawsOf } from '../flaws.ts'
import type { PlatformContract } from '../platform-contract.ts'
import { type PromisedRefusal, promisedRefusal } from '../promised-refusal.ts'

/** What checks of one kind of flaw have in common. */
export interface Refusal {
  readonly name: string
  /** The claim without its level. */
  readonly claim: string
  /** Statuses that refuse this flaw, of which those that are documented are right. */
  readonly refuses: readonly number[]
  /** Statuses that say nothing of this flaw, since the target looked at something else first. */
  readonly saysNothing: readonly number[]
}

/** Statuses that speak of what a request names, not of its form. */
export const STATE = [404, 409, 410, 412]

/** By the kind of flaw. */
export const REFUSALS: Readonly<Record<RefusedFlaw['kind'], Refusal>> = {
  'no-key': {
    name: 'key-missing',
    claim: 'refuse a request without a key as documented',
    refuses: [401, 403],
    saysNothing: [],
  },
  'wrong-key': {
    name: 'key-wrong',
    claim: 'refuse a request with a wrong key as documented',
    refuses: [401, 403],
    saysNothing: [],
  },
  'malformed-json': {
    name: 'malformed-json',
    claim: 'refuse malformed JSON as documented',
    refuses: [400, 415, 422],
    saysNothing: [],
  },
  'missing-field': {
    name: 'required-fields',
    claim: 'refuse a body that lacks a required field as documented',
    refuses: [400, 413, 415, 422],
    saysNothing: STATE,
  },
  'missing-parameter': {
    name: 'required-parameters',
    claim: 'refuse a request that lacks a required parameter as documented',
    refuses: [400, 422],
    saysNothing: STATE,
  },
  'unknown-id': {
    name: 'unknown-id',
    claim: 'refuse an id that it does not know as documented',
    refuses: [404],
    saysNothing: [],
  },
}

/** How an operation refuses a flaw, by its spec and its contract; undefined when neither says. */
export function promisedFor(
  spec: Spec,
  { requests }: PlatformContract,
  operation: Operation,
  kind: RefusedFlaw['kind'],
): PromisedRefusal | undefined {
  const more = requests[operation.id]?.accepts?.[kind] ?? []
  const promised = promisedRefusal(spec, operation, [...REFUSALS[kind].refuses, ...more])
  return promised && { ...promised, accepts: (status) => more.includes(status) || promised.accepts(status) }
}

/** The responses, none of them a MUST, of which a correct target shows one when it is sent flaws. */
export function softRefusals(spec: Spec, contract: PlatformContract, operation: Operation): readonly ResponseSpec[] {
  const kinds = [...new Set(flawsOf(spec, contract, operation).map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const promised = promisedFor(spec, contract, operation, kind)
    if (promised?.level !== 'SHOULD') return []
    return promised.statuses.flatMap((status) => matchResponse(operation, status) ?? [])
  })
}
