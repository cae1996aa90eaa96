import type { ServerResponse } from 'node:http'
import type { Frame } from '../wire/frame.ts'
import type { CallHead } from './call.ts'
import type { Clock } from './clock.ts'
import type { Platform } from './platform.ts'
import { perform } from './play.ts'
import type { Reply } from './reply.ts'
import { untilRest } from './until-rest.ts'

/** Who a reply goes to. */
export interface Recipient {
  readonly res: ServerResponse
  readonly platform: Platform
  readonly head: CallHead<unknown>
  readonly clock: Clock
  /** Aborted when the client has left, or was cut off by the server. */
  readonly gone: AbortSignal
  /** Whether it was the client who left. */
  readonly hasLeft: () => boolean
  readonly began: (status: number) => void
  readonly wrote: (frames: readonly Frame[]) => void
}

/** Carries out what a handler answered, to its end or until the client is gone. */
export async function deliver(reply: Reply, to: Recipient): Promise<void> {
  switch (reply.kind) {
    case 'body': {
      const encoded =
        reply.text === undefined || reply.type === undefined ? to.platform.encodeBody(reply.body) : undefined
      const type = reply.type ?? encoded?.type ?? ''
      return sendWhole(to, reply, { type, body: Buffer.from(reply.text ?? encoded?.text ?? '') })
    }
    case 'file':
      return sendWhole(to, reply, { type: reply.type, body: reply.bytes })
    case 'empty':
      return sendWhole(to, reply, { type: undefined, body: new Uint8Array() })
    case 'stream': {
      writeHead(to, reply, { 'content-type': reply.type })
      if (to.head.method === 'HEAD') return void to.res.end()
      await perform(reply, to)
      if (to.hasLeft()) reply.whenLeft?.()
      return
    }
    case 'silent':
      return to.clock.wait(Number.POSITIVE_INFINITY, to.gone)
    case 'later': {
      await untilRest(reply, to.clock, to.gone)
      if (to.hasLeft()) return reply.whenLeft?.()
      if (!to.gone.aborted) await deliver(reply.reply(), to)
      return
    }
  }
}

interface Content {
  readonly type: string | undefined
  readonly body: Uint8Array
}

type ReplyHead = Pick<Exclude<Reply, { kind: 'later' | 'silent' }>, 'status' | 'headers'>

function sendWhole(to: Recipient, reply: ReplyHead, { type, body }: Content): void {
  // https://www.rfc-editor.org/rfc/rfc9110#section-8.6-8
  const hasLength = reply.status >= 200 && reply.status !== 204 && reply.status !== 304
  writeHead(to, reply, {
    ...(type !== undefined && { 'content-type': type }),
    ...(hasLength && { 'content-length': String(body.length) }),
  })
  to.res.end(body.length > 0 ? body : undefined)
}

// Later ones win: what the reply says stands above what holds for every answer.
function writeHead(
  { res, platform, head, began }: Recipient,
  reply: ReplyHead,
  own: Readonly<Record<string, string>>,
): void {
  for (const headers of [platform.headers(head), own, reply.headers ?? {}]) {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  }
  res.writeHead(reply.status)
  began(reply.status)
}
