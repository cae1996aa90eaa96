import { joinPointer, readPointer } from './pointer.ts'
import { isRecord } from './record.ts'

/**
 * The value that a text on the wire stands for under a schema: `"7"` is a number where one is wanted. A text that cannot be
 * read so is left as it is, for the validator to object to.
 */
export function readText(document: unknown, schema: string, text: string): unknown {
  const types = typesOf(document, schema)
  if (types.has('integer') || types.has('number')) {
    if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text)
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

/** Like `readText` for the texts of one name: a list where the schema wants one, the first text elsewhere. */
export function readTexts(document: unknown, schema: string, texts: readonly string[], explode: boolean): unknown {
  if (!wantsList(document, schema)) return readText(document, schema, texts[0] ?? '')
  const items = joinPointer(targetOf(document, schema), 'items')
  const parts = explode ? texts : texts.flatMap((text) => text.split(','))
  return parts.map((part) => readText(document, items, part))
}

/** Whether a schema takes a list. */
export function wantsList(document: unknown, schema: string): boolean {
  return typesOf(document, schema).has('array')
}

/** Where a schema stands after its references. */
export function targetOf(document: unknown, schema: string): string {
  const value = readPointer(document, schema)
  const reference = isRecord(value) ? value.$ref : undefined
  return typeof reference === 'string' ? targetOf(document, decodeURIComponent(reference.slice(1))) : schema
}

function typesOf(document: unknown, schema: string): ReadonlySet<unknown> {
  const pointer = targetOf(document, schema)
  const value = readPointer(document, pointer)
  if (!isRecord(value)) return new Set()
  const types = new Set<unknown>([value.type].flat())
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    const members: unknown = value[keyword]
    for (const index of Array.isArray(members) ? members.keys() : []) {
      for (const type of typesOf(document, joinPointer(pointer, keyword, index))) types.add(type)
    }
  }
  return types
}
