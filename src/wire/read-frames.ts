import type { ByteReaderOptions, EndKind } from './byte-reader.ts'
import { createByteReader } from './byte-reader.ts'
import { framingOf } from './framing.ts'
import { leavable } from './leavable.ts'
import type { DecodedEnd, DecodedFrame, DecoderOptions } from './wire-frame.ts'

/** How a stream ended, for whoever read it. */
export interface StreamEnd {
  readonly how: EndKind
  /** The text of a frame that had begun and never ended. */
  readonly unfinished?: string
  /** Frames that were no comment, and of which no event value could be made. */
  readonly skipped: number
  /** What the connection threw when it broke. */
  readonly cause?: unknown
}

/** Bytes that arrived together, and the frames that they completed. */
export interface FrameChunk {
  /** When they were read, on the clock of `now`: a consumer that is slow makes this late. */
  readonly at: number
  /** Empty for frames that only the end of the stream completed. */
  readonly bytes: Uint8Array
  readonly frames: readonly DecodedFrame[]
}

/** The chunks as they arrive; to be iterated once. */
export interface FrameReader extends AsyncIterable<FrameChunk> {
  /** Settles when the loop is over, and never rejects. */
  readonly end: Promise<StreamEnd>
}

export interface ReadFramesOptions extends ByteReaderOptions, DecoderOptions {
  /** What `x-framing` calls the framing. */
  readonly framing: string
  /**
   * Clock for `at`, in milliseconds.
   * @default performance.now
   */
  readonly now?: () => number
}

/**
 * Reads a body chunk by chunk and decodes its frames. A connection that breaks is not an error but an end; leaving the
 * loop cancels the body.
 */
export function readFrames(stream: ReadableStream<Uint8Array> | null, options: ReadFramesOptions): FrameReader {
  const { framing, maxBytes, now = () => performance.now() } = options
  const decoder = framingOf(framing).createDecoder({ maxBytes })
  const reader = createByteReader(stream, options)
  let skipped = 0
  let last: DecodedEnd | undefined
  let resolveEnd: (end: StreamEnd) => void = () => undefined
  const end = new Promise<StreamEnd>((resolve) => {
    resolveEnd = resolve
  })

  function chunkOf(bytes: Uint8Array, frames: readonly DecodedFrame[]): FrameChunk {
    skipped += frames.filter(({ kind, value }) => kind === 'event' && value === undefined).length
    return { at: now(), bytes, frames }
  }
  function decodeEnd(): DecodedEnd {
    last ??= decoder.end()
    return last
  }
  function leave(): void {
    reader.stop('left')
    const { unfinished } = decodeEnd()
    resolveEnd({ how: 'left', ...reader.ended(), skipped, ...(unfinished === undefined ? {} : { unfinished }) })
  }
  async function* chunks(): AsyncGenerator<FrameChunk, void, void> {
    try {
      for (let bytes = await reader.read(); bytes; bytes = await reader.read()) {
        yield chunkOf(bytes, decoder.decode(bytes))
      }
      const { frames } = decodeEnd()
      if (frames.length > 0) yield chunkOf(new Uint8Array(0), frames)
    } finally {
      leave()
    }
  }
  return { ...leavable(chunks(), leave), end }
}
