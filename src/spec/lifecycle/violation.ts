import { formatNames } from '../format-names.ts'
import { showValue } from '../show-value.ts'

/** What is wrong with the answers about one job. Polls are counted from 1; 0 is the answer to the start. */
export type LifecycleViolation =
  /** No text where the state must stand. */
  | { readonly kind: 'state-missing'; readonly poll: number; readonly pointer: string; readonly actual: unknown }
  /** The spec does not know the state: drift, never judged as a move. */
  | { readonly kind: 'state-unknown'; readonly poll: number; readonly state: string; readonly known: readonly string[] }
  | { readonly kind: 'not-initial'; readonly poll: number; readonly state: string; readonly initial: readonly string[] }
  /** No moves lead from one state to the other; `reachable` is what they do lead to, nothing from a terminal state. */
  | {
      readonly kind: 'illegal-move'
      readonly poll: number
      readonly from: string
      readonly to: string
      readonly reachable: readonly string[]
    }
  /** `from` is the value that came first. */
  | (Change & { readonly kind: 'constant-changed' })
  | (Change & { readonly kind: 'fell' })
  | (Change & { readonly kind: 'set-twice' })
  /** `must` says what the value must be in this state: `set`, or `null` (absent will do) as it is bound to others. */
  | {
      readonly kind: 'bound-broken'
      readonly poll: number
      readonly pointer: string
      readonly state: string
      readonly must: 'set' | 'null'
      readonly actual: unknown
      readonly in: readonly string[]
    }

interface Change {
  readonly poll: number
  readonly pointer: string
  readonly from: unknown
  readonly to: unknown
}

/** One line, no full stop: "poll 3: `succeeded` after `failed`, which is final". */
export function formatLifecycleViolation(violation: LifecycleViolation): string {
  return `${violation.poll === 0 ? 'start' : `poll ${violation.poll}`}: ${describe(violation)}`
}

function describe(violation: LifecycleViolation): string {
  switch (violation.kind) {
    case 'state-missing':
      return `expected a state at ${violation.pointer}, got ${showValue(violation.actual)}`
    case 'state-unknown':
      return `the state \`${violation.state}\` is not in the spec, which has ${formatNames(violation.known)}`
    case 'not-initial':
      return `\`${violation.state}\` at the start, expected ${formatNames(violation.initial, ' or ')}`
    case 'illegal-move': {
      const { from, to, reachable } = violation
      const legal = reachable.length === 0 ? 'is final' : `leads only to ${formatNames(reachable)}`
      return `\`${to}\` after \`${from}\`, which ${legal}`
    }
    case 'constant-changed':
      return `${violation.pointer} changed from ${showValue(violation.from)} to ${showValue(violation.to)}`
    case 'fell':
      return `${violation.pointer} fell from ${showValue(violation.from)} to ${showValue(violation.to)}`
    case 'set-twice':
      return `${violation.pointer} was ${showValue(violation.from)} and is ${showValue(violation.to)} now, but is set only once`
    case 'bound-broken': {
      const { pointer, state, actual } = violation
      const promise =
        violation.must === 'set' ? 'where it must be set' : `but is set only in ${formatNames(violation.in)}`
      return `${pointer} is ${showValue(actual)} in \`${state}\`, ${promise}`
    }
  }
}

/** What a violation has in common with its repetitions, as a text to compare. */
export function causeOf(violation: LifecycleViolation): string {
  switch (violation.kind) {
    case 'state-missing':
      return violation.kind
    case 'state-unknown':
    case 'not-initial':
      return JSON.stringify([violation.kind, violation.state])
    case 'illegal-move':
      return JSON.stringify([violation.kind, violation.from, violation.to])
    case 'bound-broken':
      return JSON.stringify([violation.kind, violation.pointer, violation.state])
    case 'fell':
      return JSON.stringify([violation.kind, violation.pointer, violation.poll])
    case 'constant-changed':
    case 'set-twice':
      return JSON.stringify([violation.kind, violation.pointer, violation.to])
  }
}
