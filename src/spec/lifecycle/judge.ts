import { meetsConditions } from '../condition.ts'
import type { Lifecycle } from '../lifecycle.ts'
import { readPointer } from '../pointer.ts'
import { judgePromises, NOTHING_SEEN, type Seen } from './promises.ts'
import { causeOf, type LifecycleViolation } from './violation.ts'

/** How far a job has been judged: an immutable value, to be passed on. */
export interface LifecycleState {
  /** Answers of the status operation so far, those that told nothing of the job left out. */
  readonly polls: number
  /** States that the next one may follow, the latest last: after an illegal move also the one before it. */
  readonly states: readonly string[]
  /** The first known state must be an initial one. */
  readonly fresh: boolean
  readonly seen: Seen
  /** What was reported: each cause is reported once. */
  readonly reported: ReadonlySet<string>
}

export interface LifecycleStep {
  readonly state: LifecycleState
  readonly violations: readonly LifecycleViolation[]
}

/** An answer about a job: its HTTP status, and its body as parsed JSON. */
export interface JobAnswer {
  readonly status: number
  readonly body: unknown
}

/** What an operation was sent that starts a job, and what it answered. */
export interface StartAnswer extends JobAnswer {
  readonly operation: string
  /** The body that was sent, as JSON. */
  readonly request: unknown
}

/**
 * Before the first answer about a job. A job that was started some time ago may show any state first.
 * @param options.fresh - the first answer shows the job as it was started, so in an initial state. @default false
 */
export function startLifecycle({ fresh = false }: { readonly fresh?: boolean } = {}): LifecycleState {
  return { polls: 0, states: [], fresh, seen: NOTHING_SEEN, reported: new Set() }
}

/**
 * Judges what started a job, and gives the state to judge the polls from. Only the state is looked at: it must be an
 * initial one if the lifecycle calls such a start fresh. An answer that carries no state, or is no success, tells nothing.
 */
export function observeStart(lifecycle: Lifecycle, { operation, request, status, body }: StartAnswer): LifecycleStep {
  const start = lifecycle.start.find((known) => known.operation === operation)
  const fresh = start?.fresh !== undefined && meetsConditions(request, start.fresh)
  const state = isSuccess(status) ? readPointer(body, lifecycle.status.state) : undefined
  // What a job that has run already answers may use words of its own.
  const tells = typeof state === 'string' && (fresh || lifecycle.reachable.has(state))
  return tells
    ? stepTo(lifecycle, startLifecycle({ fresh }), { poll: 0, state })
    : { state: startLifecycle(), violations: [] }
}

/**
 * Judges the next answer of the status operation. A success must show the job; of other answers only those count that the
 * lifecycle names as refusals, and the rest (a missing key, too many requests) tells nothing of the job and changes nothing.
 */
export function observeLifecycle(lifecycle: Lifecycle, before: LifecycleState, answer: JobAnswer): LifecycleStep {
  if (isSuccess(answer.status)) return stepLifecycle(lifecycle, before, answer.body)
  const state = jobStateIn(lifecycle, answer)
  return state === undefined
    ? { state: before, violations: [] }
    : stepTo(lifecycle, before, { poll: before.polls + 1, state })
}

/** The state that an answer of the status operation tells, known to the spec or not; `undefined` when it tells none. */
export function jobStateIn({ status }: Lifecycle, answer: JobAnswer): string | undefined {
  if (!isSuccess(answer.status)) {
    return status.refusals.find(
      (refusal) => refusal.status === answer.status && meetsConditions(answer.body, refusal.when),
    )?.state
  }
  const state = readPointer(answer.body, status.state)
  return typeof state === 'string' ? state : undefined
}

/**
 * Judges the next successful answer of the status operation: its JSON body. Moves between two answers are unseen, so a
 * state may follow from which it can be reached. After an illegal move the next state may follow either side of it, so
 * that one wrong answer is one violation.
 */
export function stepLifecycle(lifecycle: Lifecycle, before: LifecycleState, answer: unknown): LifecycleStep {
  return stepTo(lifecycle, before, {
    poll: before.polls + 1,
    state: readPointer(answer, lifecycle.status.state),
    answer,
  })
}

interface Told {
  readonly poll: number
  /** Anything that stands where the state must. */
  readonly state: unknown
  /** Absent when only the state is judged. */
  readonly answer?: unknown
}

function stepTo(lifecycle: Lifecycle, before: LifecycleState, told: Told): LifecycleStep {
  const { poll } = told
  const found: LifecycleViolation[] = []
  const state = judgeState(lifecycle, told, found)
  const states = state === undefined ? before.states : judgeMove(lifecycle, before, state, poll, found)
  const seen =
    'answer' in told ? judgePromises(lifecycle, before.seen, { answer: told.answer, state, poll }, found) : before.seen
  const violations = found.filter((violation) => !before.reported.has(causeOf(violation)))
  const reported = new Set([...before.reported, ...violations.map(causeOf)])
  return { state: { polls: poll, states, fresh: before.fresh, seen, reported }, violations }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** The state of the job; `undefined` when it is none or the spec does not know it. */
function judgeState(
  { status, reachable }: Lifecycle,
  { state, poll }: Told,
  found: LifecycleViolation[],
): string | undefined {
  if (typeof state !== 'string') {
    found.push({ kind: 'state-missing', poll, pointer: status.state, actual: state })
    return undefined
  }
  if (reachable.has(state)) return state
  found.push({ kind: 'state-unknown', poll, state, known: [...reachable.keys()] })
  return undefined
}

function judgeMove(
  { initial, reachable }: Lifecycle,
  { states, fresh }: LifecycleState,
  to: string,
  poll: number,
  found: LifecycleViolation[],
): readonly string[] {
  const from = states.at(-1)
  if (from === undefined) {
    if (fresh && !initial.includes(to)) found.push({ kind: 'not-initial', poll, state: to, initial })
    return [to]
  }
  if (states.some((state) => reachable.get(state)?.has(to))) return [to]
  const others = [...(reachable.get(from) ?? [])].filter((state) => state !== from)
  found.push({ kind: 'illegal-move', poll, from, to, reachable: others })
  return [from, to]
}
