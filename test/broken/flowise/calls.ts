import type { Call, Head } from '../proxy.ts'
import { FLOWS } from './target.ts'

/** An id that the correct server gives to nothing. */
export const OTHER_ID = 'c3800678-a077-43df-a102-53f23ed20b88'

/** Calls of one method to paths that begin so. */
export const at = (route: string) => (call: Call) => `${call.method} ${call.path}`.startsWith(route)

export const predict = at('POST /prediction/')
export const streamed = (call: Call) => predict(call) && /"streaming":true/.test(call.body)
export const blocking = (call: Call) => predict(call) && !streamed(call) && call.body.startsWith('{')
export const resumed = (call: Call) => predict(call) && call.body.includes('"humanInput"')
export const toAgentflow = (call: Call) => call.path.includes(FLOWS.agentflow_id)
export const toAgents = (call: Call) => call.path.includes(FLOWS.agents_id)
export const withMessage = (text: string) => (call: Call) => predict(call) && call.body.includes(text)
export const both =
  (...tests: readonly ((call: Call) => boolean)[]) =>
  (call: Call) =>
    tests.every((test) => test(call))

/** Another status on the same answer. */
export const withStatus =
  (status: number) =>
  ({ headers }: Head): Head => ({ status, headers })

/** Another media type on the same answer. */
export const withType =
  (type: string) =>
  ({ status, headers }: Head): Head => ({ status, headers: { ...headers, 'content-type': type } })
