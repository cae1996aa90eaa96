import type { Moment } from '../run/moment.ts'

/** The moments of a run, and when it rests. */
export interface Timeline {
  readonly moments: readonly Moment[]
  /** When it waits for a person, in order; `to` is `Infinity` when nothing is planned after it. */
  readonly pauses: readonly Pause[]
  /** Offset of the last moment. */
  readonly end: number
  readonly finishes: boolean
}

interface Pause {
  readonly from: number
  readonly to: number
}

/** Reads off the moments when the run rests. */
export function createTimeline(moments: readonly Moment[]): Timeline {
  const last = moments.at(-1)
  const pauses = moments.flatMap(({ kind, at }, index) => {
    if (kind !== 'run-paused') return []
    const end = moments.find((moment, after) => after > index && endsPause(moment))
    return [{ from: at, to: end?.at ?? Number.POSITIVE_INFINITY }]
  })
  return { moments, pauses, end: last?.at ?? 0, finishes: last?.kind === 'run-finished' }
}

function endsPause({ kind }: Moment): boolean {
  return kind === 'run-resumed' || kind === 'run-finished'
}

/** Whether the run waits for a person at an offset. */
export function isPaused({ pauses }: Timeline, elapsed: number): boolean {
  return pauses.some(({ from, to }) => from <= elapsed && elapsed < to)
}

/** Whether the run has finished at an offset. */
export function isOver({ finishes, end }: Timeline, elapsed: number): boolean {
  return finishes && end <= elapsed
}

/** Where a run in a hurry is when it would have got to `elapsed` by itself: at its next rest, or after its last moment. */
export function hurry({ pauses, end }: Timeline, elapsed: number): number {
  const next = pauses.find(({ to }) => elapsed < to)
  return Math.max(elapsed, next?.from ?? end)
}

/** The moments up to an offset, that one included. */
export function momentsUntil({ moments }: Timeline, elapsed: number): readonly Moment[] {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle]?.at ?? 0) <= elapsed) low = middle + 1
    else high = middle
  }
  return moments.slice(0, low)
}

/** `NodeRun.key` of the nodes whose form waits for an answer after the given moments. */
export function waitingForms(past: readonly Moment[]): ReadonlySet<string> {
  const waiting = new Set<string>()
  for (const moment of past) {
    if (moment.kind === 'input-required') waiting.add(moment.form.node.key)
    if (moment.kind === 'input-answered' || moment.kind === 'input-expired') waiting.delete(moment.form.node.key)
    if (moment.kind === 'run-finished') waiting.clear()
  }
  return waiting
}
