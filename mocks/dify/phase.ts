import type { Moment, MomentOf } from '../../src/run/moment.ts'

/** Where a run stands, with the moment that says so. `startedAt` is the offset of its first start. */
export type Phase =
  /** It has not started yet, and never will when it was stopped before: no view but the caller's own knows it. */
  | { readonly kind: 'queued' }
  | { readonly kind: 'running'; readonly startedAt: number }
  | { readonly kind: 'paused'; readonly startedAt: number; readonly moment: MomentOf<'run-paused'> }
  | { readonly kind: 'finished'; readonly startedAt: number; readonly moment: MomentOf<'run-finished'> }

/** Reads the phase off the moments that have happened. */
export function phaseOf(past: readonly Moment[]): Phase {
  const startedAt = past.find(({ kind }) => kind === 'run-started')?.at
  if (startedAt === undefined) return { kind: 'queued' }
  for (const moment of past.toReversed()) {
    if (moment.kind === 'run-finished') return { kind: 'finished', startedAt, moment }
    if (moment.kind === 'run-paused') return { kind: 'paused', startedAt, moment }
    if (moment.kind === 'run-resumed') break
  }
  return { kind: 'running', startedAt }
}
