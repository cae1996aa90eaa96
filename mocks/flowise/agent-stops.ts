import type { Action, NodeMessage } from '../../src/generated/flowise.ts'
import type { Form } from '../../src/run/moment.ts'
import type { StepSpec } from '../../src/run/scenario.ts'
import { fillRecord } from '../../src/run/template.ts'
import { hashOf } from '../../src/run/uuid.ts'
import { type AgentSession, beginNode, endNode, flowEvent, leaveChild, turnOf } from './agent-session.ts'
import { token } from './agent-steps.ts'
import type { StreamEvent } from './event.ts'
import type { FlowNode } from './graph.ts'
import { iterationsAround, topOf } from './levels.ts'
import { modelSettings } from './model-values.ts'
import type { StepValues } from './node-values.ts'

/** What a stop leaves: its events up to the action, and the action. */
export interface Stop {
  readonly events: readonly StreamEvent[]
  readonly action: Action
}

/** The flow stops for a person. Of several forms that wait, the first is told. */
export function stopFor(session: AgentSession, form: Form): Stop {
  const { graph } = session.story.record
  const approval = graph.approvals.get(form.node.id)
  const top = graph.byId.get(topOf(form.node).id)
  const node = approval?.node ?? top ?? UNKNOWN
  // Iterations have begun already.
  session.stoppedIn = iterationsAround(form.node)
    .slice(0, 2)
    .flatMap(({ id }) => graph.byId.get(id) ?? [])
  const [outer, inner] = session.stoppedIn
  const begun = outer ? [] : [beginNode(session, node)]
  const left = inner ? [leaveChild(inner)] : []
  const asked = approval ? askForTool(session, approval.agent) : askPerson(session, form)
  const action = actionOf(session, node, form, asked.values)
  const output = { ...asked.values.output, humanInputAction: action }
  const ended = endNode(session, node, { ...asked.values, output }, 'STOPPED')
  session.history = [userMessage(session), { role: 'assistant', content: asked.values.output.content }]
  return {
    events: [...begun, ...asked.told, ...left, ...ended, flowEvent('STOPPED'), { event: 'action', data: action }],
    action,
  }
}

// Graphs know the node of every form; this one only satisfies the compiler.
const UNKNOWN: FlowNode = {
  id: 'humanInputAgentflow_0',
  name: 'humanInputAgentflow',
  label: 'Human Input',
  previous: [],
  spec: undefined,
}

interface Asked {
  readonly told: readonly StreamEvent[]
  readonly values: StepValues
}

function askPerson(session: AgentSession, { content, fields }: Form): Asked {
  const last = session.history.at(-1)?.content ?? ''
  const text = `${last}\n\n${content}`
  const input = { messages: [...session.history], humanInputEnableFeedback: fields.length > 0 }
  const values = { input, output: { content: text }, chatHistory: [{ role: 'assistant', content: text }] }
  return { told: [token(text)], values }
}

function askForTool(session: AgentSession, agent: StepSpec): Asked {
  const { request, scenario } = session.story.run
  const scope = { message: request.message, inputs: request.inputs, nodes: new Map(), answers: new Map() }
  const [tool] = agent.tools
  const id = `call_${hashOf(`${scenario.name}/${agent.id}`).toString(36)}`
  const call = { name: tool?.name ?? 'tool', args: fillRecord(tool?.input ?? {}, scope), id, type: 'tool_call' }
  const text = `\nAttempting to use tool:\n\`\`\`json\n${JSON.stringify(call, null, 2)}\n\`\`\``
  const calledTools = [{ tool: call.name, toolInput: call.args, toolOutput: '' as const }]
  const messages = [...session.history, userMessage(session)]
  const availableTools = agent.tools.map(({ name }) => ({ name, description: `Runs ${name}.` }))
  const values = {
    input: { messages, ...modelSettings('agent', agent.model, agent.tools) },
    output: { content: text, calledTools, availableTools, isWaitingForHumanInput: true },
  }
  const aloud = session.story.record.graph.speaker === agent.id
  const called = { event: 'calledTools', data: calledTools } as const
  const told = [...(aloud ? [token('')] : []), called, token(text), ...(aloud ? [called] : [])]
  return { told, values }
}

function userMessage({ story }: AgentSession): NodeMessage {
  return { role: 'user', content: story.run.request.message }
}

function actionOf({ story, stretch }: AgentSession, node: FlowNode, form: Form, { input }: StepValues): Action {
  return {
    id: story.run.id(`action:${form.node.key}:${stretch}`),
    mapping: { approve: 'Proceed', reject: 'Reject' },
    elements: [
      { type: 'agentflowv2-approve-button', label: 'Proceed' },
      { type: 'agentflowv2-reject-button', label: 'Reject' },
    ],
    data: { nodeId: node.id, nodeLabel: node.label, input },
  }
}

/** A person's node goes on with what they decided. A form that expired goes on as if they had agreed. */
export function resumePerson(session: AgentSession, flowNode: FlowNode): readonly StreamEvent[] {
  const { type = 'proceed', feedback } = turnOf(session)?.decision ?? {}
  const content = feedback || type
  const decision = { type, startNodeId: flowNode.id, ...(feedback !== undefined && { feedback }) }
  const outcomes = ['proceed', 'reject'].map((outcome) => ({
    ...decision,
    type: outcome,
    isFulfilled: outcome === type,
  }))
  const values = {
    input: { ...decision, messages: [...session.history, { role: 'user', content }] },
    output: { content, conditions: outcomes },
    ...(feedback && { chatHistory: [{ role: 'user', content: feedback }] }),
  }
  return [beginNode(session, flowNode), ...endNode(session, flowNode, values)]
}
