import type { Moment, NodeRun } from '../../src/run/moment.ts'

type Told = Exclude<Moment, { kind: `run-${string}` | `input-${string}` }>

/** A moment of a node, told when its turn has come: nodes of one level run one after the other. */
export type Passed = { readonly at: number; readonly moment: Told }

/** Lets through the moments of one node (iteration) at a time; those of others wait until it has ended. */
export interface Turnstile {
  pass(moment: Told): readonly Passed[]
  /** The node that has begun and not ended. */
  open(): NodeRun | undefined
}

/**
 * Makes a turnstile. Scenarios run branches at the same time; agentflows run one node at a time, in the order in which they became ready.
 * @param levelOf - the node that a moment belongs to on this level.
 */
export function createTurnstile(levelOf: (node: NodeRun) => NodeRun): Turnstile {
  const waiting = new Map<string, Told[]>()
  let current: NodeRun | undefined

  const enter = (moment: Told, at: number): Passed => {
    const unit = levelOf(moment.node)
    // What a node gives out may be told after its end.
    if (beginsUnit(moment, unit)) current = unit
    else if (endsUnit(moment, unit)) current = undefined
    return { at, moment }
  }
  const admit = (at: number): Passed[] => {
    const passed: Passed[] = []
    while (current === undefined) {
      const [next] = waiting
      if (next === undefined) break
      waiting.delete(next[0])
      for (const moment of next[1]) passed.push(enter(moment, at))
    }
    return passed
  }
  return {
    pass(moment) {
      const unit = levelOf(moment.node)
      if (current !== undefined && current.key !== unit.key) {
        const key = isLoopStep(moment) ? `${unit.key}@${waiting.size}` : unit.key
        waiting.set(key, [...(waiting.get(key) ?? []), moment])
        return []
      }
      return [enter(moment, moment.at), ...admit(moment.at)]
    },
    open: () => current,
  }
}

function beginsUnit(moment: Told, unit: NodeRun): boolean {
  if (moment.node.key !== unit.key || isLoopStep(moment)) return false
  return moment.kind === 'node-started' || moment.kind === 'group-started'
}

// The steps of a loop itself take no time.
function endsUnit(moment: Told, unit: NodeRun): boolean {
  if (moment.node.key !== unit.key) return false
  return isLoopStep(moment) || moment.kind === 'node-finished' || moment.kind === 'group-finished'
}

function isLoopStep(moment: Told): boolean {
  return 'group' in moment && moment.group === 'loop'
}
