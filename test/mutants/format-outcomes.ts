import type { Fate, Outcome } from './mutant.ts'

const FATES: readonly Fate[] = ['owner', 'other', 'survived', 'unseen']

/** A table of the kinds, then each mutant that survived, then those that no probe could see. */
export function formatOutcomes(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort()
  const rows = kinds.map((kind) => {
    const own = outcomes.filter((outcome) => outcome.kind === kind)
    return row(kind, [own.length, ...FATES.map((fate) => own.filter((outcome) => outcome.fate === fate).length)])
  })
  const listed = (wanted: Fate) => outcomes.filter(({ fate }) => fate === wanted).map(formatOutcome)
  return [row('kind', ['made', ...FATES]), ...rows, ...listed('survived'), ...listed('unseen'), ''].join('\n')
}

function row(kind: string, cells: readonly (string | number)[]): string {
  return `${kind.padEnd(22)}${cells.map((cell) => String(cell).padStart(9)).join('')}`
}

/** One mutant and its fate, as a line. */
export function formatOutcome(outcome: Outcome | undefined): string {
  if (outcome === undefined) return ''
  const { fate, kind, operation, what, reason } = outcome
  return `  ${fate}: ${kind} ${operation} ${what}: ${reason}`
}
