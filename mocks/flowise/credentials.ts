import type { ExecutedNode } from '../../src/generated/flowise.ts'

/** The records of nodes without the ids of credentials, which streams let through and answers do not. */
export function withoutCredentials(nodes: readonly ExecutedNode[]): ExecutedNode[] {
  return nodes.map((node) =>
    node.data.input ? { ...node, data: { ...node.data, input: clean(node.data.input) } } : node,
  )
}

function clean(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, cleanValue(value)]))
}

function cleanValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'FLOWISE_CREDENTIAL_ID')
      .map(([key, entry]) => [key, cleanValue(entry)]),
  )
}
