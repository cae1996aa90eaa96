import type { ExecutionStreamEvent } from '../../src/generated/waterflai.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Moment, MomentOf, NodeRun } from '../../src/run/moment.ts'
import { failureOf, nodeIdsOf } from './flow-nodes.ts'
import { finalOutput, portsOf } from './outputs.ts'

/** An event with every field that is known of it: the mock leaves none out. */
export type RunEvent = Required<ExecutionStreamEvent>

/** An event with the offset at which it happens, in ms since the run was created. */
export interface TimedEvent {
  readonly at: number
  readonly event: RunEvent
}

/** What of a run its events are made of. */
export type Story = Pick<Run, 'scenario' | 'request' | 'createdAt'>

/** Time of an offset: UTC, in milliseconds. */
export function timeOf({ createdAt }: Pick<Story, 'createdAt'>, at: number): string {
  return new Date(createdAt + at).toISOString()
}

/** The events that have happened by now. */
export function eventsSoFar(run: Run): readonly TimedEvent[] {
  const elapsed = run.elapsed()
  return [...eventsOf(run, run.moments())].filter(({ at }) => at <= elapsed)
}

/**
 * A run as the platform tells it, node by node. Every view (streams, status, results) is read off these events, so that they agree.
 * Nodes within a container are not told; a node whose failure the flow handles is done all the same.
 */
export function* eventsOf(story: Story, moments: readonly Moment[]): Generator<TimedEvent> {
  const ids = nodeIdsOf(story.scenario)
  let done = 0
  /** Of the last failure: a container fails for the reason of a node within it. */
  let reason = ''
  let error: string | undefined
  const latest = lastTold(moments)
  for (const moment of moments) {
    const at = Math.min(moment.at, latest)
    const timestamp = timeOf(story, moment.at)
    switch (moment.kind) {
      case 'run-started':
        yield { at, event: { type: 'execution_started', timestamp } }
        break
      case 'node-started':
      case 'group-started':
        if (moment.node.within) break
        yield { at, event: { type: 'node_started', timestamp, ...nodeHead(ids, moment.node) } }
        break
      case 'node-finished':
      case 'group-finished': {
        if (moment.kind === 'node-finished') reason = moment.failure?.message ?? reason
        if (moment.node.within) break
        const event = nodeEnd(story, moment, { timestamp, ...nodeHead(ids, moment.node) }, reason)
        yield { at, event }
        if (moment.status === 'failed' && event.type === 'node_failed') error = event.error_message
        else yield { at, event: { type: 'progress_update', progress: (100 * ++done) / ids.size } }
        break
      }
      case 'run-finished':
        yield { at, event: runEnd(moment, timestamp, error) }
    }
  }
}

// A stop counts from the next whole ms, but a cancel takes effect at once: whoever asks next is told.
function lastTold(moments: readonly Moment[]): number {
  const last = moments.at(-1)
  return last?.kind === 'run-finished' && last.status === 'stopped' ? last.at - 1 : Number.POSITIVE_INFINITY
}

function nodeHead(ids: ReadonlyMap<string, string>, { id, title }: NodeRun) {
  return { node_id: ids.get(id) ?? id, node_name: title }
}

type NodeFailed = Extract<RunEvent, { type: 'node_failed' }>
type NodeCompleted = Extract<RunEvent, { type: 'node_completed' }>

function nodeEnd(
  story: Story,
  moment: MomentOf<'node-finished'> | MomentOf<'group-finished'>,
  head: Omit<NodeCompleted, 'type' | 'output'>,
  reason: string,
): NodeFailed | NodeCompleted {
  if (moment.status === 'succeeded') return { type: 'node_completed', ...head, output: portsOf(story, moment) }
  return { type: 'node_failed', ...head, error_message: failureOf(moment.node, reason) }
}

function runEnd(moment: MomentOf<'run-finished'>, timestamp: string, error: string | undefined): RunEvent {
  switch (moment.status) {
    case 'succeeded':
    case 'partial':
      return { type: 'execution_completed', timestamp, final_output: finalOutput(moment.outputs) }
    case 'failed':
      return { type: 'execution_failed', timestamp, error_message: error ?? moment.error ?? '' }
    case 'stopped':
      return { type: 'execution_cancelled', timestamp }
  }
}

/** Whether nothing follows an event. */
export function isEnd({ type }: RunEvent): boolean {
  return type === 'execution_completed' || type === 'execution_failed' || type === 'execution_cancelled'
}
