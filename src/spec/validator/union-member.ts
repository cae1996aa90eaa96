import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'

interface Union {
  readonly tag: string
  readonly mapping: Readonly<Record<string, unknown>>
}

const SAYS_NO_MORE = new Set(['oneOf', 'discriminator', 'title', 'description', 'examples', 'deprecated'])

/**
 * Makes a function from the pointer of a union and a value to the pointer of the member that the value says it is. Judging by that member
 * alone comes to the same, and spares compiling the others. `undefined` for what is no union, or a value that names no member.
 */
export function createMemberFinder(document: unknown): (schema: string, value: unknown) => string | undefined {
  const unions = new Map<string, Union | undefined>()
  return (schema, value) => {
    if (!isRecord(value)) return undefined
    if (!unions.has(schema)) unions.set(schema, readUnion(document, schema))
    const union = unions.get(schema)
    const name = union && value[union.tag]
    const member =
      union && typeof name === 'string' && Object.hasOwn(union.mapping, name) ? union.mapping[name] : undefined
    return typeof member === 'string' && member.startsWith('#') ? decodeURIComponent(member.slice(1)) : undefined
  }
}

function readUnion(document: unknown, pointer: string): Union | undefined {
  const schema = readPointer(document, pointer)
  if (!isRecord(schema) || !Array.isArray(schema.oneOf)) return undefined
  if (!Object.keys(schema).every((key) => SAYS_NO_MORE.has(key) || key.startsWith('x-'))) return undefined
  const tag = readPointer(document, joinPointer(pointer, 'discriminator', 'propertyName'))
  const mapping = readPointer(document, joinPointer(pointer, 'discriminator', 'mapping'))
  return typeof tag === 'string' && isRecord(mapping) ? { tag, mapping } : undefined
}
