import type { ValuePath } from './yaml-source.ts'

/** Something wrong in a scenario file: where, and a sentence or two that say what and what would be right. */
export interface ScenarioProblem {
  readonly path: ValuePath
  /** Whether the last key of the path is meant, rather than its value. */
  readonly atKey?: boolean
  /** Begins in lower case: it follows `Failed to read scenario: `. */
  readonly sentence: string
}

/**
 * Names the value at a path as its author would: `takes` in node `write`.
 * @param root - the whole file's value.
 */
export function describePath(path: ValuePath, root: unknown): string {
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

const THINGS: Readonly<Record<string, string>> = {
  nodes: 'node',
  inputs: 'input',
  fields: 'field',
  actions: 'action',
  tools: 'tool',
  documents: 'document',
}

/** What an entry of a list of things is called: node `write`, or node 2 when it has no name. */
function nameOf(path: ValuePath, root: unknown): string | undefined {
  const index = path.at(-1)
  if (typeof index !== 'number') return undefined
  const list = path.findLast((key) => typeof key === 'string')
  const isBranchNode = list === 'branches' && typeof path.at(-2) === 'number'
  const thing = isBranchNode ? 'node' : typeof path.at(-2) === 'string' ? THINGS[list ?? ''] : undefined
  if (thing === undefined) return undefined
  const entry = path.reduce(childOf, root)
  const own = ['id', 'name', 'title'].map((key) => childOf(entry, key)).find((value) => typeof value === 'string')
  return own === undefined ? `${thing} ${index + 1}` : `${thing} \`${own}\``
}

/** The value under a key of a list or map; undefined when there is none. */
export function childOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
