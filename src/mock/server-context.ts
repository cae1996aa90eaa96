import type { Clock } from './clock.ts'
import type { Journal, RequestRecord } from './journal.ts'

/** What a mock has to say while it works. */
export type MockEvent =
  /** A request has been answered, or its client has left. */
  | { readonly kind: 'request'; readonly request: RequestRecord }
  /** A platform's code threw; `error` is the stack, keys hidden. */
  | { readonly kind: 'crash'; readonly request: RequestRecord; readonly error: string }
  /** Something on the wire was not HTTP; `reason` is the parser's code. */
  | { readonly kind: 'not-http'; readonly reason: string }

/** What all exchanges of a server share. */
export interface ServerContext {
  readonly clock: Clock
  readonly journal: Journal
  readonly seed: string
  /** The only key that is taken; absent: any that is not empty. */
  readonly key: string | undefined
  /** Most bytes of a request body. */
  readonly bodyLimit: number
  /** Whether forwarded headers say under which URL clients see the server. */
  readonly trustProxy: boolean
  readonly tell: (event: MockEvent) => void
  /** Host and port, for clients that name none. */
  readonly authority: () => string
  /** Whether the server is cutting connections: a client that disappears then has not left. */
  readonly isCutting: () => boolean
}
