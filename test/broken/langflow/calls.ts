import type { Call, Head } from '../proxy.ts'
import { KEY } from './target.ts'

/** An id that the correct server gives to nothing. */
export const OTHER_ID = 'c3800678-a077-43df-a102-53f23ed20b88'

// Below a base URL that is the root, the slash belongs to the base.
const pathOf = ({ path }: Call) => `/${path.replace(/^\//, '')}`
/** Calls of one method and path: `GET /health`. */
export const at = (route: string) => (call: Call) => `${call.method} ${pathOf(call)}` === route
/** Calls below a path: `/api/v1/process`. */
export const below = (path: string) => (call: Call) => pathOf(call).startsWith(`${path}/`)
const running = below('/api/v1/run')
export const batch = (call: Call) => running(call) && !call.query.has('stream')
export const streamed = (call: Call) => running(call) && call.query.get('stream') === 'true'
export const webhook = below('/api/v1/webhook')
const start = at('POST /api/v2/workflows')
/** Workflows that are started in one mode. */
export const workflow = (mode: 'sync' | 'stream' | 'background') => (call: Call) =>
  start(call) && call.body.includes(`"mode":"${mode}"`)
export const poll = at('GET /api/v2/workflows')
export const stop = at('POST /api/v2/workflows/stop')
export const follow = (call: Call) => /^\/api\/v2\/workflows\/[^/]+\/events$/.test(pathOf(call))
export const build = (call: Call) => /^\/api\/v1\/build\/[^/]+\/flow$/.test(pathOf(call))
export const direct = (call: Call) => build(call) && call.query.get('event_delivery') === 'direct'
const buildEvents = (call: Call) => /^\/api\/v1\/build\/[^/]+\/events$/.test(pathOf(call))
export const polledBuild = (call: Call) => buildEvents(call) && call.query.get('event_delivery') === 'polling'
export const streamedBuild = (call: Call) => buildEvents(call) && call.query.get('event_delivery') === 'streaming'
export const cancel = (call: Call) => /^\/api\/v1\/build\/[^/]+\/cancel$/.test(pathOf(call))
/** Calls whose body has this text. */
export const saying = (text: string, on: (call: Call) => boolean) => (call: Call) =>
  on(call) && call.body.includes(text)

/** Another status on the same answer. */
export const withStatus =
  (status: number) =>
  ({ headers }: Head): Head => ({ status, headers })

/** Another media type on the same answer. */
export const withType =
  (type: string) =>
  ({ status, headers }: Head): Head => ({ status, headers: { ...headers, 'content-type': type } })

/** Puts the right key into a request, whichever key it brings. */
export const KEYED = ({ headers }: Call): Partial<Call> => ({ headers: { ...headers, 'x-api-key': KEY } })
