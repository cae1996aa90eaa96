import type { Block } from './block-splitter.ts'
import { createBlockSplitter } from './block-splitter.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { parseSseFrame } from './parse-sse-frame.ts'
import type { DecodedEnd, DecodedFrame, DecoderOptions, FrameDecoder } from './wire-frame.ts'
import { DEFAULT_MAX_BYTES } from './wire-frame.ts'

const BOM = '\uFEFF'
const BOM_FIRST_BYTE = 0xef

/**
 * Reads an event stream as the standard says, and shows what a standard reader would hide: frames without data, unknown
 * fields, comments, and a last frame that was not finished.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function createSseDecoder({ maxBytes = DEFAULT_MAX_BYTES }: DecoderOptions = {}): FrameDecoder {
  const splitter = createBlockSplitter(maxBytes)
  let started = false
  let mayHaveBom = false

  function textOf(bytes: Uint8Array): { text: string; valid: boolean } {
    const { text, valid } = decodeUtf8(bytes)
    const hasBom = mayHaveBom && text.startsWith(BOM)
    mayHaveBom = false
    return { text: hasBom ? text.slice(BOM.length) : text, valid }
  }

  function frameOf({ bytes, tooLong }: Block): DecodedFrame | undefined {
    const { text, valid } = textOf(bytes)
    if (tooLong) return { kind: 'event', fields: [], raw: text, value: undefined, problem: 'too-long' }
    const frame = parseSseFrame(text)
    return frame === undefined || valid ? frame : { ...frame, problem: 'not-utf-8' }
  }

  return {
    decode(chunk) {
      // The mark counts only at the very start, where it makes the first block begin.
      if (!started && chunk.length > 0) {
        started = true
        mayHaveBom = chunk[0] === BOM_FIRST_BYTE
      }
      return splitter
        .split(chunk)
        .map(frameOf)
        .filter((frame) => frame !== undefined)
    },
    end: () => endOf(textOf(splitter.rest()).text),
  }
}

function endOf(text: string): DecodedEnd {
  const frame = parseSseFrame(text)
  // Comments need no blank line after them: nothing is missing when the stream ends with one.
  if (frame?.kind === 'comment' && /[\r\n]$/.test(text)) return { frames: [frame] }
  return frame ? { frames: [], unfinished: text } : { frames: [] }
}
