import { joinPointer, readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'

/** A member of an object that its schema neither names nor leaves open. */
export interface UndocumentedField {
  /** JSON Pointer into the value, with `*` for the place in a list. */
  readonly at: string
  /** JSON Pointer of the object's schema in the document: the first that names any properties. */
  readonly schema: string
  readonly name: string
  readonly value: unknown
}

/**
 * Members of a value that its schema does not know, those of inner values included. An object whose schema names no properties, or says what
 * others may be like (`additionalProperties`, `patternProperties`), is free to have any.
 */
export function undocumentedFields(document: unknown, schema: string, value: unknown): readonly UndocumentedField[] {
  return visit(document, [schema], value, '')
}

/** A target may nest its answers deeper than any stack. */
const DEEPEST = 100

function visit(
  document: unknown,
  schemas: readonly string[],
  value: unknown,
  at: string,
  depth = 0,
): readonly UndocumentedField[] {
  if (depth > DEEPEST) return []
  const shapes = [...new Set(schemas.flatMap((schema) => shapesOf(document, schema, value, new Set())))]
  if (Array.isArray(value)) {
    const items = shapes.map((shape) => joinPointer(shape, 'items')).filter((pointer) => exists(document, pointer))
    return value.flatMap((item) => visit(document, items, item, `${at}/*`, depth + 1))
  }
  const [first] = shapes.filter((shape) => exists(document, joinPointer(shape, 'properties')))
  if (!isRecord(value) || first === undefined || shapes.some((shape) => isOpen(document, shape))) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const inners = shapes.map((shape) => joinPointer(shape, 'properties', name)).filter((at) => exists(document, at))
    if (inners.length > 0) return visit(document, inners, inner, joinPointer(at, name), depth + 1)
    return [{ at: joinPointer(at, name), schema: first, name, value: inner }]
  })
}

/** The schemas that say something of a value: what is referred to, all parts, and of alternatives the one that the value names, else every one. */
function shapesOf(document: unknown, pointer: string, value: unknown, seen: Set<string>): readonly string[] {
  const schema = readPointer(document, pointer)
  if (!isRecord(schema) || seen.has(pointer)) return []
  seen.add(pointer)
  const more = (list: readonly string[]): readonly string[] =>
    list.flatMap((inner) => shapesOf(document, inner, value, seen))
  const members = (keyword: string): readonly string[] => {
    const list = schema[keyword]
    return Array.isArray(list) ? list.map((_, index) => joinPointer(pointer, keyword, index)) : []
  }
  const named = namedMember(schema, value)
  return [
    pointer,
    ...more(typeof schema.$ref === 'string' ? [target(schema.$ref)] : []),
    ...more(members('allOf')),
    ...more(named === undefined ? [...members('oneOf'), ...members('anyOf')] : [named]),
  ]
}

function namedMember({ discriminator }: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  const tag = readPointer(discriminator, '/propertyName')
  const name = typeof tag === 'string' && isRecord(value) ? value[tag] : undefined
  const member = typeof name === 'string' ? readPointer(discriminator, joinPointer('/mapping', name)) : undefined
  return typeof member === 'string' ? target(member) : undefined
}

function target(reference: string): string {
  return decodeURIComponent(reference.slice(1))
}

function isOpen(document: unknown, shape: string): boolean {
  const schema = readPointer(document, shape)
  if (!isRecord(schema)) return false
  const { additionalProperties, patternProperties } = schema
  return patternProperties !== undefined || additionalProperties === true || isRecord(additionalProperties)
}

function exists(document: unknown, pointer: string): boolean {
  return readPointer(document, pointer) !== undefined
}
