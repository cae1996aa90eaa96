import type { Block } from './block-splitter.ts'
import { createBlockSplitter } from './block-splitter.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { DecodedEnd, DecodedFrame, DecoderOptions, FrameDecoder } from './wire-frame.ts'
import { DEFAULT_MAX_BYTES } from './wire-frame.ts'

const BOM = '\uFEFF'
const BOM_FIRST_BYTE = 0xef

/** Reads the text of one frame, without the blank line that ended it; undefined when there is nothing in it. */
export type ParseFrame = (text: string) => DecodedFrame | undefined

/** Reads a stream whose frames end with a blank line, whatever a frame is. A byte order mark at the start is passed over. */
export function createBlockDecoder(
  parse: ParseFrame,
  { maxBytes = DEFAULT_MAX_BYTES }: DecoderOptions = {},
): FrameDecoder {
  const splitter = createBlockSplitter(maxBytes)
  let started = false
  let mayHaveBom = false

  function textOf(bytes: Uint8Array): { text: string; valid: boolean } {
    const { text, valid } = decodeUtf8(bytes)
    const hasBom = mayHaveBom && text.startsWith(BOM)
    mayHaveBom = false
    // Blank lines after the mark are blank lines like any other: they belong to no frame.
    return { text: hasBom ? text.slice(BOM.length).replace(/^[\r\n]+/, '') : text, valid }
  }

  function frameOf({ bytes, tooLong }: Block): DecodedFrame | undefined {
    const { text, valid } = textOf(bytes)
    if (tooLong) return { kind: 'event', fields: [], raw: text, value: undefined, problem: 'too-long' }
    const frame = parse(text)
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
    end: () => endOf(textOf(splitter.rest()).text, parse),
  }
}

function endOf(text: string, parse: ParseFrame): DecodedEnd {
  const frame = parse(text)
  // Comments need no blank line after them: nothing is missing when the stream ends with one.
  if (frame?.kind === 'comment' && /[\r\n]$/.test(text)) return { frames: [frame] }
  return frame ? { frames: [], unfinished: text } : { frames: [] }
}
