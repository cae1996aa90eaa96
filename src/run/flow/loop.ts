import type { NodeFailure, NodeRun } from '../moment.ts'
import type { LoopSpec } from '../scenario.ts'
import { fillRecord } from '../template.ts'
import { type Body, giveResults, meter, roundPlace } from './group.ts'
import type { Place } from './place.ts'
import type { Part } from './schedule.ts'

/** Runs the body until the break condition holds, or for all rounds. Returns the failure that ended it. */
export function* runLoop(spec: LoopSpec, node: NodeRun, outer: Place, body: Body): Part<NodeFailure | undefined> {
  const { clock } = outer.flow
  const { place, usage } = meter(outer)
  const about = { node, group: 'loop', size: spec.rounds, items: [] } as const
  const startedAt = clock.now
  place.emit({ kind: 'group-started', at: startedAt, ...about, startedAt })
  const tell = (index: number) => place.emit({ kind: 'round-started', at: clock.now, node, group: 'loop', index })
  const rounds: number[] = []
  let { scope } = place
  let failure: NodeFailure | undefined
  for (let index = 0; index < (spec.breaksAfter ?? spec.rounds) && !failure; index += 1) {
    const begunAt = clock.now
    const round = roundPlace(place, node, 'loop', index)
    tell(index)
    failure = (yield* body(round)).failure
    rounds.push(clock.now - begunAt)
    scope = round.scope
  }
  if (!failure && spec.breaksAfter === undefined) tell(spec.rounds)
  const variables = failure ? {} : fillRecord(spec.variables, scope)
  place.emit({
    kind: 'group-finished',
    at: clock.now,
    ...about,
    startedAt,
    status: failure ? 'failed' : 'succeeded',
    rounds,
    ended: failure ? 'failed' : spec.breaksAfter === undefined ? 'all' : 'break',
    results: [],
    variables,
    usage: usage(),
  })
  if (!failure) giveResults(node, place, variables)
  return failure
}
