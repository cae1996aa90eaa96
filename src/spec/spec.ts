import type { Lifecycle } from './lifecycle.ts'
import type { Sequence } from './sequence.ts'

export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch'

/** One OpenAPI document, loaded, resolved and linted: the only thing mock and contract know of a platform's API. */
export interface Spec {
  /** The platform: the file's name without its ending. */
  readonly platform: string
  readonly file: string
  /** The parsed document as it stands in the file, `$ref`s and all. */
  readonly document: Readonly<Record<string, unknown>>
  readonly title: string
  readonly version: string
  /** The first server: its URL as written, and its path without a trailing slash (`/v1`, or empty). */
  readonly server: { readonly url: string; readonly path: string }
  /** By operationId, in the order of the file. */
  readonly operations: ReadonlyMap<string, Operation>
  readonly lifecycles: readonly Lifecycle[]
  /** Line (1-based) of the value a JSON Pointer addresses, or of its nearest parent that has one. */
  lineOf(pointer: string): number
}

export interface Operation {
  readonly id: string
  readonly method: HttpMethod
  /** Path template, without the server's path: `/workflows/run/{workflow_run_id}`. */
  readonly path: string
  readonly summary: string
  readonly tags: readonly string[]
  /** JSON Pointer of the operation in the document. */
  readonly pointer: string
  /** Path-level and own parameters, `$ref`s resolved. */
  readonly parameters: readonly Parameter[]
  readonly requestBody: RequestBody | undefined
  /** By status: `200`, `4XX` or `default`. */
  readonly responses: ReadonlyMap<string, ResponseSpec>
  /**
   * Alternatives of which one is needed; each is a list of schemes that are needed together. Empty: no credentials. Where one
   * alternative is empty, credentials are optional.
   */
  readonly security: readonly (readonly SecurityScheme[])[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  /** JSON Pointer of the schema. */
  readonly schema: string
  /** Of a list: `true` when it is sent as repeated keys (`?tag=a&tag=b`), `false` when as one value with commas. */
  readonly explode: boolean
  /** The first example of the parameter, or of its schema; `undefined` when neither has one. */
  readonly example: unknown
}

export interface RequestBody {
  readonly required: boolean
  /** By media type, as written in the document. */
  readonly content: ReadonlyMap<string, MediaType>
}

export interface ResponseSpec {
  readonly status: string
  readonly description: string
  readonly pointer: string
  readonly headers: readonly HeaderSpec[]
  /** By media type, as written in the document. Empty: no body is promised. */
  readonly content: ReadonlyMap<string, MediaType>
}

export interface HeaderSpec {
  readonly name: string
  readonly required: boolean
  /** JSON Pointer of the schema. */
  readonly schema: string
}

export interface MediaType {
  readonly name: string
  readonly pointer: string
  /** JSON Pointer of the schema of the whole body; absent for streams and for bodies without one. */
  readonly schema: string | undefined
  /** Present on media types with an `itemSchema`. */
  readonly stream: StreamSpec | undefined
  /** Named examples: `example` stands under `default`. */
  readonly examples: ReadonlyMap<string, Example>
}

export interface Example {
  readonly pointer: string
  /** `value` or `dataValue`. */
  readonly value: unknown
  /** `serializedValue`: the text on the wire. */
  readonly wire: string | undefined
}

export interface StreamSpec {
  /** Name of a framing in `src/wire`. */
  readonly framing: string
  /** JSON Pointer of the schema of one event value (the item's `data` content schema). */
  readonly eventSchema: string
  /** Event names of the union, in the order of its mapping. */
  readonly eventNames: readonly string[]
  readonly sequence: Sequence | undefined
}

export type SecurityScheme =
  | { readonly name: string; readonly kind: 'bearer' }
  | {
      readonly name: string
      readonly kind: 'api-key'
      readonly in: 'header' | 'query' | 'cookie'
      readonly parameter: string
    }

/** What a spec objects to in a value, and where in it. */
export interface Problem {
  /** JSON Pointer into the value; empty for the value itself. */
  readonly at: string
  /** A sentence fragment: `must be string, got 7`. */
  readonly message: string
  /** JSON Pointer of the broken keyword in the document: `spec.lineOf(problem.schema)` is its line. */
  readonly schema: string
  /** Present on what is legal but not in the spec, such as an undeclared query parameter. */
  readonly note?: true
}
