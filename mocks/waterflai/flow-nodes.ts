import type { NodeRun } from '../../src/run/moment.ts'
import type { NodeSpec, Scenario } from '../../src/run/scenario.ts'

/** A kind of node as the Studio calls it: in ids, and in sentences. */
interface NodeKind {
  readonly id: string
  readonly label: string
}

const KINDS: Readonly<Record<string, NodeKind>> = {
  start: { id: 'input', label: 'Input' },
  end: { id: 'output', label: 'Output' },
  answer: { id: 'output', label: 'Output' },
  llm: { id: 'llm_model', label: 'LLM model' },
  retrieval: { id: 'knowledge_retrieval', label: 'Knowledge retrieval' },
  'http-request': { id: 'api_request', label: 'API Request' },
  'if-else': { id: 'conditional', label: 'Conditional' },
  condition: { id: 'conditional', label: 'Conditional' },
  iteration: { id: 'iteration_loop', label: 'Iteration loop' },
  loop: { id: 'iteration_loop', label: 'Iteration loop' },
}

/** The Studio's kind of a node; where it has none, the scenario's own word stands. */
function kindOf(kind: string): NodeKind {
  const words = kind.replaceAll('-', ' ')
  return KINDS[kind] ?? { id: kind.replaceAll('-', '_'), label: words.charAt(0).toUpperCase() + words.slice(1) }
}

/** Ids of a flow's nodes by their ids in the scenario: the kind, and which of its kind it is. What is within a container counts with it. */
export function nodeIdsOf(scenario: Scenario): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    topNodes(scenario.nodes).map((node) => {
      const { id } = kindOf(node.kind)
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      return [node.id, `${id}_${count}`]
    }),
  )
}

function topNodes(nodes: readonly NodeSpec[]): readonly NodeSpec[] {
  return nodes.flatMap((node) => (node.does === 'parallel' ? node.branches.flatMap(topNodes) : [node]))
}

/** Why a node failed, with its name in it. */
export function failureOf({ kind, title }: NodeRun, message: string): string {
  return `${kindOf(kind).label} node "${title}" failed: ${message}`
}
