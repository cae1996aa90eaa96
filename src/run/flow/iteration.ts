import type { Moment, NodeFailure, NodeRun } from '../moment.ts'
import type { IterationSpec } from '../scenario.ts'
import { fillValue, type NodeResult } from '../template.ts'
import { type Body, giveResults, meter, roundPlace } from './group.ts'
import type { Place } from './place.ts'
import type { Part, Thread } from './schedule.ts'

/** How one item ended. */
interface Round {
  readonly took: number
  readonly failed: boolean
  readonly result: unknown
}

/** Runs the body for each item, one after the other or all at once. Returns the failure that ended it. */
export function* runIteration(
  spec: IterationSpec,
  node: NodeRun,
  outer: Place,
  body: Body,
): Part<NodeFailure | undefined> {
  const { clock } = outer.flow
  const { place, usage } = meter(outer)
  const items = spec.items.map((item) => fillValue(item, place.scope))
  const about = { node, group: 'iteration', size: items.length, items } as const
  const startedAt = clock.now
  place.emit({ kind: 'group-started', at: startedAt, ...about, startedAt })
  const rounds: Round[] = []
  const failure = yield* runItems(spec, node, items, place, body, rounds)
  const results = failure ? [] : resultsOf(rounds, spec.onError)
  place.emit({
    kind: 'group-finished',
    at: clock.now,
    ...about,
    startedAt,
    status: failure ? 'failed' : 'succeeded',
    rounds: rounds.flatMap(({ took }) => took),
    ended: failure ? 'failed' : 'all',
    results,
    variables: {},
    usage: usage(),
  })
  if (!failure) giveResults(node, place, { output: results })
  return failure
}

/** @param rounds - filled with the items that ended, at their index. */
function* runItems(
  { onError, parallel, collects }: IterationSpec,
  node: NodeRun,
  items: readonly unknown[],
  place: Place,
  body: Body,
  rounds: Round[],
): Part<NodeFailure | undefined> {
  const { clock } = place.flow
  const absorbs = onError !== 'fail'
  const tell = (index: number) => place.emit({ kind: 'round-started', at: clock.now, node, group: 'iteration', index })
  function* runItem(item: unknown, index: number): Thread {
    const begunAt = clock.now
    const round = { ...roundPlace(place, node, 'iteration', index, item), absorbs: place.absorbs || absorbs }
    const ended = yield* parallel ? inOneBurst(round, body) : body(round)
    const failed = ended.failure !== undefined
    rounds[index] = { took: clock.now - begunAt, failed, result: collectedFrom(round.scope.nodes.get(collects)) }
    return ended
  }
  if (parallel) {
    for (const index of items.keys()) tell(index)
    const { ended } = yield { for: 'threads', threads: items.map(runItem), hasty: !absorbs }
    return absorbs ? undefined : ended.find(({ failure }) => failure !== undefined)?.failure
  }
  for (const [index, item] of items.entries()) {
    tell(index)
    const { failure } = yield* runItem(item, index)
    if (failure && !absorbs) return failure
  }
  return undefined
}

/** Holds back what happens in an item until the item is done, then tells it at once. */
function* inOneBurst(place: Place, body: Body): Thread {
  const held: Moment[] = []
  const ended = yield* body({ ...place, emit: (moment) => held.push(moment) })
  for (const moment of held) place.emit({ ...moment, at: place.flow.clock.now })
  return ended
}

function resultsOf(rounds: readonly Round[], onError: IterationSpec['onError']): unknown[] {
  const kept = onError === 'remove' ? rounds.filter(({ failed }) => !failed) : rounds
  return kept.map(({ failed, result }) => (failed ? null : result))
}

/** What an item's node came to: its text, else its only output, else all its outputs. */
function collectedFrom(result: NodeResult | undefined): unknown {
  if (result === undefined) return null
  if (result.text !== undefined) return result.text
  const values = Object.values(result.outputs)
  return values.length === 1 ? values[0] : result.outputs
}
