import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { createJsonBlankLineDecoder, encodeJsonBlankLine } from './json-blank-line.ts'
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

/** One JSON object on each line that is not blank, and a blank line after it; sent under either of two names. */
const JSON_BLANK_LINE: Framing = {
  name: 'json-blank-line',
  mediaTypes: ['text/event-stream', 'application/x-ndjson'],
  encode: encodeJsonBlankLine,
  createDecoder: createJsonBlankLineDecoder,
}

const FRAMINGS: ReadonlyMap<string, Framing> = new Map([SSE, JSON_BLANK_LINE].map((framing) => [framing.name, framing]))

/** Every name that `x-framing` may have. */
export const framingNames: readonly string[] = [...FRAMINGS.keys()]

/** Finds a framing by its name; throws `spec-invalid`, with the name that was likely meant, when there is none of that name. */
export function framingOf(name: string): Framing {
  const framing = FRAMINGS.get(name)
  if (framing) return framing
  const near = nearest(name, framingNames)
  const advice = near === undefined ? `Use ${framingNames.join(' or ')}.` : `Did you mean ${near}?`
  throw new FlowproofError('spec-invalid', `Failed to find framing "${name}": there is none. ${advice}`)
}
