import type { Damage } from './proxy.ts'

/** A server that is wrong on purpose: the correct one with one promise broken. */
export interface BrokenServer extends Damage {
  /** What it does wrong, as the end of "a server that …". */
  readonly breaks: string
  /** Id of the check that owns the promise. */
  readonly caughtBy: string
}
