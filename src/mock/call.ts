import type { Scenarios } from '../run/scenarios.ts'
import type { Operation } from '../spec/spec.ts'
import type { Runs } from './run.ts'

/** The body of a request, decoded as far as it goes, and its bytes; what is wrong with it is for the platform to say. */
export type CallBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly type: string; readonly value: unknown; readonly bytes: Uint8Array }
  /** It says JSON or a form and cannot be read as that. */
  | { readonly kind: 'malformed'; readonly type: string; readonly reason: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'form'
      readonly type: string
      readonly fields: ReadonlyMap<string, string>
      readonly files: readonly UploadedFile[]
      readonly bytes: Uint8Array
    }
  /** Any other media type; `type` is empty when the request names none. */
  | { readonly kind: 'other'; readonly type: string; readonly bytes: Uint8Array }

export interface UploadedFile {
  /** Name of the form field. */
  readonly field: string
  readonly filename: string
  /** Media type of the part; empty when the part names none. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** What is known before the body is read. */
export interface CallHead<State> {
  /** Absent when no operation has this path and method. */
  readonly operation: Operation | undefined
  readonly method: string
  /** Path below the platform's base, decoded: `/workflows/run`. */
  readonly path: string
  /** Absolute URL of the platform's base as the client sees it, without a trailing slash: `http://127.0.0.1:4010/v1`. */
  readonly base: string
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly state: State
  readonly runs: Runs
  readonly scenarios: Scenarios
  /** Deviations that the server was asked to play; empty: all as documented. See `Platform.variants`. */
  readonly quirks: ReadonlySet<string>
  /** Unix time in ms on the mock's clock. */
  readonly now: number
  /** Whether the server takes this key: any non-empty one, or the one it was started with. */
  acceptsKey(key: string): boolean
  /** A UUID v4 made from the server's seed, this call's number and the name. */
  id(name: string): string
}

/** One request to one operation. */
export interface Call<State> extends CallHead<State> {
  readonly operation: Operation
  readonly body: CallBody
}
