import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eachBody, eachEvent, put } from '../broken/damage.ts'
import { KEY } from '../broken/dify/calls.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'
import { SAMPLES } from './fixtures/dify-samples.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
  platform = await loadContract('dify')
})
afterAll(() => mock.stop({ grace: 0 }))

const plain = (change: (frame: string) => readonly string[]): NonNullable<Damage['frames']> => {
  return () => (frame) => (frame === undefined ? [] : change(frame))
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, backwards(inner)]),
  )
}

const LEGAL: readonly (Damage & { readonly it: string })[] = [
  {
    it: 'adds fields of its own',
    text: (text, call) => (text.startsWith('{') ? eachBody((body) => put(body, '/x_new', { a: 1 }))(text, call) : text),
    frames: eachEvent((event) => [put(put(event, '/x_new', 1), '/data/x_new', [2])]),
  },
  {
    it: 'orders its keys in another way',
    text: (text, call) => (text.startsWith('{') ? eachBody(backwards)(text, call) : text),
    frames: eachEvent((event) => [backwards(event)]),
  },
  { it: 'sends its streams character by character', frames: plain((frame) => [...frame]) },
  { it: 'ends its lines with CRLF', frames: plain((frame) => [frame.replaceAll('\n', '\r\n')]) },
  {
    it: 'sends comments and pings between its events',
    frames: plain((frame) => [frame, ': alive\n\n', 'event: ping\n\n']),
  },
  { it: 'numbers its events', frames: plain((frame) => [frame.replace('data: ', 'id: 1-0\ndata: ')]) },
  {
    it: 'names its media types with other letters',
    head: ({ status, headers }) => ({
      status,
      headers: {
        ...headers,
        'content-type': (headers['content-type'] ?? '').replace('charset=utf-8', 'Charset="UTF-8"'),
      },
    }),
  },
]

it.each(LEGAL)('finds nothing broken in a server that $it', async (legal) => {
  const proxy = await startProxy(mock.url, legal)
  const { findings } = await verify({ platform, url: proxy.url, key: KEY, samples: SAMPLES, timeout: 5_000 })
  await proxy.stop()
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})
