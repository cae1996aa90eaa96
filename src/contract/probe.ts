import type { Live } from './receive-answer.ts'
import type { RequestParts } from './request-parts.ts'
import type { Transcript } from './transcript.ts'

/** What a verify knows of a target while it runs: what the user said, and what the target has answered so far. */
export interface Known {
  /** Flow ids by role. */
  readonly flows: Readonly<Record<string, string>>
  /** Request bodies by sample name; only those that the user gave. */
  readonly samples: Readonly<Record<string, unknown>>
  /** In the order in which the exchanges ended. */
  readonly transcripts: readonly Transcript[]
}

/** One or several requests that show something of a target, sent in order. It leaves a transcript for each. */
export interface Probe {
  /** Unique within a verify, in kebab-case. */
  readonly name: string
  /** Runs that it starts on a correct target: they cost money. */
  readonly runs: number
  /** operationIds of its good requests. */
  readonly operations: readonly string[]
  /** Probes whose answers it needs. */
  readonly after?: readonly string[]
  /** Sample without which it is not sent. */
  readonly sample?: string
  /** Sample that it sends when the user gave it; without it, it makes up what to send. */
  readonly takes?: string
  /** Role without whose flow it is not sent. Reports name it where the probe finds something wrong. */
  readonly role?: string
  /** Why it cannot be sent, with the flag that would enable it; asked when its turn has come. */
  readonly unavailable?: (known: Known) => string | undefined
  readonly send: (session: Session) => Promise<void>
}

/** What a probe may do. */
export interface Session {
  readonly known: Known
  /** Sends a request to an operation. An answer of any kind resolves; only an unreachable target rejects. */
  send(operation: string, parts: RequestParts, options?: SendOptions): Promise<Transcript>
  /** Waits, between two polls. */
  wait(milliseconds: number): Promise<void>
}

export interface SendOptions extends Live {
  readonly flaw?: Transcript['flaw']
}
