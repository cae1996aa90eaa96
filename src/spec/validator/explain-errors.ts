import type { ErrorObject } from 'ajv/dist/2020.js'
import { joinPointer } from '../pointer.ts'
import { showValue } from '../show-value.ts'
import type { Problem, Spec } from '../spec.ts'
import { describeError } from './describe-error.ts'
import type { ValidatorEngine } from './validator-engine.ts'

/**
 * Turns the engine's errors into problems that a person can act on. Of a union, the engine reports what every member objects
 * to; here the member that comes nearest speaks for it.
 * @param root - pointer of the schema that was run, for errors that name none
 */
export function explainErrors(
  spec: Spec,
  engine: ValidatorEngine,
  root: string,
  errors: readonly ErrorObject[],
): readonly Problem[] {
  const explained: Problem[] = []
  // From the end, because a union's own error stands right behind those of its members.
  for (let index = errors.length - 1; index >= 0; index--) {
    const error = errors[index]
    if (error === undefined || (error.keyword === 'if' && index > 0)) continue
    const schema = joinPointer(engine.pointerOf(error.parentSchema) ?? root, error.keyword)
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') {
      explained.unshift(describeError(spec, error, schema))
      continue
    }
    const members = runMembers(engine, error, schema)
    index -= members.reduce((count, { errors }) => count + errors.length, 0)
    explained.unshift(...explainUnion(spec, engine, error, schema, members))
  }
  return withoutRepeats(explained)
}

interface Member {
  readonly pointer: string
  readonly errors: readonly ErrorObject[]
}

// Runs the members again, one by one: only so is it known which error is whose.
function runMembers(engine: ValidatorEngine, error: ErrorObject, schema: string): readonly Member[] {
  const count = Array.isArray(error.schema) ? error.schema.length : 0
  const passing: unknown = error.params.passingSchemas
  // A second match ends a `oneOf` early.
  const last = Array.isArray(passing) ? Number(passing[1]) : count - 1
  return Array.from({ length: last + 1 }, (_, index) => {
    const pointer = joinPointer(schema, index)
    return { pointer, errors: engine.run(pointer, error.data) }
  })
}

function explainUnion(
  spec: Spec,
  engine: ValidatorEngine,
  error: ErrorObject,
  schema: string,
  members: readonly Member[],
): readonly Problem[] {
  const matches = members.filter(({ errors }) => errors.length === 0)
  const at = error.instancePath
  if (matches.length > 1) {
    const message = `must match exactly one member of the union, matches ${matches.map(({ pointer }) => pointer).join(' and ')}`
    return [{ at, message, schema }]
  }
  const candidates = members.filter(({ errors }) => !errors.some(refusesKind))
  const [nearest] = candidates
    .map(({ pointer, errors }) => explainErrors(spec, engine, pointer, errors))
    .sort((a, b) => a.length - b.length)
  if (nearest) return nearest.map((problem) => ({ ...problem, at: at + problem.at }))
  return [describeError(spec, { ...error, params: { kinds: kindsOf(members) } }, schema)]
}

const KINDS = new Set(['type', 'const', 'enum'])

function refusesKind(error: ErrorObject): boolean {
  return error.instancePath === '' && KINDS.has(error.keyword)
}

// What the members would have taken in place of the whole value: `string`, `null`, `"auto"`.
function kindsOf(members: readonly Member[]): readonly string[] {
  const refusals = members.flatMap(({ errors }) => errors.filter(refusesKind))
  return [
    ...new Set(refusals.flatMap(({ keyword, schema }) => [schema].flat().map(keyword === 'type' ? String : showValue))),
  ]
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ at, message }) => {
    const key = `${at} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
