import type { NodeSpec, ParallelSpec } from '../scenario.ts'
import { innerScope, type Place } from './place.ts'
import type { Ended, Part, Thread } from './schedule.ts'

/** Runs nodes one after the other; `after` is the key of the node before them. */
export type RunNodes = (specs: readonly NodeSpec[], place: Place, after: string | undefined) => Thread

/** Runs the branches at the same time. What they made can be named after them; the node that ended last is the one before. */
export function* runParallel(
  { branches }: ParallelSpec,
  place: Place,
  after: string | undefined,
  runNodes: RunNodes,
): Part<Ended> {
  const places = branches.map(() => ({ ...place, scope: innerScope(place.scope) }))
  const threads = places.map((branch, index) => runNodes(branches[index] ?? [], branch, after))
  const { ended } = yield { for: 'threads', threads, hasty: !place.absorbs }
  for (const { scope } of places) {
    for (const [id, result] of scope.nodes) place.scope.nodes.set(id, result)
    for (const [id, answer] of scope.answers) place.scope.answers.set(id, answer)
  }
  const failure = ended.find((end) => end.failure !== undefined)?.failure
  return { failure, last: ended.at(-1)?.last ?? after }
}
