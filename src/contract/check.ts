import type { Spec } from '../spec/spec.ts'
import type { Validator } from '../spec/validator.ts'
import type { Transcript } from './transcript.ts'

export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** A promise of an API, judged by what a target answered. */
export interface Check {
  /** Never changes once published: waivers and reports point at it. */
  readonly id: string
  /** One sentence under 100 characters, starting with its level. */
  readonly claim: `${Level} ${string}`
  /** operationId by which reports group it. */
  readonly operation: string
  /**
   * JSON Pointer of the promise in the document.
   * @default that of its operation
   */
  readonly source?: string
  /** Probes whose transcripts it judges. */
  readonly needs: readonly string[]
  /** What it sees in the transcripts, one observation for each place that shows the promise. Pure. */
  readonly judge: (evidence: Evidence) => Iterable<Observation>
}

/** All that checks may look at. */
export interface Evidence {
  readonly spec: Spec
  readonly validator: Validator
  readonly transcripts: readonly Transcript[]
}

export type Observation =
  | { readonly verdict: 'kept' }
  | BrokenObservation
  /** The place could have shown the promise and did not; the reason ends with the advice that would help. */
  | { readonly verdict: 'unchecked'; readonly reason: string }

export interface BrokenObservation {
  readonly verdict: 'broken'
  readonly expected: string
  readonly actual: string
  readonly transcript: Transcript
  /** Index of the frame that breaks it, of the transcript's stream. */
  readonly frame?: number | undefined
}

export const KEPT: Observation = { verdict: 'kept' }

/** The level that a claim starts with. */
export function levelOf({ claim }: Pick<Check, 'claim'>): Level {
  const [level] = claim.split(' ')
  return level === 'MUST' || level === 'SHOULD' ? level : 'MAY'
}

/** An observation of a transcript: kept, or broken with both sides. */
export function expectThat(
  kept: boolean,
  transcript: Transcript,
  expected: string,
  actual: () => string,
  frame?: number,
): Observation {
  return kept ? KEPT : { verdict: 'broken', expected, actual: actual(), transcript, frame }
}
