import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** Starts a server on a free port that answers each request with `answer`; it is gone when the test is. */
export async function startStreamServer(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Failed to start a server: it has no port.')
  return `http://127.0.0.1:${address.port}`
}

/** Sends the head of an event stream, and the texts, each in a write of its own; the response stays open. */
export function openEventStream(response: ServerResponse, ...texts: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
  for (const text of texts) response.write(text)
}
