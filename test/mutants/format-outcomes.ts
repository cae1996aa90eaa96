import { FATES, type Fate, type Outcome } from './mutant.ts'

/** A table of the kinds, then each mutant that survived, and how many no verify could see, by reason. */
export function formatOutcomes(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort()
  const rows = kinds.map((kind) =>
    countFates(
      kind,
      outcomes.filter((outcome) => outcome.kind === kind),
    ),
  )
  const survivors = outcomes.filter(({ fate }) => fate === 'survived' || fate === 'stopped')
  return [
    row('kind', ['made', ...FATES]),
    ...rows,
    countFates('all', outcomes),
    ...survivors.map(formatOutcome),
    ...groupUnseen(outcomes),
    '',
  ].join('\n')
}

function countFates(name: string, outcomes: readonly Outcome[]): string {
  return row(name, [
    outcomes.length,
    ...FATES.map((fate) => outcomes.filter((outcome) => outcome.fate === fate).length),
  ])
}

const UNSEEN: readonly Fate[] = ['not-asked', 'absent', 'legal']

function groupUnseen(outcomes: readonly Outcome[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { fate, operation, reason } of outcomes) {
    if (!UNSEEN.includes(fate)) continue
    const group = `${fate}: ${operation}: ${reason}`
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return [...counts].map(([group, count]) => `  ${String(count).padStart(4)} ${group}`)
}

function row(kind: string, cells: readonly (string | number)[]): string {
  return `${kind.padEnd(22)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
}

/** One mutant and its fate, as a line. */
export function formatOutcome({ fate, kind, operation, what, reason }: Outcome): string {
  return `  ${fate}: ${kind} ${operation} ${what}: ${reason}`
}
