/** What a frame says, in the words of the event stream format; every framing writes what it can of it. */
export interface WireFrame {
  /** Lines that readers ignore; a frame of nothing else is a keep-alive. */
  readonly comment?: string
  readonly event?: string
  readonly id?: string
  /** Milliseconds to wait before reconnecting. */
  readonly retry?: number
  /** The payload as text: JSON, on every stream of ours. */
  readonly data?: string
}

/** One line `name: value` of a frame, known to the standard or not. */
export interface Field {
  readonly name: string
  readonly value: string
}

/**
 * What is wrong with a frame. `not-json`: its data is no JSON. `too-complex`: it is JSON nested deeper than 500, or of more
 * than 200,000 values, and was not read. `not-utf-8`: bytes were replaced by U+FFFD. `too-long`:
 * it passed the bound and was dropped. `unknown-fields`: it says nothing that a reader would act on. `other-framing`: it
 * is a frame of the framing named by `met`, and was read as one.
 */
export type FrameProblem = 'not-json' | 'too-complex' | 'not-utf-8' | 'too-long' | 'unknown-fields' | 'other-framing'

/** A frame as it came: what it says, and what it is worth. */
export interface DecodedFrame extends WireFrame {
  /** `settings` has an id or a retry time but neither event nor data: legal, and no event. */
  readonly kind: 'event' | 'comment' | 'settings'
  /** All fields in the order of the wire, repeated and unknown ones included. */
  readonly fields: readonly Field[]
  /** The text without the blank line that ends it; of a frame that is too long, only its beginning. */
  readonly raw: string
  /**
   * The event value: its data as JSON, or without data an object of its fields. Undefined for comments, settings, and
   * where a problem left none.
   */
  readonly value: unknown
  readonly problem?: FrameProblem
  /** Name of the framing that the frame is in, where that is not the stream's. */
  readonly met?: string
}

/** What was left when the bytes ended. */
export interface DecodedEnd {
  /** Frames that the end itself completes. */
  readonly frames: readonly DecodedFrame[]
  /** Text of a frame that began and never ended. */
  readonly unfinished?: string
}

/** Reads one stream, however it is cut into chunks. It never throws, and keeps no chunk that it was given. */
export interface FrameDecoder {
  /** Takes the next bytes and gives the frames that they complete, in order. */
  decode(chunk: Uint8Array): DecodedFrame[]
  /** To be called once, after the last chunk. */
  end(): DecodedEnd
}

export interface DecoderOptions {
  /**
   * Longest frame in bytes; a longer one is reported as `too-long`, and its rest is skipped.
   * @default 16777216
   */
  readonly maxBytes?: number | undefined
}

/** The bound on one frame where none is given: 16 MiB. */
export const DEFAULT_MAX_BYTES = 16 * 1024 * 1024
