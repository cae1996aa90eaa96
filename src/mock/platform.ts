import type { Spec } from '../spec/spec.ts'
import type { EventStreamOf } from '../wire/event-stream.ts'
import type { Call, CallHead } from './call.ts'
import type { BodyReply, EmptyReply, FileReply, LaterReply, Reply, SilentReply, StreamReply } from './reply.ts'

/** How one platform shows runs: the default export of `mocks/<platform>/index.ts`, made with `definePlatform`. */
export interface Platform<State = unknown> {
  /** State of one server: uploads, forms … Called once per server. */
  readonly createState: () => State
  /** Keys that a first user can try, e.g. `app-flowproof`. */
  readonly sampleKey: string
  /** Headers on every answer, cross-origin ones included. */
  readonly headers: (call: CallHead<State>) => Readonly<Record<string, string>>
  /** Content type and text of a `body` reply. */
  readonly encodeBody: (body: unknown) => { readonly type: string; readonly text: string }
  /** Called first for every known operation that the spec secures; a reply refuses the call. */
  readonly authenticate: (call: CallHead<State>) => Reply | undefined
  readonly refusals: Refusals<State>
  /**
   * Named implementations that differ from the documents: version to its deviations, each a name for `CallHead.quirks` and what it does.
   * Without one of them (`--as <platform>@<version>`) the mock does as documented.
   */
  readonly variants?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly handlers: Readonly<Record<string, (call: Call<State>) => Reply>>
  /** Requests that work when pasted, for the start-up text: blocking, streaming, run detail. */
  readonly samples: (server: {
    readonly base: string
    readonly key: string
    readonly scenario: string
    readonly spec: Spec
  }) => readonly Sample[]
}

/** What the platform says when no handler can. */
export interface Refusals<State> {
  readonly unknownPath: (call: CallHead<State>) => Reply
  readonly wrongMethod: (call: CallHead<State>, allowed: readonly string[]) => Reply
  /** The body is larger than `limit` bytes, or a file part than the platform allows. */
  readonly tooLarge: (call: CallHead<State>, limit: number) => Reply
  /** A handler threw: the platform's own 500. */
  readonly crashed: (call: CallHead<State>) => Reply
}

export interface Sample {
  readonly title: string
  /** A whole curl command; may use output of the one before through shell variables. */
  readonly curl: string
}

type Content<R> = R extends { content: infer C } ? C : never
type HasBody<R> = R extends { content: Record<string, unknown> } ? true : false

type StatusReply<Status, R> =
  HasBody<R> extends true
    ? {
        [M in keyof Content<R>]: Content<R>[M] extends EventStreamOf<unknown>
          ? StreamReply & { readonly status: Status }
          : M extends `application/json${string}`
            ? BodyReply & { readonly status: Status; readonly body: Content<R>[M] }
            : FileReply & { readonly status: Status }
      }[keyof Content<R>]
    : EmptyReply & { readonly status: Status }

type ImmediateReplyOf<Op> = Op extends { responses: infer R }
  ? Extract<{ [S in keyof R]: StatusReply<S, R[S]> }[keyof R], Reply>
  : never

/** The replies that an operation of the generated types may give: a status or a body that the spec does not know does not compile. */
export type ReplyOf<Op> =
  | ImmediateReplyOf<Op>
  | SilentReply
  | (Omit<LaterReply, 'reply'> & { readonly reply: () => ImmediateReplyOf<Op> | SilentReply })

/** Handlers by operationId; all operations of the spec are needed. */
export type Handlers<Operations, State> = {
  readonly [Id in keyof Operations]: (call: Call<State>) => ReplyOf<Operations[Id]>
}

/** A platform whose handlers are checked against the operations of the generated types. */
export type PlatformOf<Operations, State> = Omit<Platform<State>, 'handlers'> & {
  readonly handlers: Handlers<Operations, State>
}

/** Names the operations once, so that each handler's replies are checked against the spec's types. Importing it does nothing. */
export function definePlatform<Operations, State>(platform: PlatformOf<Operations, State>): Platform<State> {
  return platform
}
