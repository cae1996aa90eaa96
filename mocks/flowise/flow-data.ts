import type { Flow } from './flows.ts'
import { graphOf } from './graph.ts'

/** The graph of a flow as JSON, without its secrets. A chatflow is one chain at the end of a model; agents of the first version follow each other. */
export function flowData(flow: Flow): string {
  if (flow.kind === 'agents') return JSON.stringify(SEQUENCE)
  return JSON.stringify(flow.kind === 'agentflow' ? agentGraph(flow) : CHAIN)
}

function agentGraph({ scenario }: Flow) {
  const { nodes } = graphOf(scenario)
  return {
    nodes: nodes.map(({ id, name, label }) => ({ id, data: { id, label, name } })),
    edges: nodes.flatMap(({ id, previous }) =>
      previous.map((source) => ({ id: `${source}-${id}`, source, target: id, type: 'agentFlow' })),
    ),
  }
}

const CHAIN = {
  nodes: [
    { id: 'chatOpenAI_0', data: { id: 'chatOpenAI_0', label: 'ChatOpenAI', name: 'chatOpenAI' } },
    {
      id: 'conversationChain_0',
      data: { id: 'conversationChain_0', label: 'Conversation Chain', name: 'conversationChain' },
    },
  ],
  edges: [
    {
      id: 'chatOpenAI_0-conversationChain_0',
      source: 'chatOpenAI_0',
      target: 'conversationChain_0',
      type: 'buttonedge',
    },
  ],
}

const SEQUENCE = {
  nodes: [
    { id: 'seqStart_0', data: { id: 'seqStart_0', label: 'Start', name: 'seqStart' } },
    { id: 'seqAgent_0', data: { id: 'seqAgent_0', label: 'Agent', name: 'seqAgent' } },
    { id: 'seqEnd_0', data: { id: 'seqEnd_0', label: 'End', name: 'seqEnd' } },
  ],
  edges: [
    { id: 'seqStart_0-seqAgent_0', source: 'seqStart_0', target: 'seqAgent_0', type: 'buttonedge' },
    { id: 'seqAgent_0-seqEnd_0', source: 'seqAgent_0', target: 'seqEnd_0', type: 'buttonedge' },
  ],
}
