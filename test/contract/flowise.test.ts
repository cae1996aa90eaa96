import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/flowise/target.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

it('finds every promise of the mock kept, and none unchecked', async () => {
  const platform = await loadContract('flowise')
  const report = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples: SAMPLES })
  expect(report.findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})
