import type { NodeRun } from '../../src/run/moment.ts'

/** The iterations that a node runs in, the outermost first. */
export function iterationsAround({ within }: NodeRun): readonly NodeRun[] {
  if (within === undefined) return []
  const outer = iterationsAround(within.node)
  return within.group === 'iteration' ? [...outer, within.node] : outer
}

/** The node of the main flow that a node is or runs in. Loops are part of the flow that they stand in. */
export const topOf = (node: NodeRun): NodeRun => iterationsAround(node)[0] ?? node

/** The node directly inside the outermost iteration that a node is or runs in. */
export const childOf = (node: NodeRun): NodeRun => iterationsAround(node)[1] ?? node

/** Round of the outermost iteration around a node. */
export function roundOf(node: NodeRun): number {
  const [outermost] = iterationsAround(node)
  for (let place = node.within; place !== undefined; place = place.node.within) {
    if (place.node === outermost) return place.index
  }
  return 0
}
