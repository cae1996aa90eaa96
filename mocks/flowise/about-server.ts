import type { Call } from '../../src/mock/call.ts'
import { textReply } from './refusals.ts'
import type { State } from './state.ts'
import { has } from './variants.ts'

/** Says that the server is there. */
export function ping(call: Call<State>) {
  return textReply(200, 'pong', has(call, 'html-pong') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8')
}

/** Says which release answers. */
export function getVersion() {
  return { kind: 'body', status: 200, body: { version: '3.1.4' } } as const
}
