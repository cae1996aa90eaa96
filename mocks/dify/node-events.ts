import type { StreamEvent } from '../../src/generated/dify.ts'
import type { MomentOf, NodeRun } from '../../src/run/moment.ts'
import { filesIn } from './file-inputs.ts'
import {
  executionMetadata,
  failedOutputs,
  inputsOf,
  nodeTypeOf,
  outputsOf,
  placeMetadata,
  processDataOf,
  REQUEST,
} from './node-values.ts'
import { elapsedOf, eventOf, executionIdOf, nodeIdOf, type Story, timeOf } from './story.ts'

/** A node begins to work. */
export function nodeStarted(story: Story, node: NodeRun, at: number): StreamEvent {
  return eventOf(story, 'node_started', {
    ...nodeHead(story, node),
    inputs: null,
    inputs_truncated: false,
    created_at: timeOf(story, at),
    extras: node.kind === 'tool' ? { icon: TOOL_ICON } : {},
    ...containersOf(story, node),
    agent_strategy: node.kind === 'agent' ? { name: 'function_calling', icon: null } : null,
  })
}

/** What stands for a tool wherever icons are shown. */
export const TOOL_ICON = { background: '#E6F4FF', content: '🔧' } as const

function nodeHead(story: Story, node: NodeRun) {
  return {
    id: executionIdOf(story, node),
    node_id: nodeIdOf(story, node),
    node_type: nodeTypeOf(node),
    title: node.title,
    index: 1,
    predecessor_node_id: null,
  }
}

/** The innermost container around a node. */
export function containersOf(story: Story, { within }: NodeRun) {
  const id = (group: 'iteration' | 'loop') => (within?.group === group ? nodeIdOf(story, within.node) : null)
  return { iteration_id: id('iteration'), loop_id: id('loop') }
}

/** A node has ended, well or not. */
export function nodeFinished(story: Story, moment: MomentOf<'node-finished'>): StreamEvent {
  const { node, at, startedAt, status, failure } = moment
  const outputs = outputsOf(story, moment)
  return eventOf(story, 'node_finished', {
    ...nodeHead(story, node),
    inputs: inputsOf(story, moment),
    inputs_truncated: false,
    process_data: processDataOf(story, moment),
    process_data_truncated: false,
    outputs,
    outputs_truncated: false,
    status: status === 'handled' ? 'exception' : status,
    error: failure?.message ?? null,
    elapsed_time: elapsedOf(story, startedAt, at, node.key),
    execution_metadata: executionMetadata(story, moment),
    created_at: timeOf(story, startedAt),
    finished_at: timeOf(story, at),
    files: filesIn(outputs),
    ...containersOf(story, node),
  })
}

/** An attempt has failed, and the next one begins. Its time is counted from its own begin to the end of the wait after it. */
export function nodeRetry(story: Story, moment: MomentOf<'node-retried'>): StreamEvent {
  const { node, at, startedAt, attempt, failure } = moment
  return eventOf(story, 'node_retry', {
    ...nodeHead(story, node),
    inputs: {},
    inputs_truncated: false,
    process_data: node.kind === 'http-request' ? { request: REQUEST } : {},
    process_data_truncated: false,
    outputs: failedOutputs(node, failure),
    outputs_truncated: false,
    status: 'retry',
    error: failure.message,
    elapsed_time: elapsedOf(story, 0, (at - startedAt) / attempt, `${node.key}#${attempt}`),
    execution_metadata: placeMetadata(story, node),
    created_at: timeOf(story, startedAt),
    finished_at: timeOf(story, at),
    files: [],
    ...containersOf(story, node),
    retry_index: attempt,
  })
}
