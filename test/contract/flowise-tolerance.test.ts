import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eachBody, put } from '../broken/damage.ts'
import { eachEvent, eachFrame } from '../broken/flowise/events.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/flowise/target.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY })
  platform = await loadContract('flowise')
})
afterAll(() => mock.stop({ grace: 0 }))

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (!isRecord(value)) return value
  const members = Object.entries(value).toReversed()
  return Object.fromEntries(members.map(([key, inner]) => [key, backwards(inner)]))
}

const json =
  (change: (body: unknown) => unknown): NonNullable<Damage['text']> =>
  (text, call) =>
    /^[{[]/.test(text) ? eachBody(change)(text, call) : text

const LEGAL: readonly (Damage & { readonly it: string })[] = [
  {
    it: 'adds fields of its own',
    text: json((body) => put(body, '/x_new', { a: 1 })),
    frames: eachEvent((event) => [put(event, '/x_new', 1)]),
  },
  { it: 'orders its keys in another way', text: json(backwards), frames: eachEvent((event) => [backwards(event)]) },
  { it: 'sends its streams character by character', frames: eachFrame((frame) => [...frame]) },
  { it: 'ends its lines with CRLF', frames: eachFrame((frame) => [frame.replaceAll('\n', '\r\n')]) },
  { it: 'sends heartbeats between its events', frames: eachFrame((frame) => [':heartbeat\n\n', frame]) },
  {
    it: 'names its media types with other letters',
    head: ({ status, headers }) => {
      const type = (headers['content-type'] ?? '').replace('charset=utf-8', 'Charset="UTF-8"')
      return { status, headers: { ...headers, 'content-type': type } }
    },
  },
]

it.each(LEGAL)('finds nothing broken in a server that $it', async (legal) => {
  const proxy = await startProxy(mock.url, legal)
  const options = { platform, url: proxy.url, key: KEY, flows: FLOWS, samples: SAMPLES, timeout: 5_000 }
  const { findings } = await verify(options)
  await proxy.stop()
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
})
