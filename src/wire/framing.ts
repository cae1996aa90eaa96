import { FlowproofError } from '../errors.ts'
import { encodeSse } from './sse.ts'
import { createSseDecoder } from './sse-decoder.ts'
import type { DecoderOptions, FrameDecoder, WireFrame } from './wire-frame.ts'

/**
 * A way to put events on a byte stream. To add one: a module with its writer and its reader, and a line in `FRAMINGS`.
 */
export interface Framing {
  /** What `x-framing` calls it. */
  readonly name: string
  /** Media types, without parameters, of responses that carry it. */
  readonly mediaTypes: readonly string[]
  /** Writes one whole frame; throws a TypeError for what cannot be written. */
  encode(frame: WireFrame): string
  createDecoder(options?: DecoderOptions): FrameDecoder
}

const SSE: Framing = {
  name: 'sse',
  mediaTypes: ['text/event-stream'],
  encode: encodeSse,
  createDecoder: createSseDecoder,
}

const FRAMINGS: ReadonlyMap<string, Framing> = new Map([SSE].map((framing) => [framing.name, framing]))

/** Every name that `x-framing` may have. */
export const framingNames: readonly string[] = [...FRAMINGS.keys()]

/** Finds a framing by its name; throws `spec-invalid` when there is none of that name. */
export function framingOf(name: string): Framing {
  const framing = FRAMINGS.get(name)
  if (framing) return framing
  throw new FlowproofError(
    'spec-invalid',
    `Failed to find framing "${name}": there is none. Use ${framingNames.join(' or ')}.`,
  )
}
