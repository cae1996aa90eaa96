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

// Nothing that a correct server answers shows these: events do not name their execution, and bodies are JSON in failures alone.
const UNSHOWN = ['get-uploaded-file.body', 'ping.body', 'execution.incremental']

// The mock answers a form without files with an empty list, as 3.1.4 does.
const BROKEN = ['create-attachments.required-fields']

it('finds every promise of the mock kept, and none unchecked', async () => {
  const platform = await loadContract('flowise')
  const report = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples: SAMPLES })
  const idsOf = (wanted: string) => report.findings.filter(({ verdict }) => verdict === wanted).map(({ id }) => id)
  expect(idsOf('broken')).toEqual(BROKEN)
  expect(idsOf('unchecked')).toEqual(UNSHOWN)
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
    'no locked_flow_id is known. Give --flow locked_flow_id=ID',
  ])
  expect(findings.find(({ id }) => id === 'streamed-run.start-comes-again')).toMatchObject({ verdict: 'kept' })
})
