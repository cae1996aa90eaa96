import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { eachBody, without } from '../broken/damage.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'
import { cancel, chat, OTHER_ID, status } from '../broken/waterflai/calls.ts'
import { FLOWS, KEY, SAMPLES } from './fixtures/waterflai-samples.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  // Beside another platform it is served under a path, as the proxy needs it.
  mock = await startMock({ platforms: ['waterflai', 'dify'], speed: 'instant', key: KEY })
  platform = await loadContract('waterflai')
})
afterAll(() => mock.stop({ grace: 0 }))

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
