import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/flowise/target.ts'
import { OWN_SCENARIOS } from '../mocks/flowise/client.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

it('finds every promise of the mock kept, and none unchecked', async () => {
  const platform = await loadContract('flowise')
  // A run that thinks, and uses tools and documents.
  const samples = { ...SAMPLES, ok: { question: 'What does the handbook say?' } }
  const report = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples })
  expect(report.findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})

it('finds every promise kept where an agent waits for leave to run its tool', async () => {
  const platform = await loadContract('flowise')
  const asking = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY, scenarios: OWN_SCENARIOS })
  const samples = { ...SAMPLES, paused: { question: 'I ask for permission.' } }
  const only = ['paused-run.*', 'resumed-run.*', 'create-prediction.stream-*', 'create-prediction.body']
  const { findings } = await verify({ platform, url: asking.url, key: KEY, flows: FLOWS, samples, only })
  await asking.stop({ grace: 0 })
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  expect(findings.length).toBeGreaterThan(10)
})

it('judges the one flow that was given, and tells the flag for what is missing', async () => {
  const platform = await loadContract('flowise')
  const only = ['blocking-run.*', 'streamed-run.*', 'paused-run.*', 'create-prediction.key-wrong']
  const flows = { chatflow_id: FLOWS.chatflow_id }
  const { findings } = await verify({ platform, url: mock.url, key: KEY, flows, samples: SAMPLES, only })
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  const reasons = findings.flatMap((finding) => (finding.verdict === 'unchecked' ? [finding.reason] : []))
  expect([...new Set(reasons)].toSorted()).toEqual([
    'no agentflow_id is known. Give --flow agentflow_id=ID',
    'no agents_id is known. Give --flow agents_id=ID',
    'no locked_flow_id is known. Give --flow locked_flow_id=ID',
  ])
  expect(findings.find(({ id }) => id === 'streamed-run.start-comes-again')).toMatchObject({ verdict: 'kept' })
})
