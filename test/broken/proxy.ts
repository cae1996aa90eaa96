import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request on its way to the correct server. */
export interface Call {
  readonly method: string
  /** Below the base URL, without the query: `/workflows/run`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  /** The body as text. */
  readonly body: string
}

export interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** What happens to a stream in place of a frame: frames to send, a connection that breaks in mid-text, or silence for good. */
export type Instead = readonly string[] | { readonly cut: string } | 'stall'

/** How a wrong server differs from the correct one behind it. What is left out stays as it is. */
export interface Damage {
  /** The calls that are damaged. Default: all. */
  readonly on?: (call: Call) => boolean
  /** Changes a request before the correct server sees it. */
  readonly request?: (call: Call) => Partial<Call>
  readonly head?: (head: Head) => Head
  /** Changes the text of a body that is no stream. */
  readonly text?: (text: string, call: Call) => string
  /** Made anew for each stream; called with each frame, its end included, and at last with what follows the last one: nothing. */
  readonly frames?: (call: Call) => (frame: string | undefined) => Instead | Promise<Instead>
}

/** A proxy that breaks one promise of the server behind it. */
export interface Proxy {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a proxy in front of a base URL. */
export async function startProxy(upstream: string, damage: Damage): Promise<Proxy> {
  const server = createServer((req, res) => void forward(upstream, damage, req, res).catch(() => res.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${new URL(upstream).pathname}`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function forward(upstream: string, damage: Damage, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const call = await readCall(upstream, req)
  const hit = damage.on?.(call) ?? true
  const sent = { ...call, ...(hit ? damage.request?.(call) : {}) }
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  const query = sent.query.size === 0 ? '' : `?${sent.query}`
  const answer = await fetch(`${upstream}${sent.path}${query}`, {
    method: sent.method,
    headers: sent.headers,
    body: sent.body === '' ? null : Buffer.from(sent.body, 'latin1'),
    redirect: 'manual',
    signal: gone.signal,
  })
  const given = { status: answer.status, headers: endToEnd(Object.fromEntries(answer.headers)) }
  const { status, headers } = hit && damage.head ? damage.head(given) : given
  res.writeHead(status, { ...headers }).flushHeaders()
  if (hit && damage.frames && /event-stream|ndjson/.test(answer.headers.get('content-type') ?? '')) {
    return sendFrames(res, answer, damage.frames(call))
  }
  if (/event-stream|ndjson/.test(answer.headers.get('content-type') ?? ''))
    return sendFrames(res, answer, (frame) => (frame === undefined ? [] : [frame]))
  const body = Buffer.from(await answer.arrayBuffer())
  res.end(hit && damage.text ? damage.text(body.toString(), call) : body)
}

async function readCall(upstream: string, req: IncomingMessage): Promise<Call> {
  const url = new URL(req.url ?? '', 'http://proxy.test')
  const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]))
  return {
    method: req.method ?? '',
    path: url.pathname.slice(new URL(upstream).pathname.length),
    query: url.searchParams,
    headers: endToEnd(headers),
    // One character for each byte: forms carry bytes that are no text.
    body: (await buffer(req)).toString('latin1'),
  }
}

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'expect',
  'content-encoding',
])

function endToEnd(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)))
}

async function sendFrames(
  res: ServerResponse,
  answer: Response,
  replace: (frame: string | undefined) => Instead | Promise<Instead>,
): Promise<void> {
  let pending = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    const frames = (pending + decoder.decode(chunk, { stream: true })).split(/(?<=\n\n)/)
    pending = frames.at(-1)?.endsWith('\n\n') ? '' : (frames.pop() ?? '')
    for (const frame of frames) if (!send(res, await replace(frame))) return
  }
  if (send(res, await replace(undefined))) res.end(pending)
}

function send(res: ServerResponse, instead: Instead): boolean {
  if (instead === 'stall') return false
  if ('cut' in instead) {
    res.write(instead.cut, () => res.destroy())
    return false
  }
  for (const frame of instead) res.write(frame)
  return true
}
