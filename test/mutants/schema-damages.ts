import { schemaParts } from '../../src/contract/schema-parts.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import { put, without } from '../broken/damage.ts'

/** One way to make a value break its schema. */
export interface SchemaDamage {
  readonly kind: 'drop' | 'retype' | 'null' | 'enum'
  readonly pointer: string
  readonly apply: (value: unknown) => unknown
}

/** The damages of the required fields of a schema, down to a depth; those of a union's members are all made, those of lists in their first item. */
export function schemaDamages(document: unknown, schema: unknown, depth = 2, at = ''): readonly SchemaDamage[] {
  if (depth === 0) return []
  const parts = schemaParts(document, schema)
  const unions = parts.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter(Array.isArray).flat())
  const required = new Set(parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : [])))
  const own = [...required].flatMap((name) => {
    const pointer = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const inner = parts.map(({ properties }) => (isRecord(properties) ? properties[name] : undefined)).find(Boolean)
    return [...fieldDamages(document, inner, pointer), ...schemaDamages(document, inner, depth - 1, pointer)]
  })
  const items = parts.map(({ items }) => items).find(isRecord)
  const first = items === undefined ? [] : schemaDamages(document, items, depth, `${at}/0`)
  const all = [...own, ...first, ...unions.flatMap((member) => schemaDamages(document, member, depth, at))]
  return [...new Map(all.map((damage) => [`${damage.kind} ${damage.pointer}`, damage])).values()]
}

function fieldDamages(document: unknown, schema: unknown, pointer: string): readonly SchemaDamage[] {
  const parts = schemaParts(document, schema)
  const damages: SchemaDamage[] = [
    { kind: 'drop', pointer, apply: (value) => without(value, pointer) },
    { kind: 'retype', pointer, apply: (value) => put(value, pointer, otherType(readPointer(value, pointer))) },
    { kind: 'null', pointer, apply: (value) => put(value, pointer, null) },
  ]
  if (!parts.some((part) => Array.isArray(part.enum) || 'const' in part)) return damages
  return [...damages, { kind: 'enum', pointer, apply: (value) => put(value, pointer, 'off-the-list') }]
}

function otherType(value: unknown): unknown {
  return typeof value === 'string' ? 7 : typeof value === 'number' ? 'seven' : Array.isArray(value) ? {} : []
}
