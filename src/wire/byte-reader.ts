import { FlowproofError } from '../errors.ts'

// A timer set for longer fires at once.
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * How a stream ended: the server closed it; the connection broke; nothing came for too long; the signal was aborted;
 * the consumer left the loop.
 */
export type EndKind = 'closed' | 'cut' | 'timed-out' | 'aborted' | 'left'

export interface ByteReaderOptions {
  /** Stops reading when aborted. */
  readonly signal?: AbortSignal | undefined
  /**
   * Longest wait for the next bytes, in milliseconds; only waiting counts, not the time the consumer takes.
   * @default Infinity
   */
  readonly silence?: number | undefined
}

/** Reads a stream to its end, whichever end that is, and remembers which it was. */
export interface ByteReader {
  /** The next bytes; undefined at the end. Never rejects. */
  read(): Promise<Uint8Array | undefined>
  /**
   * Ends the stream now, and a read under way with it: cancels the body, which closes its connection. Does nothing
   * after the end.
   */
  stop(how: EndKind): void
  /** Undefined before the end. `cause` is what the broken connection threw. */
  ended(): { readonly how: EndKind; readonly cause?: unknown } | undefined
}

/**
 * Locks the stream for good, so that a second reader is refused (`usage`) and not given an empty stream. Null, the body
 * of a response without one, is an empty stream.
 */
export function createByteReader(
  stream: ReadableStream<Uint8Array> | null,
  { signal, silence = Number.POSITIVE_INFINITY }: ByteReaderOptions = {},
): ByteReader {
  if (stream?.locked) {
    throw new FlowproofError('usage', 'Failed to read a stream: it is being read already. Read each body once.')
  }
  const reader = (stream ?? emptyStream()).getReader()
  let ended: { how: EndKind; cause?: unknown } | undefined

  function end(how: EndKind, cause?: unknown): void {
    ended ??= cause === undefined ? { how } : { how, cause }
    signal?.removeEventListener('abort', abort)
  }
  function stop(how: EndKind): void {
    if (ended) return
    end(how)
    // Fails only for a stream that has broken in the meantime, and nobody waits for it any more.
    reader.cancel().catch(() => undefined)
  }
  function abort(): void {
    stop('aborted')
  }
  async function read(): Promise<Uint8Array | undefined> {
    if (ended) return undefined
    const timer = silence <= LONGEST_TIMER ? setTimeout(stop, silence, 'timed-out') : undefined
    try {
      const { done, value } = await reader.read()
      if (!done) return value
      end('closed')
    } catch (error) {
      end(signal?.aborted || isAbort(error) ? 'aborted' : 'cut', error)
    } finally {
      clearTimeout(timer)
    }
    return undefined
  }

  if (signal?.aborted) abort()
  else signal?.addEventListener('abort', abort)
  return { read, stop, ended: () => ended }
}

function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() })
}

// The signal that was given to `fetch` ends the body too, and is nobody's fault.
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
}
