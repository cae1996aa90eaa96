import type { CallHead } from '../../src/mock/call.ts'
import type { State } from './state.ts'

/** Refuses what /run has replaced; /predict, too, speaks of /process. */
export function deprecated() {
  const detail = 'The /process endpoint is deprecated and will be removed in a future version. Please use /run instead.'
  return { kind: 'body', status: 400, body: { detail } } as const
}

export const getHealth = () => ({ kind: 'body', status: 200, body: { status: 'ok' } }) as const

export const checkHealth = () => ({ kind: 'body', status: 200, body: { status: 'ok', chat: 'ok', db: 'ok' } }) as const

export const getVersion = () =>
  ({ kind: 'body', status: 200, body: { version: '1.8.4', main_version: '1.8.4', package: 'Langflow' } }) as const

/** Cross-origin headers: every origin is welcome, with credentials; one that brings a cookie is named. */
export function headers({ method, headers: sent }: CallHead<State>): Record<string, string> {
  if (sent.origin === undefined) return {}
  const credentials = { 'access-control-allow-credentials': 'true' }
  if (method === 'OPTIONS') {
    const wanted = sent['access-control-request-headers']
    return {
      'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
      'access-control-max-age': '600',
      ...credentials,
      'access-control-allow-origin': sent.origin,
      ...(wanted !== undefined && { 'access-control-allow-headers': wanted }),
      vary: 'Origin',
    }
  }
  if (sent.cookie === undefined) return { 'access-control-allow-origin': '*', ...credentials }
  return { 'access-control-allow-origin': sent.origin, ...credentials, vary: 'Origin' }
}
