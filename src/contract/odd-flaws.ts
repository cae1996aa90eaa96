import { pointerTokens, readPointer } from '../spec/pointer.ts'
import type { Operation, Spec } from '../spec/spec.ts'
import type { Flaw, OddFlaw, OddValueFlaw } from './flaw.ts'
import { oddPlaces, oddValues } from './odd-values.ts'
import type { PlatformContract } from './platform-contract.ts'
import { bodyMediaType, requiredFields } from './required-fields.ts'
import { schemaParts } from './schema-parts.ts'

/**
 * The flaws of which documents seldom say what comes of them, and with which clients come all the same: a target may refuse them or not, but has to
 * answer as documented. Left out is what could change something on a lenient target, and a body that could be taken for a wider one where things
 * are deleted.
 */
export function oddFlawsOf(spec: Spec, contract: PlatformContract, operation: Operation): readonly OddFlaw[] {
  const hasBody = bodyMediaType(operation, 'json') !== undefined && operation.method !== 'delete'
  const flaws: readonly OddFlaw[] = [
    ...(hasBody ? bodyFlaws(spec, operation) : []),
    ...queryFlaws(spec, operation),
    ...pathFlaws(contract, operation),
    ...methodFlaws(spec, operation),
  ]
  return flaws.filter((flaw) => isReading(operation) || isHarmless(spec, operation, flaw))
}

function bodyFlaws({ document }: Spec, operation: Operation): readonly OddFlaw[] {
  const { schema = '' } = bodyMediaType(operation, 'json') ?? {}
  const body = readPointer(document, schema)
  const values = oddValues(document, body).map(
    ({ pointer, ...odd }) => ({ ...odd, in: 'body', name: pointer }) as const,
  )
  const properties = schemaParts(document, body).flatMap((part) => Object.entries(part.properties ?? {}))
  const [text] = properties.find(([, inner]) => isFreeText(document, inner)) ?? []
  return [
    ...values,
    ...(text === undefined ? [] : ([{ kind: 'overlong', in: 'body', name: `/${text}` }] as const)),
    { kind: 'wrong-content-type' },
    { kind: 'deep-nesting' },
  ]
}

function isFreeText(document: unknown, schema: unknown): boolean {
  const parts = schemaParts(document, schema)
  const isBound = ['enum', 'const', 'format', 'pattern', 'maxLength'].some((keyword) =>
    parts.some((part) => keyword in part),
  )
  return !isBound && parts.some(({ type }) => type === 'string')
}

function queryFlaws({ document }: Spec, { method, parameters }: Operation): readonly OddValueFlaw[] {
  if (method === 'delete') return []
  return parameters.flatMap(({ in: place, name, schema }) => {
    if (place !== 'query') return []
    const values = oddPlaces(document, readPointer(document, schema))
    // A query has texts only: of which 7 is one.
    const wrong = values.filter(({ kind, value }) => kind === 'out-of-bounds' || typeof value === 'string')
    return wrong.map(({ kind, keyword, value }) => ({ kind, keyword, value, in: 'query', name }) as const)
  })
}

function pathFlaws({ requests }: PlatformContract, { id, parameters }: Operation): readonly OddFlaw[] {
  const { ownIds = [] } = requests[id] ?? {}
  const ids = parameters.filter(({ in: place, name }) => place === 'path' && !ownIds.includes(name))
  return ids.map(({ name }) => ({ kind: 'overlong', in: 'path', name }) as const)
}

// One operation speaks for its path. Both methods are safe: a target that knows them all the same changes nothing.
function methodFlaws({ operations }: Spec, { id, path }: Operation): readonly OddFlaw[] {
  const others = [...operations.values()].filter((operation) => operation.path === path)
  if (others[0]?.id !== id) return []
  const hasGet = others.some(({ method }) => method === 'get')
  return [{ kind: 'wrong-method', method: hasGet ? 'PROPFIND' : 'GET' }]
}

/** Whether an operation only reads, as far as HTTP knows. */
export function isReading({ method }: Operation): boolean {
  return method === 'get'
}

/** Whether a request can be made that has this flaw and changes nothing: its flaw is in what is required, or it can have another. */
function isHarmless(spec: Spec, operation: Operation, flaw: OddFlaw): boolean {
  if (flaw.kind === 'wrong-method' || pathIds(operation).length > 0) return true
  return otherRequired(spec, operation, flaw) !== undefined
}

/** Names of the ids in an operation's path. */
export function pathIds({ parameters }: Operation): readonly string[] {
  return parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name)
}

/** A required field that a flaw is not about: a request without it is refused in any case. */
export function otherRequired(spec: Spec, operation: Operation, flaw: OddFlaw): string | undefined {
  const body = bodyMediaType(operation, 'json')
  const [own] = 'name' in flaw ? pointerTokens(flaw.name) : []
  return body && requiredFields(spec, body).find((name) => name !== own)
}

/** Statuses by which HTTP itself refuses such a request, whatever an API documents. @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
const BY_HTTP: Readonly<Partial<Record<Flaw['kind'], readonly number[]>>> = {
  'wrong-content-type': [415],
  'wrong-method': [400, 401, 403, 404, 405, 501],
  overlong: [413, 414, 431],
  'deep-nesting': [413],
}

/** Whether HTTP itself has this status for a request with such a flaw. */
export function isRefusedByHttp({ kind }: Flaw, status: number): boolean {
  return BY_HTTP[kind]?.includes(status) ?? false
}
