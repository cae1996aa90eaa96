import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'

/** A document whose schemas are copied, and what is known of the copies. */
export interface Copying {
  readonly document: unknown
  /** Pointer in the document of every object of every copy. */
  readonly origins: WeakMap<object, string>
  /** The id under which the engine finds the schema at a pointer. */
  idOf(pointer: string): string
}

const MAPS_OF_NAMES = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])
const DATA = new Set(['const', 'enum', 'default', 'examples'])
// `contentSchema` speaks of a text after decoding, which is the caller's to do.
const LEFT_OUT = new Set(['$id', 'contentSchema', 'example', 'externalDocs', 'xml'])

/** Copies the schema at a pointer for the validator engine: references lead to ids, and what is no JSON Schema is gone. */
export function copySchema(copying: Copying, pointer: string): Record<string, unknown> {
  const schema = readPointer(copying.document, pointer)
  const copy: Record<string, unknown> = {}
  copying.origins.set(copy, pointer)
  if (schema === false) return Object.assign(copy, { not: {} })
  return Object.assign(copy, isRecord(schema) ? copyKeywords(copying, schema, pointer) : {})
}

function copyKeywords(
  copying: Copying,
  schema: Readonly<Record<string, unknown>>,
  pointer: string,
): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  copying.origins.set(copy, pointer)
  for (const [key, value] of Object.entries(schema)) {
    const at = joinPointer(pointer, key)
    if (LEFT_OUT.has(key) || key.startsWith('x-')) continue
    if (DATA.has(key)) copy[key] = value
    else if (key === '$ref') copy.$ref = copying.idOf(targetOf(value))
    else if (key === 'discriminator') Object.assign(copy, copyDiscriminator(copying.document, schema))
    else if (MAPS_OF_NAMES.has(key) && isRecord(value)) copy[key] = copyMap(copying, value, at)
    else copy[key] = copyValue(copying, value, at)
  }
  return copy
}

function copyValue(copying: Copying, value: unknown, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => copyValue(copying, item, joinPointer(pointer, index)))
  return isRecord(value) ? copyKeywords(copying, value, pointer) : value
}

function copyMap(copying: Copying, map: Readonly<Record<string, unknown>>, pointer: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => [name, copyValue(copying, value, joinPointer(pointer, name))]),
  )
}

// The engine refuses a mapping, and takes only members that say their tag themselves. With a discriminator it skips values
// that are no objects, so the type is said here. Without one the union is judged member by member: slower, and as right.
function copyDiscriminator(document: unknown, union: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { discriminator, oneOf } = union
  const tag = isRecord(discriminator) ? discriminator.propertyName : undefined
  if (typeof tag !== 'string' || !Array.isArray(oneOf)) return {}
  if (!oneOf.every((member) => saysTag(document, member, tag))) return {}
  return { type: 'object', discriminator: { propertyName: tag } }
}

function saysTag(document: unknown, member: unknown, tag: string): boolean {
  const schema = isRecord(member) && '$ref' in member ? readPointer(document, targetOf(member.$ref)) : member
  if (!isRecord(schema) || !isRecord(schema.properties) || !Array.isArray(schema.required)) return false
  const property = schema.properties[tag]
  return isRecord(property) && ('const' in property || 'enum' in property) && schema.required.includes(tag)
}

function targetOf(reference: unknown): string {
  return decodeURIComponent(String(reference).slice(1))
}
