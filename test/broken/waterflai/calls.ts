import { readPointer } from '../../../src/spec/pointer.ts'
import { eachEvent } from '../damage.ts'
import type { Call, Damage, Head } from '../proxy.ts'

/** An id that the correct server gives to nothing. */
export const OTHER_ID = '00000000-0000-4000-8000-000000000000'

export const waiting = (kind: 'chatflow' | 'workflow') => (call: Call) =>
  new RegExp(`^/execute_${kind}/[^/]+/execute$`).test(call.path)
export const following = (kind: 'chatflow' | 'workflow') => (call: Call) =>
  new RegExp(`^/execute_${kind}/[^/]+/stream_execute$`).test(call.path)
export const start = (call: Call) => call.path.endsWith('/async')
export const status = (call: Call) => call.method === 'GET' && isJob(call)
export const cancel = (call: Call) => call.method === 'DELETE' && isJob(call)
export const jobStream = (call: Call) => /^\/v1\/executions\/[^/]+\/stream$/.test(call.path)
export const chat = (call: Call) => call.path === '/v1/chat/completions'

function isJob({ path }: Call): boolean {
  return /^\/v1\/executions\/[^/]+$/.test(path)
}

/** Another status on the same answer. */
export const withStatus =
  (status: number) =>
  ({ headers }: Head): Head => ({ status, headers })

/** Another media type on the answers of one status. */
export const withType =
  (status: number, type: string) =>
  (head: Head): Head => ({
    ...head,
    headers: head.status === status ? { ...head.headers, 'content-type': type } : head.headers,
  })

/** Changes the events of one type. */
export function eachTyped(type: string, change: (event: unknown) => readonly unknown[]): NonNullable<Damage['frames']> {
  return eachEvent((event) => (readPointer(event, '/type') === type ? change(event) : [event]))
}

/** Changes each frame as text. */
export function eachFrame(change: (frame: string) => readonly string[]): NonNullable<Damage['frames']> {
  return () => (frame) => (frame === undefined ? [] : change(frame))
}
