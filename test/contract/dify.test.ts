import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { KEY } from '../broken/dify/calls.ts'
import { SAMPLES } from './fixtures/dify-samples.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

it('finds every promise of the mock kept, and none unchecked', async () => {
  const report = await verify({ platform: await loadContract('dify'), url: mock.url, key: KEY, samples: SAMPLES })
  expect(report.findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  expect(report.runs.started).toBe(report.runs.planned)
})
