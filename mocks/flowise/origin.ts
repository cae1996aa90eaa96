import type { CallHead } from '../../src/mock/call.ts'
import { ALLOWED_ORIGIN, type Flow, flowInPath } from './flows.ts'
import { rateHeaders } from './rate-limit.ts'
import type { State } from './state.ts'

/** Operations that answer pages of other origins. */
const FOR_PAGES = ['createPrediction', 'getPublicChatbotConfig', 'checkStreaming']

/** Whether a page may talk to a flow. Callers that are no page may always. */
export function allowsOrigin({ headers }: CallHead<unknown>, flow: Flow): boolean {
  return headers.origin === undefined || !flow.oneSite || headers.origin === ALLOWED_ORIGIN
}

/** Headers of every answer; the origin of a page is echoed where it may read the answer. */
export function headers(call: CallHead<State>): Record<string, string> {
  const { origin } = call.headers
  const flow = flowInPath(call)
  const isForPages = call.operation ? FOR_PAGES.includes(call.operation.id) : call.method === 'OPTIONS'
  const echoed = origin !== undefined && origin !== 'null' && isForPages && (!flow || allowsOrigin(call, flow))
  return {
    vary: 'Origin',
    'content-security-policy': "frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
    ...rateHeaders(call),
    ...(echoed && { 'access-control-allow-origin': origin }),
    ...(echoed && call.method === 'OPTIONS' && preflight(call)),
  }
}

function preflight({ headers: { 'access-control-request-headers': asked } }: CallHead<unknown>) {
  return {
    'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
  }
}
