/** An answer as it passes between contract and server, read whole. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** How the body ends. */
  readonly end: 'closed' | 'cut' | 'stall'
  readonly url: string
  /** Whether the request bore credentials. */
  readonly keyed: boolean
}

/** One promise to break: derived from a spec, never written by hand. */
export interface Mutant {
  readonly kind: string
  /** operationId. */
  readonly operation: string
  /** What is damaged: a pointer, an event, a status. */
  readonly what: string
  /** What is damaged is the head alone: a stream need not be read for it. */
  readonly part?: 'head'
  /** Patterns of the ids of the checks that own the promise. */
  readonly owners: readonly string[]
  /** The damaged answer; undefined where there is nothing to damage, or where the damage would be legal. */
  readonly damage: (answer: Answer) => Answer | undefined
}

/** How a verify took a mutant. `unseen`: no answer came that could be damaged. */
export type Fate = 'owner' | 'other' | 'survived' | 'unseen'

export interface Outcome {
  readonly kind: string
  readonly operation: string
  readonly what: string
  readonly fate: Fate
  /** Answers that were damaged. */
  readonly hits: number
  /** Ids of the checks that broke, or why there are none. */
  readonly reason: string
}
