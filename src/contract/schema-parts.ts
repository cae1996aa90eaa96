import { readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'

/** All that is said of a value by a schema: itself, what it refers to, and the members of its `allOf`, flat. */
export function schemaParts(document: unknown, schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isRecord(schema)) return []
  const { $ref, allOf } = schema
  const referred = typeof $ref === 'string' ? [readPointer(document, decodeURIComponent($ref.slice(1)))] : []
  const members = Array.isArray(allOf) ? allOf : []
  return [schema, ...[...referred, ...members].flatMap((part) => schemaParts(document, part))]
}
