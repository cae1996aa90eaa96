import { createBlockDecoder } from './block-decoder.ts'
import { parseJsonFrame } from './parse-json-frame.ts'
import { parseSseFrame } from './parse-sse-frame.ts'
import type { DecodedFrame, DecoderOptions, FrameDecoder, WireFrame } from './wire-frame.ts'

const ONE_LINE_OBJECT = /^\{[^\r\n]*\}$/

/**
 * Writes one JSON object on a line of its own, and a blank line after it. Throws a TypeError for what has no place
 * there: a comment, an event name, an id, a retry time, and data that is no object or has a line break.
 */
export function encodeJsonBlankLine({ data, ...others }: WireFrame): string {
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? []
  if (other !== undefined) throw new TypeError(`Failed to encode "${other}": a frame of bare JSON has data only.`)
  if (data !== undefined && ONE_LINE_OBJECT.test(data)) return `${data}\n\n`
  const got = data === undefined ? 'none' : JSON.stringify(data)
  throw new TypeError(`Failed to encode a frame: its data must be a JSON object on one line, got ${got}.`)
}

/** Reads JSON objects parted by blank lines. Server-sent events that come in their place are read as such, and marked. */
export function createJsonBlankLineDecoder(options?: DecoderOptions): FrameDecoder {
  return createBlockDecoder(parseFrame, options)
}

function parseFrame(text: string): DecodedFrame | undefined {
  const frame = parseJsonFrame(text)
  if (frame?.problem === undefined) return frame
  const event = parseSseFrame(text)
  if (event === undefined || event.problem === 'unknown-fields') return frame
  return { ...event, problem: 'other-framing', met: 'sse' }
}
