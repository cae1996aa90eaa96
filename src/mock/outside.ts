import type { IncomingMessage, ServerResponse } from 'node:http'
import { readRequestHead } from './call-head.ts'
import type { MountedPlatform } from './mounted.ts'
import { createRedact } from './redact.ts'
import type { ServerContext } from './server-context.ts'

/** Answers a request that is below no platform's base. No platform says this, so the mock speaks for itself: where to go instead. */
export function answerOutside(
  req: IncomingMessage,
  res: ServerResponse,
  platforms: readonly MountedPlatform[],
  { clock, journal, key, authority, tell }: ServerContext,
): void {
  const url = req.url ?? '/'
  const { method, headers, query } = readRequestHead(req.method ?? 'GET', url, req.headers)
  const schemes = platforms.flatMap((mounted) => [...mounted.schemes])
  const redact = createRedact({ headers, query, schemes, key })
  const at = Math.round(clock.epoch() + clock.now())
  const record = journal.open({ at, method, path: redact(url), platform: undefined })
  const served = platforms.map(({ name, base }) => `${name} at http://${authority()}${base}`)
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  res.end(`Nothing is served here. This mock serves ${served.join(', ')}.\n`)
  Object.assign(record, { status: 404, took: 0, end: 'answered' } as const)
  tell({ kind: 'request', request: journal.read(record) })
}
