import type { IncomingMessage } from 'node:http'

/** The bytes of a request's body, or why there are none: it is larger than the limit, or the client left. */
export type ReadBody =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'left' }

/**
 * Reads the body of a request. One that is too large is told as soon as that is known; its rest is still taken off the wire and thrown
 * away, because a client that is still sending would otherwise not see the answer.
 */
export function readBody(req: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (outcome: ReadBody) => {
      req.off('data', take).off('end', whole).off('close', leave).off('error', leave)
      if (outcome.kind === 'too-large') req.on('error', () => undefined).resume()
      resolve(outcome)
    }
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) end({ kind: 'too-large' })
      else chunks.push(chunk)
    }
    const whole = () => end({ kind: 'bytes', bytes: Buffer.concat(chunks) })
    const leave = () => end({ kind: 'left' })
    if (Number(req.headers['content-length'] ?? 0) > limit) return end({ kind: 'too-large' })
    req.on('data', take).on('end', whole).on('close', leave).on('error', leave)
  })
}
