import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../../nearest.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import { showChoices, showValue } from '../show-value.ts'
import type { Problem, Spec } from '../spec.ts'

/** Says one error of the engine as a fragment of a sentence: what must be, and what is. */
export function describeError(spec: Spec, error: ErrorObject, schema: string): Problem {
  if (error.keyword === 'discriminator') return describeTag(spec, error, schema)
  return { at: error.instancePath, message: messageOf(error), schema }
}

function messageOf(error: ErrorObject): string {
  const { data, keyword, params, parentSchema, schema } = error
  const got = (): string => `, got ${showValue(data)}`
  switch (keyword) {
    case 'type':
      return `must be ${[schema].flat().join(' or ')}${got()}`
    case 'required':
    case 'dependentRequired':
      return `must have property "${params.missingProperty}"`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unexpected(String(params.additionalProperty ?? params.unevaluatedProperty), parentSchema)
    case 'enum':
      return `must be ${Array.isArray(schema) ? choose(schema, data) : showValue(schema)}`
    case 'const':
      return `must be ${showValue(schema)}${got()}`
    case 'format':
      return `must have the format ${String(schema)}${got()}`
    case 'pattern':
      return `must match ${String(schema)}${got()}`
    case 'oneOf':
    case 'anyOf':
      return Array.isArray(params.kinds)
        ? `must be ${params.kinds.join(' or ')}${got()}`
        : `must match the union${got()}`
    default:
      return `${(error.message ?? `must keep "${keyword}"`).replace('NOT', 'not')}${got()}`
  }
}

function unexpected(name: string, parentSchema: unknown): string {
  const properties = isRecord(parentSchema) && isRecord(parentSchema.properties) ? parentSchema.properties : {}
  return `must not have property "${name}"${suggest(name, Object.keys(properties))}`
}

// The tag of a union: its names are those of the mapping, which the engine was not told.
function describeTag(spec: Spec, error: ErrorObject, schema: string): Problem {
  const tag = String(error.params.tag)
  const value: unknown = error.params.tagValue
  if (value === undefined) return { at: error.instancePath, message: `must have property "${tag}"`, schema }
  const mapping = readPointer(spec.document, joinPointer(schema, 'mapping'))
  const names = isRecord(mapping) ? Object.keys(mapping) : []
  const message =
    typeof value === 'string' ? `must be ${choose(names, value)}` : `must be string, got ${showValue(value)}`
  return { at: joinPointer(error.instancePath, tag), message, schema }
}

function choose(values: readonly unknown[], got: unknown): string {
  const words = values.filter((value) => typeof value === 'string')
  const hint = typeof got === 'string' ? suggest(got, words) : ''
  return `${values.length > 1 ? 'one of ' : ''}${showChoices(values)}, got ${showValue(got)}${hint}`
}

function suggest(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined ? '' : ` (did you mean "${near}"?)`
}
