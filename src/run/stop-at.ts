import type { Moment } from './moment.ts'
import { totalsOf } from './totals.ts'

/**
 * The moments of a run that is stopped at an offset: what has happened by then, and a `run-finished`. What was in flight gets no end.
 * Unchanged when the run was over by then. A run that has not started yet has nothing but its end.
 */
export function stopAt(moments: readonly Moment[], at: number, reason: string): readonly Moment[] {
  const past = moments.filter((moment) => moment.at <= at)
  if (past.at(-1)?.kind === 'run-finished') return moments
  return [...past, { kind: 'run-finished', at, status: 'stopped', outputs: {}, error: reason, totals: totalsOf(past) }]
}
