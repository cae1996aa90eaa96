import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml'
import type { Place } from '../errors.ts'
import { type FileKind, refused } from './file-kind.ts'

/** Where a value stands in a document: keys and indices from the root. */
export type ValuePath = readonly (string | number)[]

/** A YAML file: its value, and where each part of it stands. */
export interface YamlSource {
  readonly value: unknown
  /** Offsets at which the value begins and ends; those of the nearest value around it when there is none. */
  rangeOf(path: ValuePath): readonly [start: number, end: number]
  /** Offset of the last key of the path, rather than of its value. */
  keyStart(path: ValuePath): number
  placeAt(offset: number): Place
}

/** Reads a YAML file. Throws as its kind says where the text is not YAML. */
export function readYaml(text: string, file: string, kind: FileKind): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const [error] = document.errors
  if (error) throw refused(kind, whyUnreadable(error, text), placeAt(error.pos[0]), error)
  const lost = lostAlias(document)
  if (lost) {
    const why = 'the alias has no anchor before it, or stands in what it repeats. Quote a text that begins with `*`.'
    throw refused(kind, why, placeAt(lost.range?.[0] ?? 0))
  }
  return {
    value: readValue(document, file, kind),
    rangeOf: (path) => rangeOf(document, path),
    keyStart: (path) => keyStart(document, path) ?? rangeOf(document, path)[0],
    placeAt,
  }
}

// Neither is an error of the text to the parser, and the second would be a value without an end.
function lostAlias(document: Document): Alias | undefined {
  let lost: Alias | undefined
  visit(document, {
    Alias(_, node, ancestors) {
      const meant = node.resolve(document)
      if (meant && !ancestors.includes(meant)) return undefined
      lost = node
      return visit.BREAK
    },
  })
  return lost
}

// Aliases may multiply without bounds.
function readValue(document: Document, file: string, kind: FileKind): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    throw refused(kind, 'its aliases repeat too much. Write out what they stand for.', { file }, cause)
  }
}

// What follows a colon is quoted from the file, and a secret may be there.
function whyUnreadable({ code, message, pos }: YAMLParseError, text: string): string {
  if (code === 'MULTIPLE_DOCS') return 'it holds several documents. Keep one in a file.'
  if (text.slice(pos[0] - 1, pos[0] + 1) === '${')
    return 'it is not YAML. Between braces, quote a text with `${` in it.'
  const why = message.replace(/(?<=\S): .*$/s, '')
  return `it is not YAML. ${why}${/[.!?]$/.test(why) ? '' : '.'}`
}

function rangeOf(document: Document, path: ValuePath): readonly [number, number] {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const found = nodeAt(document, path.slice(0, depth))
    if (found?.range) return [found.range[0], found.range[1]]
  }
  return [0, 0]
}

function nodeAt(document: Document, path: ValuePath): Node | undefined {
  let node: unknown = document.contents
  for (const key of path) {
    const inner = isAlias(node) ? node.resolve(document) : node
    if (isSeq(inner)) node = inner.items[Number(key)]
    else node = isMap(inner) ? pairOf(inner.items, key)?.value : undefined
  }
  return isNode(node) ? node : undefined
}

function keyStart(document: Document, path: ValuePath): number | undefined {
  const map = nodeAt(document, path.slice(0, -1))
  const inner = isAlias(map) ? map.resolve(document) : map
  const key = isMap(inner) ? pairOf(inner.items, path.at(-1) ?? '')?.key : undefined
  return isNode(key) ? key.range?.[0] : undefined
}

function pairOf<P extends { readonly key: unknown }>(pairs: readonly P[], name: string | number): P | undefined {
  return pairs.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(name))
}
