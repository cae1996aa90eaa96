import { framingOf } from '../../src/wire/framing.ts'
import type { DecodedFrame, DecoderOptions } from '../../src/wire/wire-frame.ts'

export interface Decoded {
  readonly frames: readonly DecodedFrame[]
  readonly unfinished?: string
}

/** Decodes chunks from the first byte to the end of the stream, as server-sent events unless another framing is named. */
export function decodeAll(
  chunks: Iterable<Uint8Array>,
  { framing = 'sse', ...options }: DecoderOptions & { readonly framing?: string } = {},
): Decoded {
  const decoder = framingOf(framing).createDecoder(options)
  const frames: DecodedFrame[] = []
  for (const chunk of chunks) {
    frames.push(...decoder.decode(chunk))
    // Whoever owns the chunk may use it again.
    chunk.fill(0)
  }
  const { frames: last, ...end } = decoder.end()
  return { frames: [...frames, ...last], ...end }
}

/** Bytes of a text, in pieces that end at the given places; places past the end are ignored. */
export function cutAt(text: string, places: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const ends = [...places, bytes.length].filter((place) => place <= bytes.length).sort((a, b) => a - b)
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end))
}

/** Bytes of a text, each in a chunk of its own. */
export function oneByOne(text: string): Uint8Array[] {
  return cutAt(
    text,
    Array.from({ length: new TextEncoder().encode(text).length }, (_, index) => index + 1),
  )
}
