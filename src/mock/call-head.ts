import type { IncomingHttpHeaders } from 'node:http'
import { uuidOf } from '../run/uuid.ts'
import type { CallHead } from './call.ts'
import type { OpenRecord } from './journal.ts'
import type { MountedPlatform } from './mounted.ts'
import { observeRuns } from './observe-runs.ts'
import type { Match } from './routes.ts'
import type { ServerContext } from './server-context.ts'

/** What HTTP says of a request before its body. */
export interface RequestHead {
  /** Upper case. */
  readonly method: string
  /** Below the platform's base, as sent. */
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
}

/** Reads the request line and headers. @param url - path and query below the platform's base, as sent. */
export function readRequestHead(method: string, url: string, headers: IncomingHttpHeaders): RequestHead {
  const [path = '', ...rest] = url.split('?')
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) texts[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method,
    path: path.startsWith('/') ? path : `/${path}`,
    query: new URLSearchParams(rest.join('?')),
    headers: texts,
  }
}

/** Gives a platform its view of a request. The record learns of the runs that the platform looks at. */
export function createCallHead(
  server: ServerContext,
  mounted: MountedPlatform,
  { request, match, record }: { request: RequestHead; match: Match; record: OpenRecord },
): CallHead<unknown> {
  const { clock, seed, key } = server
  const found = match.kind === 'operation' ? match : undefined
  return {
    operation: found?.operation,
    method: request.method,
    path: decodePath(request.path),
    base: originOf(request.headers, server) + mounted.base,
    params: found?.params ?? {},
    query: request.query,
    headers: request.headers,
    state: mounted.state,
    runs: observeRuns(mounted.runs, (run) => {
      record.scenario = run.scenario.name
      record.run = run.number
    }),
    scenarios: mounted.scenarios,
    quirks: mounted.quirks,
    now: Math.round(clock.epoch() + clock.now()),
    acceptsKey: (offered) => offered !== '' && (key === undefined || offered === key),
    id: (name) => uuidOf(`${seed}:${mounted.name}:call:${record.number}:${name}`, 4),
  }
}

// As the client sees it: by the proxy's word when the server was told to trust that, else by the request's own.
function originOf(headers: RequestHead['headers'], { trustProxy, authority }: ServerContext): string {
  const forwarded = (name: string) => (trustProxy ? headers[name]?.split(',')[0]?.trim() : undefined)
  const host = forwarded('x-forwarded-host') ?? headers.host ?? authority()
  return `${forwarded('x-forwarded-proto') ?? 'http'}://${host}`
}

// What is not legal percent-encoding stays as it was sent: the platform refuses it in its own words.
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
