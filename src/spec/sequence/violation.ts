import type { Scalar } from '../condition.ts'
import { formatNames } from '../format-names.ts'
import { showValue } from '../show-value.ts'

/** What is wrong with the order of a stream. Positions are 1-based and count every event, `anywhere` ones too. */
export type SequenceViolation =
  | OrderViolation
  /** An event whose name the spec does not know: drift, never judged for order. */
  | { readonly kind: 'foreign'; readonly position: number; readonly name: string }
  /** No text where the name of an event must stand. */
  | { readonly kind: 'unnamed'; readonly position: number; readonly pointer: string; readonly actual: unknown }
  /** The stream had ended before. */
  | { readonly kind: 'after-end'; readonly position: number; readonly got: string }
  /** The stream was closed where it may not end; `position` is that of its last event. */
  | { readonly kind: 'ended-early'; readonly position: number; readonly expected: readonly string[] }
  | PairViolation
  /** `from` is the value that the stream had first. */
  | {
      readonly kind: 'constant-changed'
      readonly position: number
      readonly pointer: string
      readonly from: unknown
      readonly to: unknown
    }

export interface OrderViolation {
  readonly kind: 'order'
  readonly position: number
  readonly got: string
  /** What tells this event from others of its name, when it belongs to a pair. */
  readonly key: Scalar | undefined
  /** Event and symbol names, sorted. */
  readonly expected: readonly string[]
  /** The stream could as well have ended. */
  readonly mayEnd: boolean
}

/** `key` is absent where a pair has none: then one is open at a time. */
export type PairViolation =
  /** A close or an inside event without its open. */
  | {
      readonly kind: 'pair-not-open'
      readonly position: number
      readonly got: string
      readonly key: Scalar | undefined
      readonly open: readonly string[]
    }
  | {
      readonly kind: 'pair-open-twice'
      readonly position: number
      readonly got: string
      readonly key: Scalar | undefined
      /** Position of the open before. */
      readonly since: number
    }
  /** `position` is that of the open. */
  | {
      readonly kind: 'pair-left-open'
      readonly position: number
      readonly got: string
      readonly key: Scalar | undefined
      readonly close: readonly string[]
    }
  /** An event of a pair has no text, number or boolean where its key must stand. */
  | { readonly kind: 'pair-unkeyed'; readonly position: number; readonly got: string; readonly pointer: string }

/** One line, no full stop: "event 7: got `node_finished` for n3, expected one of `a`, `b`". */
export function formatViolation(violation: SequenceViolation): string {
  if (violation.kind !== 'ended-early') return `event ${violation.position}: ${describe(violation)}`
  const where = violation.position === 0 ? 'without an event' : `after event ${violation.position}`
  return `the stream ended ${where}, expected ${oneOf(violation.expected)}`
}

function describe(violation: Exclude<SequenceViolation, { kind: 'ended-early' }>): string {
  switch (violation.kind) {
    case 'order':
      return `got ${subject(violation)}, expected ${oneOf(violation.expected)}${violation.mayEnd ? ' or the end' : ''}`
    case 'foreign':
      return `\`${violation.name}\` is not in the spec`
    case 'unnamed':
      return `expected the name of an event at ${violation.pointer}, got ${showValue(violation.actual)}`
    case 'after-end':
      return `got \`${violation.got}\` after the end`
    case 'pair-not-open':
      return `got ${subject(violation)}, but ${formatNames(violation.open, ' or ')} did not come before it`
    case 'pair-open-twice':
      return `got ${subject(violation)}, which is open since event ${violation.since}`
    case 'pair-left-open':
      return `got ${subject(violation)}, but ${formatNames(violation.close, ' or ')} never came`
    case 'pair-unkeyed':
      return `\`${violation.got}\` has no key at ${violation.pointer}`
    case 'constant-changed':
      return `${violation.pointer} changed from ${showValue(violation.from)} to ${showValue(violation.to)}`
  }
}

const LONGEST_KEY = 80

function subject({ got, key }: { readonly got: string; readonly key: Scalar | undefined }): string {
  if (key === undefined) return `\`${got}\``
  const isShort = typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY
  return `\`${got}\` for ${isShort ? key : showValue(key)}`
}

function oneOf(names: readonly string[]): string {
  return `${names.length > 1 ? 'one of ' : ''}${formatNames(names)}`
}
