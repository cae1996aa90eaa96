import type { StreamEvent } from '../../src/generated/dify.ts'
import type { MomentOf, NodeRun, ToolCall } from '../../src/run/moment.ts'
import { SILENCE } from './speech.ts'
import { eventOf, executionIdOf, nodeIdOf, runIdOf, type Story, taskIdOf } from './story.ts'

/** A piece of what the run gives out. @param selector - the node, by the scenario's id, and the name of its variable. */
export function textChunk(story: Story, text: string, [node, name]: readonly [string, string]): StreamEvent {
  const from_variable_selector = [nodeIdOf(story, { id: node }), name]
  return eventOf(story, 'text_chunk', { text, from_variable_selector })
}

/** A piece of what a model thinks. */
export function reasoningChunk(story: Story, { node, text, last }: MomentOf<'reasoning'>): StreamEvent {
  const data = { message_id: null, reasoning: text, node_id: nodeIdOf(story, node), is_final: last }
  return eventOf(story, 'reasoning_chunk', data)
}

/** Speech for an app that reads its answers aloud. */
export function ttsMessage(story: Story): StreamEvent {
  const audio = Buffer.from(SILENCE).toString('base64')
  return { event: 'tts_message', workflow_run_id: runIdOf(story), task_id: taskIdOf(story), audio }
}

/** A tool that an agent calls; `ended` once it has come back. */
export function agentLog(story: Story, node: NodeRun, call: ToolCall, ended: boolean): StreamEvent {
  const failed = ended && call.error !== undefined
  return eventOf(story, 'agent_log', {
    node_execution_id: executionIdOf(story, node),
    id: story.run.id(`log:${call.key}`),
    label: `CALL ${call.name}`,
    parent_id: null,
    error: failed ? (call.error ?? null) : null,
    status: failed ? 'error' : ended ? 'success' : 'start',
    data: { tool_call_args: call.input, ...(ended && { output: call.output }) },
    metadata: { provider: call.name },
    node_id: nodeIdOf(story, node),
  })
}
