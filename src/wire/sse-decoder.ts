import { createBlockDecoder } from './block-decoder.ts'
import { parseJsonFrame } from './parse-json-frame.ts'
import { parseSseFrame } from './parse-sse-frame.ts'
import type { DecodedFrame, DecoderOptions, FrameDecoder } from './wire-frame.ts'

/**
 * Reads an event stream as the standard says, and shows what a standard reader would hide: frames without data, unknown
 * fields, comments, a last frame that was not finished, and bare JSON objects.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function createSseDecoder(options?: DecoderOptions): FrameDecoder {
  return createBlockDecoder(parseFrame, options)
}

function parseFrame(text: string): DecodedFrame | undefined {
  const frame = parseSseFrame(text)
  if (frame?.problem !== 'unknown-fields') return frame
  const bare = parseJsonFrame(text)
  if (bare === undefined || bare.problem !== undefined) return frame
  return { ...bare, problem: 'other-framing', met: 'json-blank-line' }
}
