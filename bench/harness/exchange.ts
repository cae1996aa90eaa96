import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { createAnswerParser } from './answer-parser.ts'
import { type BenchRequest, encodeRequest } from './request.ts'

/** One answer with the times of its parts. */
export interface Answer {
  readonly status: number
  /** In the order and spelling of the server. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The chunks of a chunked body, or the only one of a counted one. */
  readonly chunks: readonly string[]
  /** Milliseconds from the sending of the request to each chunk. */
  readonly times: readonly number[]
}

const LONGEST_SILENCE = 20_000

/** Sends one request on a connection of its own and reads the answer to its end. */
export function exchange(port: number, request: BenchRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const chunks: string[] = []
    const times: number[] = []
    let sent = 0
    let status = 0
    let head = ''
    const parse = createAnswerParser({
      onHead(code, text) {
        status = code
        head = text
      },
      onChunk(bytes) {
        times.push(performance.now() - sent)
        chunks.push(bytes.toString())
      },
      onEnd() {
        socket.destroy()
        resolve({ status, headers: parseHeaders(head), chunks, times })
      },
    })
    socket.on('connect', () => {
      sent = performance.now()
      socket.write(encodeRequest(request))
    })
    socket.on('data', parse)
    socket.setTimeout(LONGEST_SILENCE, () => reject(new Error(`nothing came for ${LONGEST_SILENCE} ms`)))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the connection closed before the answer ended')))
  })
}

function parseHeaders(head: string): [string, string][] {
  return head
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    })
}
