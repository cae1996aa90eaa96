import type { Expectation } from './transcript.ts'

/** What one request to an operation carries; path template and credentials are the operation's and the target's. */
export interface RequestParts {
  /**
   * Upper case.
   * @default the operation's
   */
  readonly method?: string
  /** Values of path parameters. */
  readonly path?: Readonly<Record<string, string>>
  /** Values of query parameters. */
  readonly query?: Readonly<Record<string, string>>
  readonly body?: RequestBodyParts
  readonly expects?: Expectation
}

export type RequestBodyParts =
  | { readonly kind: 'json'; readonly value: unknown }
  /** Text as it stands, under the media type named. */
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>>; readonly files: readonly FilePart[] }

export interface FilePart {
  /** Name of the form field. */
  readonly field: string
  readonly filename: string
  readonly type: string
  readonly text: string
}

/** A request that cannot be made, and the advice that would enable it: `no paused run is known. Give --sample paused=FILE`. */
export interface Unavailable {
  readonly unavailable: string
  /** The rest of the request, good as far as it goes: requests that must be refused can be made of it. */
  readonly rest?: RequestParts
}

/** Whether a request cannot be made. */
export function isUnavailable(parts: RequestParts | Unavailable): parts is Unavailable {
  return 'unavailable' in parts
}
