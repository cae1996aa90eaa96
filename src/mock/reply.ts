import type { Moment } from '../run/moment.ts'
import type { Frame } from '../wire/frame.ts'
import type { Run } from './run.ts'

/** What a handler answers. The host (Express, a test, a service worker) carries it out; handlers know none of them. */
export type Reply = BodyReply | FileReply | EmptyReply | StreamReply | LaterReply | SilentReply

/** No byte at all: the connection stays open until the client leaves. */
export interface SilentReply {
  readonly kind: 'silent'
}

/** A body that the platform's own `encodeBody` writes, unless it is text already. */
export interface BodyReply {
  readonly kind: 'body'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Full content type, charset included. Default: the platform's. */
  readonly type?: string
  readonly body: unknown
  /** Exact text of the body, where the platform's usual encoding does not fit. */
  readonly text?: string
}

export interface FileReply {
  readonly kind: 'file'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type: string
  readonly bytes: Uint8Array
}

export interface EmptyReply {
  readonly kind: 'empty'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A stream of frames out of a run. `frames` is pure and causal: what it yields up to offset t depends only on moments up to t. When the run
 * changes (stopped, answered), the player calls it again with the new moments and goes on after the frames already sent.
 * Frames come in order of `at`; those in the past leave at once. The response ends when the frames do: a last frame at `Infinity` never
 * leaves and keeps it open until the run changes.
 */
export interface StreamReply {
  readonly kind: 'stream'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type: string
  /** Absent when there is no run behind it (refused before one began): offsets then count from the call, and the moments are empty. */
  readonly run: Run | undefined
  readonly frames: (moments: readonly Moment[]) => Iterable<Frame>
  /** What the platform does to the run when the client leaves in mid-stream. Default: nothing, the run goes on. */
  readonly whenLeft?: () => void
}

/** An answer that is due once the run rests: it has finished, or waits for a person. */
export interface LaterReply {
  readonly kind: 'later'
  readonly run: Run
  /** `end`: for a platform that knows no pause; a run that waits for a person goes on for it. @default 'rest' */
  readonly until?: 'rest' | 'end'
  readonly reply: () => Reply
  /** What the platform does to the run when the client leaves before. Default: nothing. */
  readonly whenLeft?: () => void
}
