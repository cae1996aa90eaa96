import type { FlowproofError } from '../errors.ts'
import { type FileKind, refused } from './file-kind.ts'
import type { ValuePath, YamlSource } from './yaml-source.ts'

/** Something wrong in a file: where, and a sentence or two that say what and what would be right. */
export interface FileProblem {
  readonly path: ValuePath
  /** Whether the last key of the path is meant, rather than its value. */
  readonly atKey?: boolean
  /** Begins in lower case: it follows `Failed to read scenario: `. */
  readonly sentence: string
}

/** Offset of what a problem is about. */
export function startOf({ path, atKey }: Omit<FileProblem, 'sentence'>, source: YamlSource): number {
  return atKey ? source.keyStart(path) : source.rangeOf(path)[0]
}

/** The error for a problem. */
export function problemError(kind: FileKind, problem: FileProblem, source: YamlSource): FlowproofError {
  return refused(kind, problem.sentence, source.placeAt(startOf(problem, source)))
}

/**
 * Names the value at a path as its author would: `takes` in node `write`.
 * @param root - the whole file's value.
 */
export function describePath(path: ValuePath, root: unknown, nameOf: FileKind['nameOf']): string {
  const keys: string[] = []
  for (let depth = path.length; depth > 0; depth -= 1) {
    const thing = nameOf(path.slice(0, depth), root)
    if (thing !== undefined) return inside(keys, thing)
    const key = path[depth - 1]
    if (typeof key === 'string') keys.push(`\`${key}\``)
  }
  return inside(keys, 'the file')
}

function inside(keys: readonly string[], thing: string): string {
  return keys.length === 0 ? thing : `${keys.join(' of ')} in ${thing}`
}

/** The value under a key of a list or map; undefined when there is none. */
export function childOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
