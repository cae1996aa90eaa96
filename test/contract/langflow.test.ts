import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/langflow/target.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'langflow', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

it('finds every promise of the mock kept, and none unchecked', async () => {
  const platform = await loadContract('langflow')
  const report = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples: SAMPLES })
  expect(report.findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})

it('takes a flow by its name, and learns its UUID from the first run', async () => {
  const platform = await loadContract('langflow')
  const options = { platform, url: mock.url, key: KEY, flows: { flow_id: 'answer' }, samples: SAMPLES }
  const { findings } = await verify({ ...options, only: ['*-workflow.*', '*-build.*'] })
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})

it('starts nothing without a flow, breaks nothing, and names the flag', async () => {
  const { findings, runs } = await verify({ platform: await loadContract('langflow'), url: mock.url, key: KEY })
  expect(runs).toEqual({ planned: 0, started: 0 })
  const others = findings.filter(({ verdict }) => verdict !== 'kept')
  expect(new Set(others.map(({ verdict, reason }) => `${verdict}: ${reason}`))).toEqual(
    new Set(['unchecked: no flow_id is known. Give --flow flow_id=ID']),
  )
})
