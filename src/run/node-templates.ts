import type { NodeSpec } from './scenario.ts'

/** A template and where it stands, as a path from its node, or from the scenario. */
export interface PlacedTemplate {
  readonly path: readonly (string | number)[]
  readonly template: string
}

/** The templates of a node itself, without those of nodes in it. */
export function templatesOf(spec: NodeSpec): PlacedTemplate[] {
  switch (spec.does) {
    case 'step':
      return [
        ...textsIn(spec.text, ['text']),
        ...textsIn(spec.reasoning, ['reasoning']),
        ...spec.tools.flatMap(({ input, output, error }, index) => textsIn({ input, output, error }, ['tools', index])),
        ...textsIn(spec.outputs, ['outputs']),
        ...textsIn(spec.fails?.message, ['fails']),
        ...textsIn(spec.retries?.error, ['retries']),
      ]
    case 'iteration':
      return textsIn(spec.items, ['items'])
    case 'loop':
      return textsIn(spec.variables, ['variables'])
    case 'parallel':
      return []
    case 'human-input':
      return [
        ...textsIn(spec.content, ['form', 'content']),
        ...spec.fields.flatMap((field, index) => textsIn(field.default, ['form', 'fields', index, 'default'])),
      ]
  }
}

/** All texts in a value, with their paths. */
export function textsIn(value: unknown, path: PlacedTemplate['path']): PlacedTemplate[] {
  if (typeof value === 'string') return [{ path, template: value }]
  if (typeof value !== 'object' || value === null) return []
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}
