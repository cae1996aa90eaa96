/** An answer as it passes between contract and server, read whole. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How the body ends. */
  readonly end: 'closed' | 'cut' | 'stall'
  readonly url: string
  /** Name of the probe that asked. */
  readonly probe: string
  /** Whether the request bore the target's key, another, or none. */
  readonly key: 'valid' | 'wrong' | 'none'
}

/** Why an answer is not damaged: it is not one that the mutant is about, it has no such part, or the spec would allow it. */
export type Undamaged = 'not-asked' | 'absent' | 'legal'

/** Damages one answer, or says why not. */
export type Damage = (answer: Answer) => Answer | Undamaged

/** One promise to break: derived from a spec, never written by hand. */
export interface Mutant {
  readonly kind: string
  /** operationId. */
  readonly operation: string
  /** What is damaged: a pointer, an event, a status. */
  readonly what: string
  /** The answers that it damages, as the end of "no probe got …". */
  readonly about: string
  /** Why a damage is legal, where that is not plain from the spec. */
  readonly legal?: string
  /**
   * `head`: what is damaged is the head alone, so that a stream need not be read for it. `held`: a stream is kept back to its end.
   * @default the whole answer
   */
  readonly part?: 'head' | 'held' | undefined
  /** Patterns of the ids of the checks that own the promise. */
  readonly owners: readonly string[]
  /** Made anew for each verify. */
  readonly begin: () => Damage
}

/** How a verify took a mutant that it could see. `stopped`: it gave up, and said why. */
export type SeenFate = 'owner' | 'another' | 'stopped' | 'survived'

export type Fate = SeenFate | Undamaged

/** All fates, in the order of a table. */
export const FATES: readonly Fate[] = ['owner', 'another', 'stopped', 'survived', 'not-asked', 'absent', 'legal']

export interface Outcome {
  readonly kind: string
  readonly operation: string
  readonly what: string
  readonly fate: Fate
  /** Ids of the checks that broke, or why there are none. */
  readonly reason: string
}

/** Whether a damage was done. */
export function isDamaged(result: Answer | Undamaged): result is Answer {
  return typeof result !== 'string'
}

/** Whether an answer is a stream under this media type. */
export function isStream({ status, headers }: Answer, mediaType: string): boolean {
  return status < 300 && (headers['content-type'] ?? '').startsWith(mediaType)
}
