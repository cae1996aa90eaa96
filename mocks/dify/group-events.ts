import type { StreamEvent } from '../../src/generated/dify.ts'
import type { Group, MomentOf, NodeRun } from '../../src/run/moment.ts'
import { nodesIn } from './flow.ts'
import { formatPrice, seconds } from './money.ts'
import { elapsedOf, eventOf, nodeIdOf, type Story, timeOf } from './story.ts'

type Finished = MomentOf<'group-finished'>

/** A container begins; an iteration over nothing is never told of. Its `id` is the graph's node id, not an execution's. */
export function groupStarted(story: Story, moment: MomentOf<'group-started'>): readonly StreamEvent[] {
  const { node, at, group, size } = moment
  if (isUntold(moment)) return []
  const begun = { created_at: timeOf(story, at), extras: {} }
  const rest = { inputs: groupInputs(story, moment), inputs_truncated: false }
  const event: StreamEvent =
    group === 'iteration'
      ? eventOf(story, 'iteration_started', {
          ...container(story, node, group),
          ...begun,
          metadata: { iteration_length: size },
          ...rest,
        })
      : eventOf(story, 'loop_started', {
          ...container(story, node, group),
          ...begun,
          metadata: { loop_length: size },
          ...rest,
        })
  return [event]
}

/** A round begins. Iterations count from 0; the first round of a loop has no event, so that loops count from 1. */
export function roundStarted(
  story: Story,
  { node, at, group, index }: MomentOf<'round-started'>,
): readonly StreamEvent[] {
  const created_at = timeOf(story, at)
  if (group === 'iteration') {
    const data = { ...container(story, node, group), index, created_at, extras: {} }
    return [eventOf(story, 'iteration_next', data)]
  }
  if (index === 0) return []
  const data = { ...container(story, node, group), index, created_at, pre_loop_output: {}, extras: {} }
  return [eventOf(story, 'loop_next', data)]
}

/** A container ends. */
export function groupFinished(story: Story, moment: Finished): readonly StreamEvent[] {
  const { node, at, group, startedAt, status, usage } = moment
  if (isUntold(moment)) return []
  const rest = {
    outputs_truncated: false,
    created_at: timeOf(story, at),
    extras: {},
    inputs: groupInputs(story, moment),
    inputs_truncated: false,
    status,
    error: null,
    elapsed_time: elapsedOf(story, startedAt, at, node.key),
    total_tokens: usage.tokens,
    execution_metadata: metadataOf(moment),
    finished_at: timeOf(story, at),
    steps: stepsOf(moment),
  }
  const outputs = groupOutputs(moment)
  const event: StreamEvent =
    group === 'iteration'
      ? eventOf(story, 'iteration_completed', { ...container(story, node, group), outputs, ...rest })
      : eventOf(story, 'loop_completed', { ...container(story, node, group), outputs, ...rest })
  return [event]
}

/** What a container gives out. */
export function groupOutputs({ group, results, variables, rounds }: Finished): Record<string, unknown> {
  return group === 'iteration' ? { output: [...results] } : { ...variables, loop_round: rounds.length }
}

function isUntold({ group, size }: { readonly group: Group; readonly size: number }): boolean {
  return group === 'iteration' && size === 0
}

// A loop says how many rounds it might have had, but 0 when its condition held before the first.
function stepsOf({ ended, rounds, size }: Finished): number {
  return ended === 'break' && rounds.length === 0 ? 0 : size
}

function container<G extends Group>(story: Story, node: NodeRun, group: G) {
  const id = nodeIdOf(story, node)
  return { id, node_id: id, node_type: group, title: node.title }
}

type Sized = Pick<Finished, 'node' | 'group' | 'items' | 'size'>

function groupInputs(story: Story, { node, group, items, size }: Sized): Record<string, unknown> {
  if (group === 'iteration') return { iterator_selector: [...items] }
  const spec = nodesIn(story.run.scenario.nodes).find(({ id }) => id === node.id)
  const variables = spec?.does === 'loop' ? Object.entries(spec.variables) : []
  return { loop_count: size, ...Object.fromEntries(variables.map(([name, value]) => [name, blankOf(value)])) }
}

// A scenario says what the variables are in the end; they begin as nothing of the same type.
function blankOf(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return false
  return Array.isArray(value) ? [] : {}
}

function metadataOf({ group, usage, rounds, variables, ended }: Finished): Record<string, unknown> {
  const cost = { total_tokens: usage.tokens, total_price: formatPrice(usage.price), currency: 'USD' }
  const durations = Object.fromEntries(rounds.map((took, index) => [String(index), seconds(took)]))
  if (group === 'iteration') return { ...cost, iteration_duration_map: durations }
  const reason = { all: 'loop_completed', break: 'loop_break', failed: 'error' }[ended]
  const variableMap = Object.fromEntries(rounds.map((_, index) => [String(index), variables]))
  return { ...cost, loop_duration_map: durations, loop_variable_map: variableMap, completed_reason: reason }
}
