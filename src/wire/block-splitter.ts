import { createByteBuffer } from './byte-buffer.ts'

const LF = 0x0a
const CR = 0x0d
const HEAD = 1024

/** Bytes between two blank lines, their own line ends included. */
export interface Block {
  readonly bytes: Uint8Array
  /** The block passed the bound: `bytes` is only its beginning, and the rest was dropped. */
  readonly tooLong: boolean
}

/**
 * Cuts bytes into blocks at blank lines; line ends are LF, CRLF and CR. Blank lines in a row end one block, not
 * several.
 */
export interface BlockSplitter {
  split(chunk: Uint8Array): Block[]
  /** What came after the last blank line; call it once, at the end. */
  rest(): Uint8Array
}

/**
 * Works on bytes, since line ends are never part of another UTF-8 character: so chunks may end anywhere. A blank line
 * that is a CR ends its block at once, and does not wait to see whether an LF follows.
 */
export function createBlockSplitter(maxBytes: number): BlockSplitter {
  const pending = createByteBuffer()
  const headLength = Math.min(HEAD, maxBytes)
  let lineIsBlank = true
  let afterCr = false
  let dropping = false

  function head(bytes: Uint8Array): Block {
    if (pending.length() < headLength) pending.add(bytes.subarray(0, headLength))
    return { bytes: pending.take().slice(0, headLength), tooLong: true }
  }

  /** The bytes up to a blank line end the block. */
  function close(bytes: Uint8Array, blocks: Block[]): void {
    const length = pending.length() + bytes.length
    if (dropping) dropping = false
    else if (length > maxBytes) blocks.push(head(bytes))
    else if (pending.length() > 0) {
      pending.add(bytes)
      blocks.push({ bytes: pending.take(), tooLong: false })
    } else if (length > 0) blocks.push({ bytes, tooLong: false })
  }

  /** The chunk ends inside a block. */
  function keep(bytes: Uint8Array, blocks: Block[]): void {
    if (dropping) return
    dropping = pending.length() + bytes.length > maxBytes
    if (dropping) blocks.push(head(bytes))
    else pending.add(bytes)
  }

  return {
    split(chunk) {
      const blocks: Block[] = []
      let start = 0
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at]
        const endsCrLf = byte === LF && afterCr
        afterCr = byte === CR
        if (endsCrLf) {
          // The CR has ended the block already: this LF belongs to no other.
          if (start === at && pending.length() === 0) start = at + 1
        } else if (byte !== LF && byte !== CR) lineIsBlank = false
        else if (lineIsBlank) {
          close(chunk.subarray(start, at), blocks)
          start = at + 1
        } else lineIsBlank = true
      }
      keep(chunk.subarray(start), blocks)
      return blocks
    },
    rest: () => pending.take(),
  }
}
