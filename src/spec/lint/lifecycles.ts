import type { Lifecycle } from '../lifecycle.ts'
import type { Remark } from '../lint-spec.ts'
import { matchResponse } from '../match-response.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { MediaType, Operation, ResponseSpec, Spec } from '../spec.ts'
import { memberSchemas } from './member-schemas.ts'

/** A JSON Pointer of a lifecycle, where it stands in the document, and the schemas of which one must have that member. */
interface Promised {
  readonly at: string
  readonly pointer: string
  readonly what: string
  readonly schemas: readonly string[]
}

/** Every member that a lifecycle speaks of is in the schemas of its operations, and every state is told by one of them. */
export function* lintLifecycles(spec: Spec): Generator<Remark> {
  for (const lifecycle of spec.lifecycles) {
    const at = joinPointer('/x-lifecycle', lifecycle.kind)
    for (const { at: place, pointer, what, schemas } of promisesOf(spec, lifecycle)) {
      if (schemas.some((schema) => memberSchemas(spec.document, schema, pointer).length > 0)) continue
      yield { pointer: at + place, message: `no schema of ${what} has a member at ${pointer}` }
    }
    yield* lintStates(spec, lifecycle, at)
  }
}

function promisesOf(
  spec: Spec,
  { start, status, stop, constant, rising, once, bound }: Lifecycle,
): readonly Promised[] {
  const answer = { what: `what ${status.operation} answers`, schemas: answersOf(spec, status.operation) }
  const member = (at: string, pointer: string): Promised => ({ at, pointer, ...answer })
  const lists = { constant, rising, once }
  return [
    ...start.flatMap(({ operation, id, fresh = [] }, index): Promised[] => {
      const at = joinPointer('/start', index)
      const asked = { what: `what ${operation} is sent`, schemas: requestsOf(spec, operation) }
      const told = { what: `what ${operation} answers`, schemas: answersOf(spec, operation) }
      const conditions = fresh.map(({ pointer }) => ({ at: joinPointer(at, 'fresh', pointer), pointer, ...asked }))
      return [{ at: joinPointer(at, 'id'), pointer: id, ...told }, ...conditions]
    }),
    member('/status/state', status.state),
    ...status.refusals.flatMap(({ state, status: code, when }) => {
      const at = joinPointer('/status/refusals', state)
      const refusal = { what: `the ${code} of ${status.operation}`, schemas: answersOf(spec, status.operation, code) }
      return when.map(({ pointer }) => ({ at: joinPointer(at, pointer), pointer, ...refusal }))
    }),
    ...(stop ? stopOf(spec, stop, start) : []),
    ...Object.entries(lists).flatMap(([key, list]) =>
      list.map((pointer, index) => member(joinPointer('', key, index), pointer)),
    ),
    ...bound.map(({ pointer }) => member(joinPointer('/bound', pointer), pointer)),
  ]
}

function stopOf(spec: Spec, stop: NonNullable<Lifecycle['stop']>, start: Lifecycle['start']): readonly Promised[] {
  const started = start.flatMap(({ operation }) => answersOf(spec, operation))
  const { id, body, operation } = stop
  return [
    ...(id === undefined ? [] : [{ at: '/stop/id', pointer: id, what: 'what a start answers', schemas: started }]),
    ...(body === undefined
      ? []
      : [{ at: '/stop/body', pointer: body, what: `what ${operation} is sent`, schemas: requestsOf(spec, operation) }]),
  ]
}

function* lintStates(spec: Spec, { status, moves, terminal }: Lifecycle, at: string): Generator<Remark> {
  const schemas = answersOf(spec, status.operation).flatMap((schema) =>
    memberSchemas(spec.document, schema, status.state),
  )
  const named = new Set(schemas.flatMap((schema) => valuesOf(readPointer(spec.document, schema))))
  if (named.size === 0) return
  const told = status.refusals.map(({ state }) => state)
  for (const state of new Set([...moves.keys(), ...terminal])) {
    if (named.has(state) || told.includes(state)) continue
    yield { pointer: at, message: `the state "${state}" is neither in the schema of the status, nor told by a refusal` }
  }
}

function valuesOf(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return []
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : [schema.const]
  return values.filter((value) => typeof value === 'string')
}

/** Schemas of the bodies and events that an operation answers with a status, or with any success. */
function answersOf(spec: Spec, id: string, status?: number): readonly string[] {
  const operation = spec.operations.get(id)
  return operation ? responsesOf(operation, status).flatMap(({ content }) => schemasOf(content)) : []
}

function responsesOf(operation: Operation, status: number | undefined): readonly ResponseSpec[] {
  if (status === undefined)
    return [...operation.responses.values()].filter((response) => response.status.startsWith('2'))
  const response = matchResponse(operation, status)
  return response ? [response] : []
}

function requestsOf(spec: Spec, id: string): readonly string[] {
  return schemasOf(spec.operations.get(id)?.requestBody?.content ?? new Map())
}

function schemasOf(content: ReadonlyMap<string, MediaType>): readonly string[] {
  return [...content.values()].flatMap(({ schema, stream }) =>
    [schema, stream?.eventSchema].filter((it) => it !== undefined),
  )
}
