import type { Measured } from './measure.ts'
import type { Fate, Outcome } from './mutant.ts'

const FATES: readonly Fate[] = ['owner', 'other', 'stopped', 'survived', 'not asked', 'no such part', 'legal']

/** A table of the kinds, then each mutant that survived, then how many of each operation no probe could see. */
export function formatMeasured({ platform, derived, outcomes, seconds }: Measured): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort()
  const rows = kinds.map((kind) =>
    row(
      kind,
      outcomes.filter((outcome) => outcome.kind === kind),
    ),
  )
  const survived = outcomes.filter(({ fate }) => fate === 'survived').map(formatOutcome)
  return [
    `${platform}: ${outcomes.length} of ${derived} mutants, ${seconds.toFixed(0)} s`,
    line('kind', ['made', ...FATES]),
    ...rows,
    row('all', outcomes),
    ...survived,
    '',
  ].join('\n')
}

function row(name: string, outcomes: readonly Outcome[]): string {
  return line(name, [outcomes.length, ...FATES.map((fate) => outcomes.filter((one) => one.fate === fate).length)])
}

function line(kind: string, cells: readonly (string | number)[]): string {
  return `${kind.padEnd(22)}${cells.map((cell) => String(cell).padStart(13)).join('')}`
}

/** One mutant and its fate, as a line. */
export function formatOutcome({ fate, kind, operation, what, reason }: Outcome): string {
  return `  ${fate}: ${kind} ${operation} ${what}: ${reason}`
}
