import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { brokenServers } from '../broken/flowise/index.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/flowise/target.ts'
import { startProxy } from '../broken/proxy.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY })
  const loaded = await loadContract('flowise')
  // Nobody wants to wait for the keep-alives of a real server.
  platform = { ...loaded, contract: { ...loaded.contract, keepAlive: 400 } }
})
afterAll(() => mock.stop({ grace: 0 }))

it.each(brokenServers)('catches a server that $breaks ($caughtBy)', async (broken) => {
  const proxy = await startProxy(mock.url, broken)
  const options = { platform, url: proxy.url, key: KEY, flows: FLOWS, samples: SAMPLES, timeout: 1_500 }
  const { findings } = await verify({ ...options, only: [broken.caughtBy] })
  await proxy.stop()
  expect(findings).toMatchObject([
    {
      verdict: 'broken',
      expected: expect.any(String),
      actual: expect.any(String),
      request: expect.stringMatching(/^curl /),
    },
  ])
})
