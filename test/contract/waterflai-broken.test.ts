import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { startProxy } from '../broken/proxy.ts'
import { brokenServers } from '../broken/waterflai/index.ts'
import { FLOWS, KEY, SAMPLES } from './fixtures/waterflai-samples.ts'

// Said, not guessed: so a run that does not succeed is the server's fault.
const samples = {
  ...SAMPLES,
  ok: { input_data: { query: 'Which is the largest ocean?' } },
  chat: { messages: [{ role: 'user', content: 'Which is the largest ocean?' }] },
}
let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  // Beside another platform it is served under a path, as the proxy needs it.
  mock = await startMock({ platforms: ['waterflai', 'dify'], speed: 'instant', key: KEY })
  platform = await loadContract('waterflai')
})
afterAll(() => mock.stop({ grace: 0 }))

it.each(brokenServers)('catches a server that $breaks ($caughtBy)', async (broken) => {
  const proxy = await startProxy(mock.urls.waterflai ?? '', broken)
  const options = { platform, url: proxy.url, key: KEY, flows: FLOWS, samples, timeout: 1_500 }
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
