import { joinPointer, pointerTokens, readPointer } from '../pointer.ts'
import { targetOf } from '../read-text.ts'
import { isRecord } from '../record.ts'

const UNIONS = ['allOf', 'anyOf', 'oneOf']

/**
 * Pointers of the schemas that the value at a JSON Pointer has to fit, when the value as a whole has to fit `schema`. None: no
 * schema speaks of such a member.
 */
export function memberSchemas(document: unknown, schema: string, pointer: string): readonly string[] {
  return pointerTokens(pointer)
    .reduce<readonly string[]>(
      (schemas, token) =>
        schemas.flatMap((each) => partsOf(document, each)).flatMap((each) => stepInto(document, each, token)),
      [schema],
    )
    .flatMap((each) => partsOf(document, each))
}

/** A schema after its references, and the schemas that it is made of. */
function partsOf(document: unknown, schema: string, passed: readonly string[] = []): readonly string[] {
  const target = targetOf(document, schema)
  if (passed.includes(target)) return []
  const value = readPointer(document, target)
  const parts = UNIONS.flatMap((keyword) => {
    const members: unknown = isRecord(value) ? value[keyword] : undefined
    return Array.isArray(members) ? members.map((_, index) => joinPointer(target, keyword, index)) : []
  })
  return [target, ...parts.flatMap((part) => partsOf(document, part, [...passed, target]))]
}

function stepInto(document: unknown, schema: string, token: string): readonly string[] {
  const property = joinPointer(schema, 'properties', token)
  const candidates = /^\d+$/.test(token) ? [property, joinPointer(schema, 'items')] : [property]
  const found = candidates.filter((pointer) => readPointer(document, pointer) !== undefined)
  if (found.length > 0) return found
  const others = joinPointer(schema, 'additionalProperties')
  return isRecord(readPointer(document, others)) ? [others] : []
}
