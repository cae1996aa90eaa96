import type { FormAnswer } from '../run/moment.ts'
import { plan } from '../run/plan.ts'
import { stopAt } from '../run/stop-at.ts'
import { uuidOf } from '../run/uuid.ts'
import type { Clock } from './clock.ts'
import type { Run, StartRun } from './run.ts'
import { createTimeline, hurry, isOver, isPaused, momentsUntil, waitingForms } from './timeline.ts'

/** What a run takes from its server. */
export interface RunSetting {
  readonly clock: Clock
  readonly seed: string
  readonly number: number
  /** Each stretch of work takes no time: the run is at its next rest at once. From there on time passes as always. */
  readonly instant: boolean
}

/** Starts a run now. */
export function createRun(
  { scenario, request }: Pick<StartRun, 'scenario' | 'request'>,
  { clock, seed, number, instant }: RunSetting,
): Run {
  const created = clock.now()
  const listeners = new Set<() => void>()
  const answers: FormAnswer[] = []
  // Each event of a stream names some of the same ids.
  const ids = new Map<string, string>()
  let stopped: { readonly at: number; readonly reason: string } | undefined
  let timeline = createTimeline(plan(scenario, request, seed))
  /** In ms, how far a run in a hurry is ahead of the clock. */
  let ahead = 0

  const elapsed = () => {
    const reached = inMicroseconds(clock.now() - created + ahead)
    if (!instant) return reached
    const hurried = hurry(timeline, reached)
    ahead += hurried - reached
    return hurried
  }
  const change = (at: number) => {
    if (instant) ahead += at - elapsed()
    const planned = plan(scenario, request, seed, answers)
    timeline = createTimeline(stopped ? stopAt(planned, stopped.at, stopped.reason) : planned)
    elapsed()
    for (const listener of [...listeners]) listener()
  }
  // What has been told by now stays told, so a change counts from the next whole ms.
  const soon = () => Math.floor(elapsed()) + 1

  // A run in a hurry hurries from the start, not from when it is first looked at.
  elapsed()
  return {
    scenario,
    request,
    seed,
    number,
    createdAt: Math.round(clock.epoch() + created),
    id(name) {
      const id = ids.get(name) ?? uuidOf(`${seed}:${name}`, 4)
      ids.set(name, id)
      return id
    },
    moments: () => timeline.moments,
    past: () => momentsUntil(timeline, elapsed()),
    elapsed,
    // An answer on its way ends the rest already: who resumes a run waits for its next one.
    resting: () =>
      isOver(timeline, elapsed()) || (isPaused(timeline, elapsed()) && !answers.some(({ at }) => at > elapsed())),
    over: () => isOver(timeline, elapsed()),
    stop(reason, delay = 0) {
      if (isOver(timeline, elapsed())) return false
      if (stopped) return true
      stopped = { at: soon() + delay, reason }
      change(stopped.at)
      return true
    },
    answer(answer) {
      const at = soon()
      if (!waitingForms(momentsUntil(timeline, at)).has(answer.node)) return false
      answers.push({ ...answer, at })
      change(at)
      return true
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

// Sums of fractions are not exact; who has waited for an offset has reached it.
function inMicroseconds(ms: number): number {
  return Math.round(ms * 1_000) / 1_000
}
