import type { Operation, Parameter, Spec } from '../spec/spec.ts'
import type { Flaw, RefusedFlaw } from './flaw.ts'
import { kebab } from './kebab.ts'
import type { PlatformContract } from './platform-contract.ts'
import { isStated } from './promised-refusal.ts'
import { bodyMediaType, requiredFields } from './required-fields.ts'

/** The flaws of which the spec, or the contract, says that a request with them is wrong. */
export function flawsOf(spec: Spec, { requests }: PlatformContract, operation: Operation): readonly RefusedFlaw[] {
  const { bound, ownIds = [], accepts = {} } = requests[operation.id] ?? {}
  const json = bodyMediaType(operation, 'json')
  const body = json ?? bodyMediaType(operation, 'form')
  const fields = body && operation.requestBody?.required ? requiredFields(spec, body) : []
  const queries = operation.parameters.filter((parameter) => parameter.required && parameter.in === 'query')
  const refusesIds = [404, ...(accepts['unknown-id'] ?? [])].some((status) => isStated(spec, operation, status))
  const ids = idsOf(spec, operation).filter(({ name }) => !ownIds.includes(name))
  return [
    ...keyFlaws(operation, bound !== undefined),
    ...(json ? ([{ kind: 'malformed-json' }] as const) : []),
    ...fields.map((name) => ({ kind: 'missing-field', name }) as const),
    ...queries.map(({ name }) => ({ kind: 'missing-parameter', name }) as const),
    ...(refusesIds ? ids.map(({ name }) => ({ kind: 'unknown-id', name }) as const) : []),
  ]
}

// Where credentials are optional, only a flow that is bound to a key shows whether they are looked at.
function keyFlaws({ security }: Operation, isBound: boolean): readonly RefusedFlaw[] {
  if (security.length === 0) return []
  if (security.every((schemes) => schemes.length > 0)) return [{ kind: 'no-key' }, { kind: 'wrong-key' }]
  return isBound ? [{ kind: 'wrong-key' }] : []
}

/** Parameters that take an id: those of the path, and those that take the id of a job. */
function idsOf({ lifecycles }: Spec, { id, parameters }: Operation): readonly Parameter[] {
  const ofJobs = lifecycles
    .flatMap(({ status, stop, stream }) => [status, stop, stream])
    .flatMap((part) => (part?.operation === id ? [part.parameter] : []))
  return parameters.filter((parameter) => parameter.in === 'path' || ofJobs.includes(parameter.name))
}

/** Name of the probe that sends an operation a request with this flaw. */
export function flawedProbeName(operation: string, flaw: Flaw): string {
  const names = [
    ...('in' in flaw ? [flaw.in] : []),
    ...('name' in flaw ? [flaw.name] : []),
    ...('keyword' in flaw ? [flaw.keyword] : []),
  ]
  return [kebab(operation), flaw.kind, ...(names.length > 0 ? [kebab(names.join(' '))] : [])].join('.')
}
