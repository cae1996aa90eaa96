import { joinPointer, readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'

/**
 * The schemas that say something of a value, as JSON Pointers: what is referred to, all parts, and of alternatives the one that the value names,
 * else every one.
 */
export function shapesOf(document: unknown, schemas: readonly string[], value: unknown): readonly string[] {
  const seen = new Set<string>()
  for (const schema of schemas) collect(document, schema, value, seen)
  return [...seen]
}

/** The schemas that some schemas have at a place, such as that of their items. */
export function below(document: unknown, shapes: readonly string[], ...tokens: readonly string[]): readonly string[] {
  return shapes
    .map((shape) => joinPointer(shape, ...tokens))
    .filter((pointer) => readPointer(document, pointer) !== undefined)
}

function collect(document: unknown, pointer: string, value: unknown, seen: Set<string>): void {
  const schema = readPointer(document, pointer)
  if (!isRecord(schema) || seen.has(pointer)) return
  seen.add(pointer)
  const members = (keyword: string): readonly string[] => {
    const list = schema[keyword]
    return Array.isArray(list) ? list.map((_, index) => joinPointer(pointer, keyword, index)) : []
  }
  const named = namedMember(schema, value)
  const alternatives = named === undefined ? [...members('oneOf'), ...members('anyOf')] : [named]
  const referred = typeof schema.$ref === 'string' ? [target(schema.$ref)] : []
  for (const inner of [...referred, ...members('allOf'), ...alternatives]) collect(document, inner, value, seen)
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

/** Whether a schema says what members may be like that it does not name. */
export function isOpen(document: unknown, shape: string): boolean {
  const schema = readPointer(document, shape)
  if (!isRecord(schema)) return false
  const { additionalProperties, patternProperties } = schema
  return patternProperties !== undefined || additionalProperties === true || isRecord(additionalProperties)
}
