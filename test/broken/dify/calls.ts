import type { Call, Head } from '../proxy.ts'

/** An id that the correct server gives to nothing. */
export const OTHER_ID = 'c3800678-a077-43df-a102-53f23ed20b88'

/** The key that the correct server takes. */
export const KEY = 'app-flowproof0123456789abcde'

/** Calls of one method and path: `POST /workflows/run`. */
export const at = (route: string) => (call: Call) => `${call.method} ${call.path}` === route
export const run = at('POST /workflows/run')
export const logs = at('GET /workflows/logs')
export const record = (call: Call) => call.method === 'GET' && call.path.startsWith('/workflows/run/')
export const events = (call: Call) => call.path.endsWith('/events')
export const form = (call: Call) => call.path.startsWith('/form/')

/** Another status on the same answer. */
export const withStatus =
  (status: number) =>
  ({ headers }: Head): Head => ({ status, headers })
