import type { IncomingMessage, ServerResponse } from 'node:http'
import { FlowproofError } from '../errors.ts'
import type { Redact } from '../redact.ts'
import type { Operation } from '../spec/spec.ts'
import type { CallHead } from './call.ts'
import { createCallHead, readRequestHead } from './call-head.ts'
import { decodeBody } from './decode-body.ts'
import { deliver, type Recipient } from './deliver.ts'
import type { OpenRecord } from './journal.ts'
import { judgeCall, judgeUnknownPath, judgeWrongMethod } from './judge-call.ts'
import type { MountedPlatform } from './mounted.ts'
import { readBody } from './read-body.ts'
import { createRedact } from './redact.ts'
import type { Reply } from './reply.ts'
import type { Match } from './routes.ts'
import type { ServerContext } from './server-context.ts'

/** Answers one request, as its platform would, and keeps a record of it. Never rejects, whatever the platform's code does. */
export async function runExchange(
  req: IncomingMessage,
  res: ServerResponse,
  mounted: MountedPlatform,
  server: ServerContext,
): Promise<void> {
  const started = server.clock.now()
  const exchange = openExchange(req, res, mounted, server)
  const { record, to } = exchange
  try {
    const reply = await decide(exchange)
    if (reply) await deliver(reply, to)
  } catch (error) {
    await recover(exchange, error)
  }
  await handedOver(res)
  record.took = server.clock.now() - started
  record.end = res.writableFinished ? 'answered' : to.hasLeft() ? 'left' : 'cut'
  // Judging compiles schemas, so the answer leaves first.
  await nextTurn()
  server.tell({ kind: 'request', request: server.journal.read(record) })
}

// Its last byte has left, or there is nobody to take it.
function handedOver(res: ServerResponse): Promise<void> {
  if (res.writableFinished || res.destroyed) return Promise.resolve()
  return new Promise((resolve) => void res.once('finish', resolve).once('close', resolve))
}

interface Exchange {
  readonly req: IncomingMessage
  readonly mounted: MountedPlatform
  readonly server: ServerContext
  readonly match: Match
  readonly head: CallHead<unknown>
  readonly record: OpenRecord
  readonly redact: Redact
  readonly to: Recipient
}

function openExchange(
  req: IncomingMessage,
  res: ServerResponse,
  mounted: MountedPlatform,
  server: ServerContext,
): Exchange {
  const { clock, journal, key } = server
  const request = readRequestHead(req.method ?? 'GET', req.url ?? '/', req.headers)
  const match = mounted.routes(request.method, request.path)
  const redact = createRedact({ ...request, schemes: mounted.schemes, key })
  const record = journal.open({
    at: Math.round(clock.epoch() + clock.now()),
    method: request.method,
    path: redact(mounted.base + (req.url ?? '')),
    platform: mounted.name,
  })
  if (match.kind === 'operation') record.operation = match.operation.id
  const head = createCallHead(server, mounted, { request, match, record })
  const to = createRecipient(res, { platform: mounted.platform, head, record, server })
  return { req, mounted, server, match, head, record, redact, to }
}

function createRecipient(
  res: ServerResponse,
  { platform, head, record, server }: Pick<Recipient, 'platform' | 'head'> & Pick<Exchange, 'record' | 'server'>,
): Recipient {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return {
    res,
    platform,
    head,
    clock: server.clock,
    gone: gone.signal,
    hasLeft: () => gone.signal.aborted && !server.isCutting(),
    began: (status) => {
      record.status = status
    },
    wrote: (frames) => {
      for (const { event } of frames) if (event !== undefined) record.events[event] = (record.events[event] ?? 0) + 1
    },
  }
}

/** What the platform says to the request: its refusals in its own order, else its handler. Absent: the client left before it was asked. */
async function decide({ req, mounted, server, match, head, record, redact }: Exchange): Promise<Reply | undefined> {
  const { platform, spec, validator } = mounted
  if (match.kind === 'unknown-path') {
    server.journal.judgeLater(record, () => judgeUnknownPath(spec, head.path, redact))
    return platform.refusals.unknownPath(head)
  }
  if (match.kind === 'wrong-method') {
    if (head.method === 'OPTIONS') return preflight(match.allowed)
    server.journal.judgeLater(record, () => judgeWrongMethod(spec, head.method, match.allowed))
    return platform.refusals.wrongMethod(head, match.allowed)
  }
  const { operation } = match
  const refused = isSecured(operation) ? platform.authenticate(head) : undefined
  if (refused) return refused
  const read = await readBody(req, server.bodyLimit)
  if (read.kind === 'left') return undefined
  if (read.kind === 'too-large') return platform.refusals.tooLarge(head, server.bodyLimit)
  const body = await decodeBody(head.method, head.headers['content-type'] ?? '', read.bytes)
  server.journal.judgeLater(record, () => judgeCall(validator, { operation, head, body }, redact))
  const handler = platform.handlers[operation.id]
  if (!handler)
    throw new FlowproofError('platform-invalid', `Failed to answer ${operation.id}: it has no handler. Add one.`)
  return handler({ ...head, operation, body })
}

// The headers that a browser asks for are the platform's own, which stand on every answer.
function preflight(allowed: readonly string[]): Reply {
  return { kind: 'empty', status: 200, headers: { allow: allowed.join(', ') } }
}

function isSecured({ security }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => alternative.length > 0)
}

// The head may still wait for frames that did not come.
async function cutAfterHead(res: ServerResponse): Promise<void> {
  res.flushHeaders()
  await nextTurn()
  res.destroy()
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Answers with the platform's own 500. A stream that has begun can only be cut. */
async function recover({ mounted, server, head, record, redact, to }: Exchange, error: unknown): Promise<void> {
  record.crash = redact(error instanceof Error ? error.message : String(error))
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  server.tell({ kind: 'crash', request: server.journal.read(record), error: redact(stack) })
  if (to.res.headersSent) return cutAfterHead(to.res)
  for (const name of to.res.getHeaderNames()) to.res.removeHeader(name)
  try {
    await deliver(mounted.platform.refusals.crashed(head), to)
  } catch {
    if (to.res.headersSent) return void to.res.destroy()
    to.res.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error\n')
  }
}
