/** What happens on a connection, answer after answer. */
export interface AnswerListener {
  /** `head` is the text from the status line to the last header. */
  onHead(status: number, head: string): void
  /** One chunk of a chunked body as the server wrote it, or the whole of a counted one. Valid only during the call. */
  onChunk(bytes: Buffer): void
  onEnd(): void
}

/** How the body that is being read is delimited. */
type Expecting = { kind: 'head' } | { kind: 'chunk' } | { kind: 'counted'; length: number }

const HEAD: Expecting = { kind: 'head' }
const CHUNK: Expecting = { kind: 'chunk' }
const NOTHING = Buffer.alloc(0)

/**
 * Reads HTTP/1.1 answers from the bytes of one connection, whatever their cutting. It knows chunked and counted bodies and no trailers, which
 * is all the benchmarked servers send, and costs a small part of a general client: a client that is busy would measure itself.
 */
export function createAnswerParser(listener: AnswerListener): (bytes: Buffer) => void {
  let expecting = HEAD
  let rest: Buffer = NOTHING

  // Reads one part from `start`; answers where the next one begins, or undefined when bytes are missing.
  function readPart(bytes: Buffer, start: number): number | undefined {
    switch (expecting.kind) {
      case 'head':
        return readHead(bytes, start)
      case 'chunk':
        return readChunk(bytes, start)
      case 'counted':
        return readCounted(bytes, start, expecting.length)
    }
  }

  function readHead(bytes: Buffer, start: number): number | undefined {
    const end = bytes.indexOf('\r\n\r\n', start)
    if (end === -1) return undefined
    const head = bytes.toString('latin1', start, end)
    expecting = bodyOf(head)
    listener.onHead(Number(head.slice(9, 12)), head)
    return end + 4
  }

  function readChunk(bytes: Buffer, start: number): number | undefined {
    const sizeEnd = bytes.indexOf('\r\n', start)
    if (sizeEnd === -1) return undefined
    const line = bytes.toString('latin1', start, sizeEnd)
    const size = Number.parseInt(line, 16)
    if (Number.isNaN(size))
      throw new Error(`Failed to read an answer: a chunk begins with "${line}", which is no size.`)
    const end = sizeEnd + 2 + size
    if (end + 2 > bytes.length) return undefined
    if (size > 0) listener.onChunk(bytes.subarray(sizeEnd + 2, end))
    else finish()
    return end + 2
  }

  function readCounted(bytes: Buffer, start: number, length: number): number | undefined {
    if (start + length > bytes.length) return undefined
    if (length > 0) listener.onChunk(bytes.subarray(start, start + length))
    finish()
    return start + length
  }

  function finish(): void {
    expecting = HEAD
    listener.onEnd()
  }

  return (bytes) => {
    const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    let start = 0
    for (let next = readPart(all, start); next !== undefined; next = readPart(all, start)) start = next
    rest = start === all.length ? NOTHING : all.subarray(start)
  }
}

function bodyOf(head: string): Expecting {
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return CHUNK
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`Failed to read an answer: it is neither chunked nor counted.\n${head}`)
  return { kind: 'counted', length: Number(length) }
}
