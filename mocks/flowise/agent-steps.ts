import type { MomentOf } from '../../src/run/moment.ts'
import { type AgentSession, beginNode, endChild, endNode, failChild, failNode, turnOf } from './agent-session.ts'
import type { StreamEvent } from './event.ts'
import { nodeError } from './failures.ts'
import type { FlowNode } from './graph.ts'
import { calledTool, sourceDocument, usageMetadata, usedTool } from './model-values.ts'
import { stepValues } from './node-values.ts'

type Finished = MomentOf<'node-finished'>
type Within = MomentOf<'text' | 'text-ended' | 'reasoning' | 'tool-started' | 'tool-finished'>

export const token = (data: string): StreamEvent => ({ event: 'token', data })

/** Whether the node's text is the answer, and so is streamed: only the last node of the main flow has that. */
function speaks({ story }: AgentSession, { node }: { readonly node: Finished['node'] }): boolean {
  return node.within === undefined && story.record.graph.speaker === node.id
}

/** What a node tells while it works. */
export function stepWorks(session: AgentSession, moment: Within, flowNode: FlowNode): readonly StreamEvent[] {
  const aloud = speaks(session, moment)
  switch (moment.kind) {
    case 'text':
      if (!aloud || moment.output !== 'text') return []
      return moment.whole || session.spoke.has(moment.node.key) ? [token(moment.text)] : beginText(session, moment)
    case 'text-ended':
      return aloud ? [token('')] : []
    case 'reasoning':
      return aloud ? think(session, moment) : []
    case 'tool-started': {
      if (flowNode.name !== 'agentAgentflow') return []
      // A model that asks for a tool streams empty pieces.
      return [...(aloud ? [token('')] : []), { event: 'calledTools', data: [calledTool(moment.call)] }]
    }
    case 'tool-finished':
      return moment.call.error === undefined ? [] : [{ event: 'usedTools', data: [usedTool(moment.call)] }]
  }
}

function beginText(session: AgentSession, { node, text }: MomentOf<'text'>): readonly StreamEvent[] {
  session.spoke.add(node.key)
  return [token(''), token(text)]
}

function think(session: AgentSession, { node, at, text, last }: MomentOf<'reasoning'>): readonly StreamEvent[] {
  const since = session.thinkingSince.get(node.key) ?? at
  session.thinkingSince.set(node.key, since)
  const piece: StreamEvent[] = [{ event: 'thinking', data: text }, token('')]
  if (!last) return piece
  const duration = Math.round((at - since) / 1000)
  session.thoughtFor.set(node.key, duration)
  return [...piece, { event: 'thinking', data: '', duration }]
}

/** A step of the main flow or of an iteration ends, well or not. */
export function stepEnds(
  session: AgentSession,
  moment: Finished,
  flowNode: FlowNode,
  child: boolean,
): readonly StreamEvent[] {
  const { node, status, failure } = moment
  if (status === 'failed') {
    const error = nodeError(flowNode.name, failure?.message ?? '')
    return child ? [failChild(session, node, flowNode, error)] : failNode(session, flowNode, 'ERROR', error)
  }
  const { story, history, thoughtFor } = session
  const context = { story, node: flowNode, turn: turnOf(session), history, thoughtFor: thoughtFor.get(node.key) }
  const values = stepValues(context, moment)
  if (child) return [endChild(session, node, flowNode, values)]
  const summary = speaks(session, moment) && moment.usage ? summaryOf(moment, moment.usage) : []
  return [...summary, ...endNode(session, flowNode, values)]
}

/** What a model tells at its end, when its text was streamed. */
function summaryOf({ tools, documents }: Finished, usage: NonNullable<Finished['usage']>): StreamEvent[] {
  return [
    ...(tools.length > 0 ? [{ event: 'usedTools', data: tools.map(usedTool) } as const] : []),
    ...(documents.length > 0 ? [{ event: 'sourceDocuments', data: documents.map(sourceDocument) } as const] : []),
    { event: 'calledTools', data: [] },
    { event: 'usageMetadata', data: usageMetadata(usage) },
  ]
}

/** A node that takes no time. */
export function passNode(session: AgentSession, node: FlowNode, values: Parameters<typeof endNode>[2]): StreamEvent[] {
  return [beginNode(session, node), ...endNode(session, node, values)]
}
