import type { Moment, Totals, Usage } from './moment.ts'

/** What the run has cost by the end of these moments: what has finished is paid, what is in flight is not. */
export function totalsOf(moments: readonly Moment[]): Totals {
  const totals = { promptTokens: 0, completionTokens: 0, price: 0, steps: 0, failures: 0 }
  for (const moment of moments) add(totals, moment)
  totals.price = roundPrice(totals.price)
  return totals
}

type Counts = { -readonly [K in keyof Totals]: number }

function add(totals: Counts, moment: Moment): void {
  switch (moment.kind) {
    case 'node-started':
    case 'group-started':
      if (!moment.node.within) totals.steps += 1
      break
    case 'node-retried':
      if (moment.node.within) break
      totals.steps += 1
      totals.failures += 1
      break
    case 'group-finished':
      if (!moment.node.within && moment.status !== 'succeeded') totals.failures += 1
      break
    case 'node-finished':
      totals.promptTokens += moment.usage?.promptTokens ?? 0
      totals.completionTokens += moment.usage?.completionTokens ?? 0
      totals.price += priceOf(moment.usage)
      if (!moment.node.within && moment.status !== 'succeeded') totals.failures += 1
      break
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
