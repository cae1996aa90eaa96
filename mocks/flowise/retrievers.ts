import type { DocumentSpec, NodeSpec } from '../../src/run/scenario.ts'

/** The documents of each node that looks something up. */
export function documentsIn(nodes: readonly NodeSpec[]): readonly (readonly DocumentSpec[])[] {
  return nodes.flatMap(documentsOf)
}

function documentsOf(node: NodeSpec): readonly (readonly DocumentSpec[])[] {
  switch (node.does) {
    case 'step':
      return node.documents.length > 0 ? [node.documents] : []
    case 'parallel':
      return documentsIn(node.branches.flat())
    case 'iteration':
    case 'loop':
      return documentsIn(node.nodes)
    case 'human-input':
      return []
  }
}
