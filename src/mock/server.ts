import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Router } from 'express'
import { FlowproofError } from '../errors.ts'
import { runExchange } from './exchange.ts'
import type { MountedPlatform } from './mounted.ts'
import { answerOutside } from './outside.ts'
import type { ServerContext } from './server-context.ts'

/** A listening server. */
export interface MockServer {
  readonly port: number
  /** Takes no new connection, lets answers end for up to `grace` ms, then cuts them. A later call can only shorten the wait. */
  readonly stop: (grace: number) => Promise<void>
}

export interface ServerOptions {
  readonly platforms: readonly MountedPlatform[]
  readonly context: Omit<ServerContext, 'authority' | 'isCutting'>
  readonly port: number
  readonly host: string
}

/** In ms. Clients reuse an idle connection, and one that is closed under their hands fails their next request. */
const IDLE_CONNECTION = 60_000

/** Serves platforms, each below its base. Throws `port-in-use` when the port is taken. */
export async function startServer({ platforms, context, port, host }: ServerOptions): Promise<MockServer> {
  const exchanges = new Set<Promise<void>>()
  const answering = new WeakMap<Socket, ServerResponse>()
  let cutting = false
  const shared: ServerContext = {
    ...context,
    authority: () => authorityOf(host, portOf(server)),
    isCutting: () => cutting,
  }
  const router = createRouter(platforms, (req, res, mounted) => {
    const exchange = runExchange(req, res, mounted, shared)
    exchanges.add(exchange)
    void exchange.finally(() => exchanges.delete(exchange))
  })
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION }, (req, res) => {
    answering.set(req.socket, res)
    router.handle(req, res, () => answerOutside(req, res, platforms, shared))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!SILENT.has(error.code ?? '')) context.tell({ kind: 'not-http', reason: error.code ?? error.message })
    refuseBroken(error, socket, answering.get(socket))
  })
  await listen(server, port, host)

  const cut = () => {
    cutting = true
    server.closeAllConnections()
  }
  let closed: Promise<unknown> | undefined
  return {
    port: portOf(server),
    async stop(grace) {
      closed ??= close(server)
      const timer = setTimeout(cut, grace)
      while (exchanges.size > 0) await Promise.all(exchanges)
      clearTimeout(timer)
      server.closeAllConnections()
      await closed
    },
  }
}

type Answer = (req: IncomingMessage, res: ServerResponse, mounted: MountedPlatform) => void

/** The part of a router that plain `node:http` can call. */
interface Routing {
  handle(req: IncomingMessage, res: ServerResponse, next: () => void): void
}

// The router without an app around it: an app changes the prototypes of each request and response, which on Node 20 costs more than all else.
function createRouter(platforms: readonly MountedPlatform[], answer: Answer): Routing {
  const router = Router({ caseSensitive: true, strict: true })
  for (const mounted of platforms) {
    router.use(mounted.base || '/', (req: IncomingMessage, res: ServerResponse) => answer(req, res, mounted))
  }
  return { handle: router }
}

/** Clients that leave, or that open a connection and say nothing: browsers do both. */
const SILENT = new Set(['ECONNRESET', 'ERR_HTTP_REQUEST_TIMEOUT'])

const STATUS_OF: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

// An answer that has begun can only be cut: what is written now would stand in the middle of it.
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket, res: ServerResponse | undefined): void {
  const midway = res?.headersSent && !res.writableFinished
  if (error.code === 'ECONNRESET' || !socket.writable || midway) return void socket.destroy()
  const status = STATUS_OF[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, port, host)))
    server.listen(port, host, resolve)
  })
}

function listenError(cause: NodeJS.ErrnoException, port: number, host: string): FlowproofError {
  const what = `Failed to listen on ${authorityOf(host, port)}`
  switch (cause.code) {
    case 'EADDRINUSE':
      return new FlowproofError(
        'port-in-use',
        `${what}: the port is in use. Choose another port, or 0 for any that is free.`,
        { cause },
      )
    case 'EACCES':
      return new FlowproofError('usage', `${what}: the port needs more rights. Choose one above 1023.`, { cause })
    default:
      return new FlowproofError('usage', `${what}: ${cause.message}. Choose an address of this machine.`, { cause })
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function portOf(server: Server): number {
  const address = server.address()
  return isAddress(address) ? address.port : 0
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

/** Host and port as they stand in a URL; a host that means every address is reached by the loopback. */
export function authorityOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}
