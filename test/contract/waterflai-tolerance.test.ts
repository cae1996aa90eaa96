import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { isRecord } from '../../src/spec/record.ts'
import { eachBody, eachEvent, put, without } from '../broken/damage.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'
import { cancel, chat, eachFrame, OTHER_ID, status } from '../broken/waterflai/calls.ts'
import { FLOWS, KEY, SAMPLES } from './fixtures/waterflai-samples.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  // Beside another platform it is served under a path, as the proxy needs it.
  mock = await startMock({ platforms: ['waterflai', 'dify'], speed: 'instant', key: KEY })
  platform = await loadContract('waterflai')
})
afterAll(() => mock.stop({ grace: 0 }))

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (!isRecord(value)) return value
  const members = Object.entries(value).toReversed()
  return Object.fromEntries(members.map(([key, inner]) => [key, backwards(inner)]))
}

const OPTIONAL = [
  '/current_node',
  '/total_nodes',
  '/retry_count',
  '/execution_source',
  '/is_temporary',
  '/cleanup_after',
]

const LEGAL: readonly (Damage & { readonly it: string })[] = [
  {
    it: 'adds fields of its own',
    text: eachBody((body) => put(body, '/x_new', { a: 1 })),
    frames: eachEvent((event) => [put(event, '/x_new', 1)]),
  },
  { it: 'orders its keys in another way', text: eachBody(backwards), frames: eachEvent((event) => [backwards(event)]) },
  { it: 'sends its streams character by character', frames: eachFrame((frame) => [...frame]) },
  { it: 'ends its lines with CRLF', frames: eachFrame((frame) => [frame.replaceAll('\n', '\r\n')]) },
  { it: 'sends comments between its events', frames: eachFrame((frame) => [': alive\n\n', frame]) },
  { it: 'numbers its events', frames: eachFrame((frame) => [frame.replace('data: ', 'id: 1-0\ndata: ')]) },
  {
    it: 'ends the answers of chatbots as others do',
    on: chat,
    frames: () => (frame) => [frame ?? 'data: [DONE]\n\n'],
  },
  {
    it: 'leaves out what is published as optional',
    on: status,
    text: eachBody((body) => OPTIONAL.reduce(without, body)),
  },
  {
    it: 'answers 500 for a flow that it does not know',
    on: ({ path }) => path.startsWith('/execute_'),
    head: ({ status, headers }) => ({ status: status === 404 ? 500 : status, headers }),
  },
  {
    it: 'answers 400 to a broken body',
    head: ({ status, headers }) => ({ status: status === 422 ? 400 : status, headers }),
  },
  { it: 'refuses by a status to cancel a job that has ended', ...refusesByStatus() },
]

function refusesByStatus(): Damage {
  const ended = new Set<string>()
  let refuses = false
  return {
    on: (call) => status(call) || cancel(call),
    request: (call) => {
      refuses = cancel(call) && ended.has(call.path)
      return refuses ? { path: `/v1/executions/${OTHER_ID}` } : {}
    },
    head: (head) => (refuses && head.status === 404 ? { ...head, status: 409 } : head),
    text: (text, call) => {
      if (status(call) && /"(COMPLETED|FAILED|CANCELLED)"/.test(text)) ended.add(call.path)
      return text
    },
  }
}

it.each(LEGAL)('finds nothing broken in a server that $it', async (legal) => {
  const proxy = await startProxy(mock.urls.waterflai ?? '', legal)
  const options = { platform, url: proxy.url, key: KEY, flows: FLOWS, samples: SAMPLES, timeout: 5_000 }
  // Some of these servers remember the last request until its answer.
  const { findings } = await verify({ ...options, concurrency: 1 })
  await proxy.stop()
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})
