import type { CallHead } from '../../src/mock/call.ts'
import { isRecord } from './fields.ts'
import { queryOf, refuse } from './refusals.ts'
import type { State } from './state.ts'

const NO_KEY =
  'Since v1.5, LANGFLOW_AUTO_LOGIN requires a valid API key. Set LANGFLOW_SKIP_AUTH_AUTO_LOGIN=true to skip this check. Please update your authentication method.'

/** The key of a call; one in the query wins over the header. */
function keyOf(call: CallHead<State>): string {
  return queryOf(call, 'x-api-key') || call.headers['x-api-key'] || ''
}

/** Refuses what brings no good API key. A bearer token counts for nothing here. */
export function checkKey(call: CallHead<State>) {
  const key = keyOf(call)
  if (key === '') return refuse(403, NO_KEY)
  return call.acceptsKey(key) ? undefined : refuse(403, 'Invalid or missing API key')
}

/** Refuses what brings neither the token of a login, as a header or a cookie, nor a good API key. */
export function checkSession(call: CallHead<State>) {
  const token = tokenOf(call)
  if (token !== '') {
    if (isExpired(token, call.now)) return refuse(401, 'Token has expired')
    return call.acceptsKey(token) ? undefined : refuse(401, 'Invalid token')
  }
  const key = keyOf(call)
  if (key === '') return refuse(403, 'No authentication credentials provided')
  return call.acceptsKey(key) ? undefined : refuse(403, 'Invalid API key')
}

function tokenOf({ headers }: CallHead<State>): string {
  const [, bearer] = /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '') ?? []
  const [, cookie] = /(?:^|;\s*)access_token_lf=([^;\s]*)/.exec(headers.cookie ?? '') ?? []
  return bearer ?? cookie ?? ''
}

/** Whether a JSON web token says that its time is over. */
function isExpired(token: string, now: number): boolean {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? []
  if (payload === undefined) return false
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return isRecord(claims) && typeof claims.exp === 'number' && claims.exp * 1_000 <= now
  } catch {
    return false
  }
}
