import type { Call } from '../../src/mock/call.ts'
import { refuse } from './refusals.ts'
import type { State } from './state.ts'

const LONGEST = 200

/** What is wrong with the caller's trace session. The header goes before the query, the query before the body. */
export function badTraceSession(call: Call<State>, body: Readonly<Record<string, unknown>>) {
  const given = call.headers['x-trace-session-id'] ?? call.query.get('trace_session_id') ?? body.trace_session_id
  if (given === undefined) return undefined
  if (typeof given !== 'string') return refuse(400, 'bad_request', 'trace_session_id must be a string.')
  const length = [...given.trim()].length
  if (length > 0 && length <= LONGEST) return undefined
  return refuse(400, 'bad_request', `trace_session_id must be 1 to ${LONGEST} characters after trimming.`)
}
