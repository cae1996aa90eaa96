import type { HumanInputSpec, LoopSpec, NodeSpec, Scenario, StepSpec } from '../../src/run/scenario.ts'

/** A node of an agentflow's graph. */
export interface FlowNode {
  /** Its kind and a number, such as `llmAgentflow_0`. */
  readonly id: string
  /** Its kind. */
  readonly name: string
  readonly label: string
  /** Ids of the nodes before it. */
  readonly previous: readonly string[]
  /** What it stands for; absent for nodes that a scenario has no word for. */
  readonly spec: NodeSpec | undefined
}

/** The two nodes that make a loop of the nodes before them. */
export interface LoopNodes {
  readonly spec: LoopSpec
  readonly condition: FlowNode
  readonly back: FlowNode
  /** Where it leads back to. */
  readonly first: FlowNode | undefined
}

/** A scenario as the graph of an agentflow. */
export interface Graph {
  /** In order of the flow. Those inside iterations are not among them. */
  readonly nodes: readonly FlowNode[]
  /** By the id in the scenario. */
  readonly byId: ReadonlyMap<string, FlowNode>
  readonly loops: ReadonlyMap<string, LoopNodes>
  /** Forms that ask for leave to run the tools of an agent, by the form's id. */
  readonly approvals: ReadonlyMap<string, { readonly node: FlowNode; readonly agent: StepSpec }>
  /** Id in the scenario of the last node when its text is the whole answer: it is streamed. */
  readonly speaker: string | undefined
  /** Says the answer when no node's text is the whole of it. */
  readonly reply: FlowNode | undefined
}

const NAMES: Readonly<Record<string, string>> = {
  start: 'startAgentflow',
  llm: 'llmAgentflow',
  agent: 'agentAgentflow',
  'http-request': 'httpAgentflow',
  'knowledge-retrieval': 'retrieverAgentflow',
  retrieval: 'retrieverAgentflow',
  tool: 'toolAgentflow',
  condition: 'conditionAgentflow',
  'if-else': 'conditionAgentflow',
  end: 'directReplyAgentflow',
  answer: 'directReplyAgentflow',
}

/** Draws the graph of a scenario. Nodes that only hand on a result become a reply, or nothing where the answer has been streamed. */
export function graphOf(scenario: Scenario): Graph {
  const nodes: FlowNode[] = []
  const byId = new Map<string, FlowNode>()
  const loops = new Map<string, LoopNodes>()
  const approvals = new Map<string, { readonly node: FlowNode; readonly agent: StepSpec }>()
  const speaker = speakerOf(scenario)
  const counts = new Map<string, number>()

  const draw = (name: string, label: string, previous: readonly string[], spec?: NodeSpec): FlowNode => {
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return { id: `${name}_${count}`, name, label, previous, spec }
  }
  const walk = (specs: readonly NodeSpec[], before: readonly string[], into: FlowNode[]): readonly string[] => {
    let previous = before
    const add = (name: string, spec: NodeSpec) => {
      const node = draw(name, spec.title, previous, spec)
      into.push(node)
      byId.set(spec.id, node)
      previous = [node.id]
      return node
    }
    for (const [index, spec] of specs.entries()) {
      switch (spec.does) {
        case 'step': {
          if (handsOn(spec)) break
          const node = add(nameOf(spec), spec)
          const asks = specs[index - 1]
          if (asks !== undefined && isApproval(asks, spec)) approvals.set(asks.id, { node, agent: spec })
          break
        }
        case 'human-input':
          if (!isApproval(spec, specs[index + 1])) add('humanInputAgentflow', spec)
          break
        case 'iteration':
          add('iterationAgentflow', spec)
          walk(spec.nodes, [], [])
          break
        case 'loop': {
          const start = into.length
          const ends = walk(spec.nodes, previous, into)
          const condition = draw('conditionAgentflow', `${spec.title}?`, ends)
          const back = draw('loopAgentflow', spec.title, [condition.id])
          loops.set(spec.id, { spec, condition, back, first: into[start] })
          into.push(condition, back)
          previous = [condition.id]
          break
        }
        case 'parallel':
          previous = spec.branches.flatMap((branch) => walk(branch, previous, into))
      }
    }
    return previous
  }
  const begins = scenario.nodes.some(({ kind }) => kind === 'start')
  if (!begins) nodes.push(draw('startAgentflow', 'Start', []))
  const last = walk(scenario.nodes, begins ? [] : ['startAgentflow_0'], nodes)
  const answers = speaker === undefined && Object.keys(scenario.outputs).length > 0
  const reply = answers ? draw('directReplyAgentflow', replyLabel(scenario), last) : undefined
  if (reply) nodes.push(reply)
  return { nodes, byId, loops, approvals, speaker, reply }
}

/** The platform's kind of a step. */
function nameOf({ kind, model }: StepSpec): string {
  return NAMES[kind] ?? (model === undefined ? 'customFunctionAgentflow' : 'llmAgentflow')
}

/** Whether a node only hands the flow's result on. One that fails shows. */
function handsOn(spec: NodeSpec): boolean {
  return spec.does === 'step' && (spec.kind === 'end' || spec.kind === 'answer') && spec.fails === undefined
}

// A form of this kind is no node of its own: the agent after it asks.
function isApproval(form: NodeSpec, next: NodeSpec | undefined): form is HumanInputSpec {
  return form.does === 'human-input' && form.kind === 'tool-approval' && next?.does === 'step' && next.tools.length > 0
}

/** Id of the step whose text alone is the run's result, if the flow ends with it. */
function speakerOf({ nodes, outputs }: Scenario): string | undefined {
  const last = nodes.filter((spec) => !handsOn(spec)).at(-1)
  const [template, ...others] = Object.values(outputs)
  if (last?.does !== 'step' || last.text === undefined || others.length > 0) return undefined
  return template?.replaceAll(' ', '') === `{{nodes.${last.id}.text}}` ? last.id : undefined
}

function replyLabel({ nodes }: Scenario): string {
  return nodes.findLast((spec) => handsOn(spec))?.title ?? 'Direct Reply'
}
