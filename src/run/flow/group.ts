import type { Group, NodeRun } from '../moment.ts'
import { priceOf } from '../totals.ts'
import { innerScope, type Place } from './place.ts'
import type { Thread } from './schedule.ts'
import { tellWhole } from './step.ts'

/** Runs the nodes of a container at a place. */
export type Body = (place: Place) => Thread

/** The same place, counting what its nodes cost from now on. */
export function meter(place: Place): {
  readonly place: Place
  readonly usage: () => { readonly tokens: number; readonly price: number }
} {
  let tokens = 0
  let price = 0
  const metered: Place = {
    ...place,
    emit(moment) {
      if (moment.kind === 'node-finished') {
        tokens += (moment.usage?.promptTokens ?? 0) + (moment.usage?.completionTokens ?? 0)
        price += priceOf(moment.usage)
      }
      place.emit(moment)
    },
  }
  return { place: metered, usage: () => ({ tokens, price: Math.round(price * 1e7) / 1e7 }) }
}

/** Where round `index` of a container runs: it sees what is outside and keeps its results to itself. */
export function roundPlace(place: Place, node: NodeRun, group: Group, index: number, item?: unknown): Place {
  return {
    ...place,
    scope: innerScope(place.scope, group === 'loop' ? { index } : { index, item }),
    prefix: `${node.key}[${index}].`,
    within: { node, group, index },
  }
}

/** Lets later nodes, and the caller where the run's outputs say so, have what a container has made. */
export function giveResults(node: NodeRun, place: Place, outputs: Readonly<Record<string, unknown>>): void {
  place.scope.nodes.set(node.id, { text: undefined, outputs, error: undefined })
  tellWhole(node, place, undefined, outputs)
}
