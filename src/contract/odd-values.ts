import { joinPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import { schemaParts } from './schema-parts.ts'

/** A value that a schema does not allow in one place of the values that it describes. */
export interface OddValue {
  readonly kind: 'wrong-type' | 'out-of-bounds'
  /** JSON Pointer of the place; empty for the value itself. */
  readonly pointer: string
  /** The keyword that it breaks: `type`, `maximum`. */
  readonly keyword: string
  readonly value: unknown
}

/** So deep are the fields of a body made odd. */
const DEPTH = 2

/**
 * For each property that a schema declares, down to those of its properties and of their items: one value of another type, and one just beyond each
 * bound. Alternatives (`oneOf`, `anyOf`) are not entered.
 */
export function oddValues(document: unknown, schema: unknown, at = '', depth = DEPTH): readonly OddValue[] {
  if (depth === 0) return []
  const properties = schemaParts(document, schema).flatMap((part) =>
    isRecord(part.properties) ? Object.entries(part.properties) : [],
  )
  return properties.flatMap(([name, inner]) => {
    const pointer = joinPointer(at, name)
    const items = schemaParts(document, inner).flatMap((part) => (part.items === undefined ? [] : [part.items]))
    return [
      ...oddPlaces(document, inner, pointer),
      ...oddValues(document, inner, pointer, depth - 1),
      ...items.flatMap((item) => oddValues(document, item, joinPointer(pointer, 0), depth - 1)),
    ]
  })
}

/** The values that a schema does not allow for the value itself. */
export function oddPlaces(document: unknown, schema: unknown, pointer = ''): readonly OddValue[] {
  const types = typesOf(document, schema)
  if (types === undefined) return []
  const wrong = CANDIDATES.find((candidate) => !types.has(typeOf(candidate)))
  const beyond = schemaParts(document, schema).flatMap((part) => beyondBounds(part, types))
  return [
    ...(wrong === undefined ? [] : [{ kind: 'wrong-type', pointer, keyword: 'type', value: wrong } as const]),
    ...beyond.map(([keyword, value]) => ({ kind: 'out-of-bounds', pointer, keyword, value }) as const),
  ]
}

const CANDIDATES: readonly unknown[] = ['seven', 7, true, [], {}]

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

/** The JSON types that a schema allows, integers as numbers; undefined when it allows all. */
function typesOf(document: unknown, schema: unknown): ReadonlySet<string> | undefined {
  const parts = schemaParts(document, schema)
  const stated = parts.flatMap((part) => [part.type ?? []].flat().map(String))
  const listed = parts.flatMap((part) => ('const' in part ? [part.const] : Array.isArray(part.enum) ? part.enum : []))
  const members = parts.flatMap(({ oneOf, anyOf }) => [oneOf ?? [], anyOf ?? []].flat())
  const inner = members.map((member) => typesOf(document, member))
  if (inner.includes(undefined)) return undefined
  const all = stated.length > 0 ? stated : [...listed.map(typeOf), ...inner.flatMap((types) => [...(types ?? [])])]
  return all.length === 0 ? undefined : new Set(all.map((type) => (type === 'integer' ? 'number' : type)))
}

/** Longest text that is sent for being longer than a bound. */
const LONGEST = 100_000

/** By keyword: the value just beyond it. */
const BEYOND: Readonly<Record<string, (bound: unknown) => unknown>> = {
  minimum: (bound) => Number(bound) - 1,
  maximum: (bound) => Number(bound) + 1,
  exclusiveMinimum: (bound) => bound,
  exclusiveMaximum: (bound) => bound,
  minLength: (bound) => (Number(bound) > 0 ? 'x'.repeat(Number(bound) - 1) : undefined),
  maxLength: (bound) => (Number(bound) < LONGEST ? 'x'.repeat(Number(bound) + 1) : undefined),
  minItems: (bound) => (Number(bound) > 0 ? [] : undefined),
  enum: () => 'flowproof-off-the-list',
  const: () => 'flowproof-off-the-list',
  format: (bound) => (JUDGED.has(String(bound)) ? 'flowproof' : undefined),
}

/** Formats that a text without digits and punctuation cannot have. */
const JUDGED: ReadonlySet<string> = new Set(['uuid', 'email', 'uri', 'date', 'date-time'])

function beyondBounds(
  part: Readonly<Record<string, unknown>>,
  types: ReadonlySet<string>,
): readonly (readonly [keyword: string, value: unknown])[] {
  return Object.entries(BEYOND).flatMap(([keyword, beyond]) => {
    const value = keyword in part ? beyond(part[keyword]) : undefined
    // One of another type is a wrong type already.
    return value === undefined || !types.has(typeOf(value)) ? [] : [[keyword, value] as const]
  })
}
