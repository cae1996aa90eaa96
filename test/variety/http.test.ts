import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import { expect, it } from 'vitest'
import { builtInContracts, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { targetOf } from '../mutants/targets.ts'

/** How a proxy passes answers on. */
interface Passing {
  readonly it: string
  readonly headers?: Readonly<Record<string, string>>
  /** Encodes a body, each piece of it at once. */
  readonly encode?: () => Duplex
  /** Passes on each byte by itself. */
  readonly bytewise?: true
}

const PASSINGS: readonly Passing[] = [
  {
    it: 'zips its answers, event by event',
    headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
    encode: () => createGzip({ flush: constants.Z_SYNC_FLUSH }),
  },
  { it: 'closes each connection', headers: { connection: 'close' } },
  {
    it: 'keeps connections alive and names itself',
    headers: { connection: 'keep-alive', Via: '1.1 edge', SERVER: 'nginx' },
  },
  { it: 'writes byte by byte', bytewise: true },
]

async function startProxy(upstream: string, passing: Passing) {
  const server = createServer((req, res) => pass(upstream, passing, req, res))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${new URL(upstream).pathname.replace(/\/$/, '')}`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function pass(
  upstream: string,
  { headers, encode, bytewise }: Passing,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const onward = request(new URL(req.url ?? '', upstream), { method: req.method, headers: req.headers }, (answer) => {
    const { 'content-length': _, connection: __, 'transfer-encoding': ___, ...others } = answer.headers
    const isEmpty = [204, 304].includes(answer.statusCode ?? 0)
    res.writeHead(answer.statusCode ?? 0, { ...others, ...(isEmpty ? {} : headers) }).flushHeaders()
    const body = encode && !isEmpty ? answer.pipe(encode()) : answer
    body.on('data', (chunk: Buffer) => {
      if (bytewise && chunk.length < 4_096) for (const byte of chunk) res.write(Buffer.from([byte]))
      else res.write(chunk)
    })
    body.on('end', () => res.end())
    answer.on('error', () => res.destroy())
  })
  onward.on('error', () => res.destroy())
  res.on('close', () => onward.destroy())
  req.pipe(onward)
}

const CASES = builtInContracts().flatMap((name) => PASSINGS.map((passing) => ({ ...passing, name })))

it.each(CASES)('finds nothing broken in a server of $name whose proxy $it', async ({ name, ...passing }) => {
  const { key, flows, samples } = targetOf(name)
  const mock = await startMock({ platforms: name, speed: 'instant', key })
  const proxy = await startProxy(mock.url, passing)
  const { findings } = await verify({ platform: await loadContract(name), url: proxy.url, key, flows, samples })
  await Promise.all([proxy.stop(), mock.stop({ grace: 0 })])
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})
