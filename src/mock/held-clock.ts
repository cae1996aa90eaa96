import { type Clock, waitAmong } from './clock.ts'
import { createWaiters } from './waiters.ts'

/** A clock that stands still until a test moves it. */
export interface HeldClock extends Clock {
  /** Moves on by `ms`. Each waiter wakes at its own time; resolves when what they did has settled. */
  advance(ms: number): Promise<void>
  /** Moves on to a time, in ms since the epoch. */
  advanceTo(time: number): Promise<void>
}

export interface HeldClockOptions {
  /** Unix time in ms at which the clock begins. @default 2026-01-01T00:00:00Z */
  readonly epoch?: number
}

/** Makes a clock for tests: no timer, and the same times on each run. */
export function createHeldClock({ epoch = Date.UTC(2026, 0, 1) }: HeldClockOptions = {}): HeldClock {
  const waiters = createWaiters()
  let now = 0
  const advanceTo = async (time: number) => {
    for (let next = waiters.first(); next && next.until <= time; next = waiters.first()) {
      now = Math.max(now, next.until)
      for (const waiter of waiters.takeDue(now)) waiter.wake()
      await settled()
    }
    now = Math.max(now, time)
  }
  return {
    now: () => now,
    epoch: () => epoch,
    wait: (until, signal) => (until <= now ? Promise.resolve() : waitAmong(waiters, until, signal, () => undefined)),
    pending: waiters.size,
    advance: (ms) => advanceTo(now + ms),
    advanceTo,
  }
}

// A turn of the event loop: all that promises lead to has happened by then.
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
