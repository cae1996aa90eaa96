/** An answer as it passes between contract and server, read whole. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How the body ends. */
  readonly end: 'closed' | 'cut' | 'stall'
  readonly url: string
  /** The credentials of the request. */
  readonly key: 'none' | 'wrong' | 'right'
  /** A stream that waited for something, a person or a stop, before it went on. */
  readonly waited: boolean
}

/** Why an answer cannot be damaged: it is none of those that a mutant is about, it lacks the part, or the damaged one would be legal, too. */
export type Unseen = 'not asked' | 'no such part' | 'legal'

/** An answer as it was recorded of a correct server. */
export interface Recorded {
  /** operationId. */
  readonly operation: string
  readonly answer: Answer
}

/** Gives the damaged answer. */
export type Damage = (answer: Answer) => Answer | Unseen

/** One promise to break: derived from a spec, never written by hand. */
export interface Mutant {
  readonly kind: string
  /** operationId. */
  readonly operation: string
  /** What is damaged: a pointer, an event, a status. */
  readonly what: string
  /** `head`: nothing else is damaged, and a stream is not read for it. `pace`: a stream that waits is kept back until it ends. */
  readonly part?: 'head' | 'pace'
  /** Whoever reads a damaged answer waits in vain. */
  readonly hangs?: true
  /** Patterns of the ids of the checks that own the promise. */
  readonly owners: readonly string[]
  /** Made anew for each verify, since some damages depend on what came before. */
  readonly damage: () => Damage
  /**
   * The texts that the damage takes from an answer which stays in order without them: only another telling of them can show the damage. Absent where
   * the answer itself shows it.
   */
  readonly takes?: (answer: Answer) => readonly string[]
}

/** How a verify took a mutant. `stopped`: it refused to go on. `no witness`: nothing else that the server told contradicts the damage. */
export type Fate = 'owner' | 'other' | 'stopped' | 'survived' | 'no witness' | Unseen

export interface Outcome {
  readonly kind: string
  readonly operation: string
  readonly what: string
  readonly fate: Fate
  /** Ids of the checks that broke, or why there are none. */
  readonly reason: string
  readonly milliseconds: number
}
