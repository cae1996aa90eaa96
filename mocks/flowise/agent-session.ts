import type { ExecutedNode, ExecutedNodeData, NodeMessage } from '../../src/generated/flowise.ts'
import type { NodeRun } from '../../src/run/moment.ts'
import type { StreamEvent } from './event.ts'
import type { FlowNode } from './graph.ts'
import { roundOf } from './levels.ts'
import type { StepValues } from './node-values.ts'
import type { Story, Turn } from './state.ts'

/** What is known of an agentflow's run while it is told. */
export interface AgentSession {
  readonly story: Story
  stretch: number
  executed: readonly ExecutedNode[]
  history: readonly NodeMessage[]
  /** Nodes that ran inside the open iteration. */
  children: readonly { readonly round: number; readonly record: ExecutedNode }[]
  /** Why rounds of the open iteration failed. */
  roundErrors: Map<number, string>
  /** Whether a node of the main flow has failed or was cancelled: that ends the flow. */
  failed: boolean
  /** Nodes whose text has begun. */
  readonly spoke: Set<string>
  /** Offset of a node's first thought. */
  readonly thinkingSince: Map<string, number>
  /** Seconds that a node thought. */
  readonly thoughtFor: Map<string, number>
  /** The iterations in which somebody was asked, outer before inner, to be begun again. */
  stoppedIn: readonly FlowNode[]
}

/** Begins with nothing told. */
export function createAgentSession(story: Story): AgentSession {
  return {
    story,
    stretch: 0,
    executed: [],
    history: [],
    children: [],
    roundErrors: new Map(),
    failed: false,
    spoke: new Set(),
    thinkingSince: new Map(),
    thoughtFor: new Map(),
    stoppedIn: [],
  }
}

/** The message that the stretch answers; none when the run went on by itself. */
export const turnOf = ({ story, stretch }: AgentSession): Turn | undefined => story.record.turns.get(stretch)

type Status = ExecutedNode['status']

const nodeEvent = ({ id, label }: FlowNode, status: Status, error?: string): StreamEvent => ({
  event: 'nextAgentFlow',
  data: { nodeId: id, nodeLabel: label, status, ...(error !== undefined && { error }) },
})

const executedEvent = ({ executed }: AgentSession): StreamEvent => ({
  event: 'agentFlowExecutedData',
  data: [...executed],
})

/** How the flow stands. */
export const flowEvent = (data: Status): StreamEvent => ({ event: 'agentFlowEvent', data })

/** A node begins; what it said when it stopped is taken back. */
export function beginNode(session: AgentSession, node: FlowNode): StreamEvent {
  session.executed = session.executed.filter(({ nodeId, status }) => nodeId !== node.id || status !== 'STOPPED')
  return nodeEvent(node, 'INPROGRESS')
}

/** A node inside an iteration is left before its end. */
export const leaveChild = (node: FlowNode): StreamEvent => nodeEvent(node, 'FINISHED')

/** A node of the main flow ends well or waits. */
export function endNode(
  session: AgentSession,
  node: FlowNode,
  values: StepValues,
  status: 'FINISHED' | 'STOPPED' = 'FINISHED',
): StreamEvent[] {
  session.executed = [...session.executed, recordOf(node, values, status)]
  if (values.chatHistory) session.history = [...session.history, ...values.chatHistory]
  return [nodeEvent(node, status), executedEvent(session)]
}

/** A node of the main flow fails, or is cancelled before it has begun. */
export function failNode(
  session: AgentSession,
  { id, label, name, previous }: FlowNode,
  status: 'ERROR' | 'TERMINATED',
  error: string,
): StreamEvent[] {
  const record = { nodeId: id, nodeLabel: label, previousNodeIds: [...previous], data: { id, name, error }, status }
  session.executed = [...session.executed, record]
  session.failed = true
  const told = status === 'ERROR' ? error : undefined
  return [nodeEvent({ id, label, name, previous, spec: undefined }, status, told), executedEvent(session)]
}

/** A node inside an iteration ends; its record comes with that of the iteration. */
export function endChild(session: AgentSession, run: NodeRun, node: FlowNode, values: StepValues): StreamEvent {
  const child = { round: roundOf(run), record: recordOf(node, values, 'FINISHED') }
  session.children = [...session.children, child]
  return nodeEvent(node, 'FINISHED')
}

/** A node inside an iteration fails; what else ran in its round is forgotten. */
export function failChild(session: AgentSession, run: NodeRun, node: FlowNode, error: string): StreamEvent {
  const round = roundOf(run)
  session.children = session.children.filter((child) => child.round !== round)
  session.roundErrors.set(round, error)
  return nodeEvent(node, 'ERROR', error)
}

function recordOf(node: FlowNode, values: StepValues, status: 'FINISHED' | 'STOPPED'): ExecutedNode {
  const { input, output, chatHistory } = values
  const { id, name, label, previous } = node
  const data: ExecutedNodeData = { id, name, input, output, state: {}, ...(chatHistory && { chatHistory }) }
  return { nodeId: id, nodeLabel: label, data, previousNodeIds: [...previous], status }
}
