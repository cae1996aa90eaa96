import type { NodeFailure, NodeRun } from '../moment.ts'
import type { NodeSpec, ParallelSpec } from '../scenario.ts'
import { runHumanInput } from './human-input.ts'
import { runIteration } from './iteration.ts'
import { runLoop } from './loop.ts'
import { runParallel } from './parallel.ts'
import { nodeRunOf, type Place, sleep } from './place.ts'
import type { Part, Thread } from './schedule.ts'
import { runStep } from './step.ts'

/** Runs nodes one after the other, up to the first failure that nobody handles. */
export function* runNodes(specs: readonly NodeSpec[], place: Place, after: string | undefined): Thread {
  let last = after
  for (const spec of specs) {
    const ended =
      spec.does === 'parallel' ? yield* runParallel(spec, place, last, runNodes) : yield* runOne(spec, place, last)
    if (ended.failure) return ended
    last = ended.last
  }
  return { failure: undefined, last }
}

type SingleSpec = Exclude<NodeSpec, ParallelSpec>

function* runOne(spec: SingleSpec, place: Place, after: string | undefined): Thread {
  const node = nodeRunOf(spec, place, after)
  yield* sleep(place, hop(node, place))
  return { failure: yield* runNode(spec, node, place), last: node.key }
}

/** From one node's end to the next one's start an engine takes a few milliseconds. */
function hop({ key }: NodeRun, { flow }: Place): number {
  return 1 + Math.floor(flow.random(`${key}/hop`)() * 6)
}

function runNode(spec: SingleSpec, node: NodeRun, place: Place): Part<NodeFailure | undefined> {
  switch (spec.does) {
    case 'step':
      return runStep(spec, node, place)
    case 'iteration':
      return runIteration(spec, node, place, (inner) => runNodes(spec.nodes, inner, undefined))
    case 'loop':
      return runLoop(spec, node, place, (inner) => runNodes(spec.nodes, inner, undefined))
    case 'human-input':
      return runHumanInput(spec, node, place)
  }
}
