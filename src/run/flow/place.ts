import type { Moment, NodeRun } from '../moment.ts'
import type { Random } from '../random.ts'
import type { NodeSpec, Scenario } from '../scenario.ts'
import type { NodeResult, Scope } from '../template.ts'
import type { Clock, Part } from './schedule.ts'

/** What all nodes of a run share. */
export interface Flow {
  readonly scenario: Scenario
  readonly clock: Clock
  /** A stream of numbers of its own for each name. */
  readonly random: (name: string) => Random
  /** Results that the run's outputs name, by node id: `text`, or an output's name. */
  readonly told: ReadonlyMap<string, readonly string[]>
}

/** A scope that fills while nodes end. */
export interface LiveScope extends Scope {
  readonly nodes: Map<string, NodeResult>
  readonly answers: Map<string, Readonly<Record<string, unknown>>>
}

/** Where in the flow a list of nodes runs. */
export interface Place {
  readonly flow: Flow
  readonly scope: LiveScope
  readonly emit: (moment: Moment) => void
  /** What the keys of its nodes begin with: empty, or `each[1].`. */
  readonly prefix: string
  readonly within: NodeRun['within']
  /** Whether an iteration around it absorbs failures: then what runs beside a failure goes on to its own end. */
  readonly absorbs: boolean
}

/** A scope that sees all that `scope` sees, and keeps what is added to itself. */
export function innerScope(scope: LiveScope, more: Pick<Scope, 'item' | 'index'> = {}): LiveScope {
  return { ...scope, ...more, nodes: new Map(scope.nodes), answers: new Map(scope.answers) }
}

/** The node as it runs here. */
export function nodeRunOf(spec: NodeSpec, place: Place, after: string | undefined): NodeRun {
  const { id, kind, title } = spec
  const model = spec.does === 'step' ? spec.model : undefined
  return { key: `${place.prefix}${id}`, id, kind, title, model, after, within: place.within }
}

/** Names of the node's results that the run's outputs give to the caller; only top-level nodes can have any. */
export function toldResults(node: NodeRun, { flow }: Place): readonly string[] {
  return node.within ? [] : (flow.told.get(node.id) ?? [])
}

/** Lets `ms` milliseconds of the run pass. */
export function* sleep({ flow }: Place, ms: number): Part<void> {
  if (ms > 0) yield { for: 'time', until: flow.clock.now + ms }
}
