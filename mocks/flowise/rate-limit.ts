import type { CallHead } from '../../src/mock/call.ts'
import { type Flow, flowInPath } from './flows.ts'
import { textReply } from './refusals.ts'
import type { State } from './state.ts'

const LIMIT = 3
/** In ms. */
const PERIOD = 60_000
const MESSAGE = 'Too many requests, please try again later.'

/** Operations that count. */
const COUNTED = ['createPrediction', 'upsertVectors']

/** Counts a request to a flow with a limit, and refuses it when there are none left in the period. */
export function countRequest({ state, now }: CallHead<State>, flow: Flow) {
  if (!flow.limited) return undefined
  const known = state.periods.get(flow.id)
  const running = known && known.ends > now ? known : { ends: now + PERIOD, count: 0 }
  const period = { ...running, count: running.count + 1 }
  state.periods.set(flow.id, period)
  if (period.count <= LIMIT) return undefined
  return { ...textReply(429, MESSAGE), headers: { 'retry-after': String(Math.ceil((period.ends - now) / 1000)) } }
}

/** Headers on every answer of a flow with a limit. */
export function rateHeaders(call: CallHead<State>): Record<string, string> {
  const flow = COUNTED.includes(call.operation?.id ?? '') ? flowInPath(call) : undefined
  const period = flow && call.state.periods.get(flow.id)
  if (!period) return {}
  return {
    'x-ratelimit-limit': String(LIMIT),
    'x-ratelimit-remaining': String(Math.max(0, LIMIT - period.count)),
    'x-ratelimit-reset': String(Math.ceil(period.ends / 1000)),
  }
}
