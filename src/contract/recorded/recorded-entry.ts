import type { Place } from '../../errors.ts'

/** One exchange as it was recorded, whatever the format. Credentials may be in it: only `hideCredentials` lets it go on. */
export interface RecordedEntry {
  /** Upper case. */
  readonly method: string
  /** Absolute. */
  readonly url: URL
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent when none was sent, or none was saved. */
  readonly body: RecordedBody | undefined
  /** Absent when none came, or its body was not saved: nothing can be said of it then. */
  readonly answer: RecordedAnswer | undefined
}

/** A request body as text, or as the fields that a browser has read from it. */
export type RecordedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly RecordedField[] }

export interface RecordedField {
  readonly name: string
  readonly value: string
  /** Present on files. */
  readonly file?: { readonly filename: string; readonly mediaType: string }
}

export interface RecordedAnswer {
  readonly status: number
  /** Lower-case names; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  /** Whether the client went away before its end. */
  readonly left: boolean
}

/** The JSON of a file with recorded traffic, or of one line of it. */
export interface RecordedJson {
  readonly value: unknown
  /** Where the value that a JSON Pointer addresses stands in the file. */
  readonly placeOf: (pointer: string) => Place
}
