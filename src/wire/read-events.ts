import { FlowproofError } from '../errors.ts'
import type { ByteReaderOptions } from './byte-reader.ts'
import type { EventStreamOf } from './event-stream.ts'
import { framingOf } from './framing.ts'
import { leavable } from './leavable.ts'
import type { FrameReader, StreamEnd } from './read-frames.ts'
import { readFrames } from './read-frames.ts'

/** The events of one stream as they arrive; to be iterated once. */
export interface EventReader<E> extends AsyncIterable<E> {
  /** How the stream ended. Settles when the loop is over, and never rejects. */
  readonly end: Promise<StreamEnd>
}

/**
 * Reads the events of a response, or of its body. Comments are passed over, frames that hold no event value are counted
 * in `end`. A connection that breaks ends the loop and shows in `end`; leaving the loop closes the connection. Throws
 * `usage`, and leaves the body alone, for a response that failed or is no stream, and for a body in use.
 *
 * ```ts
 * const reader = readEvents(response)
 * for await (const event of reader) console.log(event)
 * if ((await reader.end).how !== 'closed') console.error('the stream broke off')
 * ```
 */
export type ReadEvents<E> = <F extends E = E>(
  source: Response | EventStreamOf<F> | null,
  options?: ByteReaderOptions,
) => EventReader<F>

/**
 * Makes the typed reader of one platform's streams, in whichever of our framings a frame comes; responses must have a
 * content type of the framings that are named. The types are the spec's promise: events are parsed, not validated.
 */
export function createEventReader<E>(framing: string, ...others: readonly string[]): ReadEvents<E> {
  const mediaTypes = [...new Set([framing, ...others].flatMap((name) => framingOf(name).mediaTypes))]
  return <F extends E>(source: Response | EventStreamOf<F> | null, options: ByteReaderOptions = {}) => {
    const body = source !== null && 'headers' in source ? bodyOf(source, mediaTypes) : source
    // Every decoder of ours makes the same event values of the same bytes: they differ in what they find wrong.
    const frames = readFrames(body, { framing, ...options })
    const leave = (): void => void frames[Symbol.asyncIterator]().return?.()
    return { ...leavable(eventsOf<F>(frames, options.signal), leave), end: frames.end }
  }
}

async function* eventsOf<E>(frames: FrameReader, signal: AbortSignal | undefined): AsyncGenerator<E, void, void> {
  for await (const chunk of frames) {
    for (const { kind, value } of chunk.frames) {
      if (signal?.aborted) return
      // Unchecked on purpose: a reader that validated would need the whole spec in the browser.
      if (kind === 'event' && value !== undefined) yield value as E
    }
  }
}

function bodyOf(response: Response, mediaTypes: readonly string[]): Response['body'] {
  if (response.bodyUsed) {
    throw new FlowproofError('usage', 'Failed to read events: the body has been read already. Read each response once.')
  }
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  // A response made by hand may have no content type; a server that names another one means it.
  if (response.ok && (type === undefined || mediaTypes.includes(type))) return response.body
  const method = type === undefined || /[/+]json$/.test(type) ? 'json' : 'text'
  throw new FlowproofError(
    'usage',
    `Failed to read events: the answer is ${response.status} ${type ?? 'without a content type'}, not 200 ${mediaTypes.join(' or ')}. ` +
      `Check response.ok and the content type first, and read this one with response.${method}().`,
  )
}
