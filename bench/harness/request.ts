/** One request that a benchmark sends over and over. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST'
  /** With the base path of the server that gets it. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text; absent for GET. */
  readonly body?: string
}

/** The request as it goes over the wire; the connection stays open. */
export function encodeRequest({ method, path, headers, body }: BenchRequest): Buffer {
  const sent: Record<string, string> = { host: '127.0.0.1', ...headers }
  if (body !== undefined) {
    sent['content-type'] = 'application/json'
    sent['content-length'] = String(Buffer.byteLength(body))
  }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from([`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n'))
}
