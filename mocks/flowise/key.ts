import type { CallHead } from '../../src/mock/call.ts'
import type { Flow } from './flows.ts'

/** A key in the form of the platform's own: 43 characters of base64url. */
export const SAMPLE_KEY = 'flowproof-sample-key-0123456789-abcdefghijk'

/** No server has it. */
const NOBODYS_KEY = '\0'

/** The key of a call: what follows the last `Bearer `, or the whole header without one. */
export function keyOf({ headers }: CallHead<unknown>): string {
  return headers.authorization?.split('Bearer ').pop()?.trim() ?? ''
}

/** Whether the call may use the flow. A server with a key of its own binds all its flows to that; otherwise `locked-` flows have the sample key. */
export function opens(call: CallHead<unknown>, flow: Flow): boolean {
  if (!call.acceptsKey(NOBODYS_KEY)) return call.acceptsKey(keyOf(call))
  return !flow.locked || keyOf(call) === SAMPLE_KEY
}

/** Whether the key lacks all permissions: one that begins with `guest-` does. */
export const lacksPermission = (call: CallHead<unknown>): boolean => keyOf(call).startsWith('guest-')
