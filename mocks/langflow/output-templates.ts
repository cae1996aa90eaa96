import type { NodeSpec } from '../../src/run/scenario.ts'

const ONE_NAME = /^\{\{\s*([^{}]+?)\s*\}\}$/

/** Id of the node whose text an output is, and nothing else. */
export function textSourceOf(template: string): string | undefined {
  const [root, id, part, ...rest] = ONE_NAME.exec(template)?.[1]?.split('.') ?? []
  return root === 'nodes' && part === 'text' && rest.length === 0 ? id : undefined
}

/** Ids of the nodes that an output names; one that is none for an output of the caller's words only. */
export function sourcesOf(template: string): string[] {
  const ids = [...template.matchAll(/\{\{\s*(?:nodes|answers)\.([^.{}\s]+)/g)].map(([, id = '']) => id)
  return ids.length > 0 ? [...new Set(ids)] : ['']
}

/** Whether an output is a text in every run: anything but one name that stands for a value of another type. */
export function givesText(template: string, nodes: readonly NodeSpec[]): boolean {
  const [root, id, part, name = '', ...rest] = ONE_NAME.exec(template)?.[1]?.split('.') ?? []
  if (root !== 'nodes' || part !== 'outputs') return true
  const node = nodes.find((node) => node.id === id)
  const value = rest.length === 0 && node !== undefined ? outputOf(node, name) : undefined
  return typeof value === 'string' && givesText(value, nodes)
}

function outputOf(node: NodeSpec, name: string): unknown {
  switch (node.does) {
    case 'step':
      return node.outputs[name]
    case 'loop':
      return node.variables[name]
    case 'human-input':
      return ''
    case 'iteration':
    case 'parallel':
      return undefined
  }
}
