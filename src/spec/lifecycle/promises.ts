import type { Lifecycle } from '../lifecycle.ts'
import { readPointer } from '../pointer.ts'
import { isSameValue } from '../same-value.ts'
import type { LifecycleViolation } from './violation.ts'

/** What the answers about one job have shown so far, by JSON Pointer. */
export interface Seen {
  /** The value that came first. */
  readonly constant: ReadonlyMap<string, unknown>
  /** The number that came last. */
  readonly rising: ReadonlyMap<string, number>
  /** The value that was set first. */
  readonly once: ReadonlyMap<string, unknown>
}

export const NOTHING_SEEN: Seen = { constant: new Map(), rising: new Map(), once: new Map() }

/** Judges what an answer says beside its state, which is `undefined` when the spec does not know it; `found` collects what is wrong. */
export function judgePromises(
  lifecycle: Lifecycle,
  before: Seen,
  { answer, state, poll }: { readonly answer: unknown; readonly state: string | undefined; readonly poll: number },
  found: LifecycleViolation[],
): Seen {
  const seen = {
    constant: judgeConstant(lifecycle, before.constant, answer, poll, found),
    rising: judgeRising(lifecycle, before.rising, answer, poll, found),
    once: judgeOnce(lifecycle, before.once, answer, poll, found),
  }
  if (state !== undefined) judgeBound(lifecycle, state, answer, poll, found)
  return seen
}

function judgeConstant(
  { constant }: Lifecycle,
  seen: ReadonlyMap<string, unknown>,
  answer: unknown,
  poll: number,
  found: LifecycleViolation[],
): ReadonlyMap<string, unknown> {
  const first = new Map(seen)
  for (const pointer of constant) {
    const to = readPointer(answer, pointer)
    if (to === undefined) continue
    if (!first.has(pointer)) first.set(pointer, to)
    const from = first.get(pointer)
    if (!isSameValue(from, to)) found.push({ kind: 'constant-changed', poll, pointer, from, to })
  }
  return first
}

function judgeRising(
  { rising }: Lifecycle,
  seen: ReadonlyMap<string, number>,
  answer: unknown,
  poll: number,
  found: LifecycleViolation[],
): ReadonlyMap<string, number> {
  const last = new Map(seen)
  for (const pointer of rising) {
    const to = readPointer(answer, pointer)
    if (typeof to !== 'number') continue
    const from = last.get(pointer)
    if (from !== undefined && to < from) found.push({ kind: 'fell', poll, pointer, from, to })
    last.set(pointer, to)
  }
  return last
}

function judgeOnce(
  { once }: Lifecycle,
  seen: ReadonlyMap<string, unknown>,
  answer: unknown,
  poll: number,
  found: LifecycleViolation[],
): ReadonlyMap<string, unknown> {
  const set = new Map(seen)
  for (const pointer of once) {
    const to = readPointer(answer, pointer)
    if (!set.has(pointer) && isSet(to)) set.set(pointer, to)
    const from = set.get(pointer)
    if (isSet(from) && !isSameValue(from, to)) found.push({ kind: 'set-twice', poll, pointer, from, to })
  }
  return set
}

function judgeBound(
  { bound }: Lifecycle,
  state: string,
  answer: unknown,
  poll: number,
  found: LifecycleViolation[],
): void {
  for (const { pointer, in: within, required } of bound) {
    const actual = readPointer(answer, pointer)
    const belongs = within.includes(state)
    if (belongs ? isSet(actual) || !required : !isSet(actual)) continue
    found.push({ kind: 'bound-broken', poll, pointer, state, must: belongs ? 'set' : 'null', actual, in: within })
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}
