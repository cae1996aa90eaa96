import type { ReplyOf } from '../../src/mock/platform.ts'
import { definePlatform, type PlatformOf } from '../../src/mock/platform.ts'
import type { Run } from '../../src/mock/run.ts'
import type { EventStreamOf } from '../../src/wire/event-stream.ts'

interface Operations {
  greet: {
    responses: {
      200: { content: { 'application/json': { hello: string }; 'text/event-stream': EventStreamOf<{ event: 'hi' }> } }
      404: { content: { 'application/json': { message: string } } }
    }
  }
  leave: { responses: { 204: { content?: never } } }
  show: { responses: { 200: { content: { 'image/*': string } } } }
}

declare const run: Run
declare const rest: Omit<PlatformOf<Operations, undefined>, 'handlers'>
type Greeting = ReplyOf<Operations['greet']>

const good = { kind: 'body', status: 200, body: { hello: 'you' } } as const
export const whole: Greeting = good
export const refusal: Greeting = { kind: 'body', status: 404, body: { message: 'nobody' } }
const stream: Greeting = { kind: 'stream', status: 200, type: 'text/event-stream', run, frames: () => [] }
export const later: Greeting = { kind: 'later', run, reply: () => good }
export const file: ReplyOf<Operations['show']> = {
  kind: 'file',
  status: 200,
  type: 'image/png',
  bytes: new Uint8Array(),
}

// @ts-expect-error The body belongs to another status.
export const otherBody: Greeting = { kind: 'body', status: 404, body: { hello: 'you' } }
// @ts-expect-error The spec knows no such status.
export const otherStatus: Greeting = { kind: 'body', status: 500, body: { message: 'no' } }
// @ts-expect-error The spec promises a body.
export const noBody: Greeting = { kind: 'empty', status: 200 }
const otherLaterReply = { kind: 'body', status: 200, body: { bye: 'you' } } as const
// @ts-expect-error What comes later is held to the spec as well.
export const otherLater: Greeting = { kind: 'later', run, reply: () => otherLaterReply }
// @ts-expect-error Nothing streams here.
export const otherStream: ReplyOf<Operations['show']> = stream

const handlers: PlatformOf<Operations, undefined>['handlers'] = {
  greet: () => good,
  leave: () => ({ kind: 'empty', status: 204 }),
  show: () => file,
}
export const platform = definePlatform<Operations, undefined>({ ...rest, handlers })

export const extra = definePlatform<Operations, undefined>({
  ...rest,
  handlers: {
    ...handlers,
    // @ts-expect-error The spec has no such operation.
    wave: () => good,
  },
})

// @ts-expect-error An operation has no handler.
export const missing = definePlatform<Operations, undefined>({ ...rest, handlers: { greet: () => good } })
