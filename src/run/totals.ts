import type { Moment, Totals, Usage } from './moment.ts'

const NONE: Totals = { promptTokens: 0, completionTokens: 0, price: 0, steps: 0, failures: 0 }

/** What the run has cost by the end of these moments: what has finished is paid, what is in flight is not. */
export function totalsOf(moments: readonly Moment[]): Totals {
  const totals = moments.reduce(add, NONE)
  return { ...totals, price: roundPrice(totals.price) }
}

function add(totals: Totals, moment: Moment): Totals {
  switch (moment.kind) {
    case 'node-started':
    case 'group-started':
      return moment.node.within ? totals : { ...totals, steps: totals.steps + 1 }
    case 'node-retried':
      return moment.node.within ? totals : { ...totals, steps: totals.steps + 1, failures: totals.failures + 1 }
    case 'group-finished':
      return moment.node.within || moment.status === 'succeeded' ? totals : { ...totals, failures: totals.failures + 1 }
    case 'node-finished': {
      const failed = moment.node.within === undefined && moment.status !== 'succeeded'
      return {
        ...totals,
        promptTokens: totals.promptTokens + (moment.usage?.promptTokens ?? 0),
        completionTokens: totals.completionTokens + (moment.usage?.completionTokens ?? 0),
        price: totals.price + priceOf(moment.usage),
        failures: totals.failures + (failed ? 1 : 0),
      }
    }
    default:
      return totals
  }
}

/** US dollars, to the ten-millionth. */
export function priceOf(usage: Usage | undefined): number {
  if (usage === undefined) return 0
  return roundPrice((usage.promptTokens * usage.promptPrice + usage.completionTokens * usage.completionPrice) / 1e6)
}

// Sums of such small amounts would show the error of binary fractions.
function roundPrice(price: number): number {
  return Math.round(price * 1e7) / 1e7
}
