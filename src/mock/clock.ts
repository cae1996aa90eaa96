import { createWaiters, type Waiters } from './waiters.ts'

/** A mock's time: real, faster than real, or held by a test. */
export interface Clock {
  /** Milliseconds of the mock's time since its epoch. Never falls. */
  now(): number
  /** Unix time in ms at which `now()` was 0. */
  epoch(): number
  /** Resolves once `now()` has reached `until`, or at once when the signal is aborted. Never rejects. */
  wait(until: number, signal: AbortSignal): Promise<void>
  /** Waits under way. */
  pending(): number
}

export interface RealClockOptions {
  /** Milliseconds of the mock's time in one real millisecond. @default 1 */
  readonly speed?: number
}

/** With more waiters than this, those due within one step wake together: a timer for each would cost more than it is worth. */
const CROWD = 1_000
/** In real ms. */
const STEP = 5
/** In real ms; a longer `setTimeout` would overflow and fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Makes a clock that runs by itself. All its waiters share one timer, and nobody wakes before the time. */
export function createRealClock({ speed = 1 }: RealClockOptions = {}): Clock {
  const epoch = Date.now()
  const start = performance.now()
  const now = () => (performance.now() - start) * speed
  const waiters = createWaiters()
  let timer: ReturnType<typeof setTimeout> | undefined
  let armedFor: number | undefined

  const arm = () => {
    const next = waiters.first()?.until
    if (next === armedFor) return
    clearTimeout(timer)
    armedFor = next
    if (next === undefined || next === Number.POSITIVE_INFINITY) return
    timer = setTimeout(fire, timerFor((next - now()) / speed, waiters.size() > CROWD))
  }
  const fire = () => {
    armedFor = undefined
    for (const waiter of waiters.takeDue(now())) waiter.wake()
    arm()
  }
  return {
    now,
    epoch: () => epoch,
    wait: (until, signal) => (until <= now() ? Promise.resolve() : waitAmong(waiters, until, signal, arm)),
    pending: waiters.size,
  }
}

function timerFor(delay: number, crowded: boolean): number {
  if (!crowded) return Math.min(Math.max(1, Math.ceil(delay)), LONGEST_TIMER)
  const now = performance.now()
  return Math.min(Math.ceil((now + delay) / STEP) * STEP - now, LONGEST_TIMER)
}

/** Waits in a queue until woken or aborted. `changed` is called after each change of the queue. */
export function waitAmong(waiters: Waiters, until: number, signal: AbortSignal, changed: () => void): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const leave = () => {
      waiters.remove(waiter)
      changed()
      resolve()
    }
    const waiter = waiters.add(until, () => {
      signal.removeEventListener('abort', leave)
      resolve()
    })
    signal.addEventListener('abort', leave, { once: true })
    changed()
  })
}
