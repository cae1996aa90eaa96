import type { NodeRun } from '../../src/run/moment.ts'
import type { NodeSpec, Scenario } from '../../src/run/scenario.ts'

/** All nodes of a flow, those in containers and branches included. */
export function nodesIn(specs: readonly NodeSpec[]): readonly Exclude<NodeSpec, { does: 'parallel' }>[] {
  return specs.flatMap((spec) => (spec.does === 'parallel' ? nodesIn(spec.branches.flat()) : [spec, ...innerOf(spec)]))
}

function innerOf(spec: NodeSpec) {
  return spec.does === 'iteration' || spec.does === 'loop' ? nodesIn(spec.nodes) : []
}

/** A variable as the graph names it: the node that holds it, by the scenario's id, and its name there. */
export interface Variable {
  readonly node: string
  readonly name: string
}

const TEXT_NAMES: Readonly<Record<string, string>> = { llm: 'text', agent: 'text', tool: 'text', answer: 'answer' }

/** What a node of this kind calls its text among its outputs. */
export function textNameOf(kind: string): string {
  return TEXT_NAMES[kind] ?? 'output'
}

/**
 * The variable behind a name in a scenario's template: `inputs.topic` is the start node's `topic`.
 * @param reader - the node that reads it, where there is one: an `item` is that of the iteration around it.
 */
export function variableOf({ nodes }: Scenario, template: string, reader?: NodeRun): Variable {
  const [root, id = '', part = '', output = part] = template.split('.')
  const all = nodesIn(nodes)
  switch (root) {
    case 'inputs':
      return { node: startOf(all), name: id }
    case 'nodes':
      if (part === 'text') return { node: id, name: textNameOf(all.find((node) => node.id === id)?.kind ?? '') }
      return { node: id, name: part === 'error' ? 'error_message' : output }
    case 'answers':
      return { node: id, name: part === 'action' ? '__action_id' : part }
    case 'item':
    case 'index':
      return { node: containerOf(reader, root)?.id ?? '', name: template }
    default:
      return { node: startOf(all), name: 'query' }
  }
}

function startOf(nodes: readonly { readonly id: string; readonly kind: string }[]): string {
  return nodes.find(({ kind }) => kind === 'start')?.id ?? 'start'
}

/** Id of the node that hands out the run's result. */
export function endOf({ nodes }: Scenario): string {
  return nodesIn(nodes).find(({ kind }) => kind === 'end')?.id ?? 'end'
}

function containerOf(reader: NodeRun | undefined, root: 'item' | 'index'): NodeRun | undefined {
  const within = reader?.within
  return root === 'item' && within?.group === 'loop' ? containerOf(within.node, root) : within?.node
}
