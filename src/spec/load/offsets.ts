import type { Document } from 'yaml'
import { yaml } from '../load-late.ts'
import { pointerTokens } from '../pointer.ts'
import { isRecord } from '../record.ts'

/**
 * Where the members of a value begin in its text: for each key in the order of `Object.keys`, or each item, its offset and
 * the offsets of its own members. Kept in place of the parsed YAML, which takes many times the memory, and as JSON beside
 * the document, which spares parsing the YAML again.
 */
export type Offsets = readonly (number | Offsets)[]

const NO_MEMBERS: Offsets = []

/** Finds the offsets of a document's value; a key stands for its value. */
export function indexOffsets(document: Document, value: unknown): Offsets {
  return indexNode(document, document.contents, value)
}

function indexNode(document: Document, node: unknown, value: unknown): Offsets {
  const { isAlias, isMap, isScalar, isSeq } = yaml()
  if (isAlias(node)) return indexNode(document, node.resolve(document), value)
  if (isSeq(node) && Array.isArray(value)) {
    return node.items.flatMap((item, index) => [startOf(item), indexNode(document, item, value[index])])
  }
  if (!isMap(node) || !isRecord(value)) return NO_MEMBERS
  const pairs = new Map(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : undefined, pair]))
  return Object.keys(value).flatMap((key) => {
    const pair = pairs.get(key)
    return [startOf(pair?.key), indexNode(document, pair?.value, value[key])]
  })
}

function startOf(node: unknown): number {
  return yaml().isNode(node) ? (node.range?.[0] ?? 0) : 0
}

/** Offset of the member that a JSON Pointer addresses, or of its nearest parent that exists. */
export function offsetOf(value: unknown, offsets: Offsets, pointer: string): number {
  let [found, at, members]: [number, unknown, Offsets] = [0, value, offsets]
  for (const token of pointerTokens(pointer)) {
    const index = Array.isArray(at) ? Number(token) : Object.keys(isRecord(at) ? at : {}).indexOf(token)
    const [offset, inner] = members.slice(2 * index, 2 * index + 2)
    if (typeof offset !== 'number' || typeof inner !== 'object') break
    found = offset
    members = inner
    at = Array.isArray(at) ? at[index] : isRecord(at) ? at[token] : undefined
  }
  return found
}
