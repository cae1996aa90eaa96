import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { startProxy } from '../broken/proxy.ts'
import { cancel } from '../broken/waterflai/calls.ts'
import { FLOWS, KEY, SAMPLES } from './fixtures/waterflai-samples.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'waterflai', speed: 'instant', key: KEY })
  platform = await loadContract('waterflai')
})
afterAll(() => mock.stop({ grace: 0 }))

it('finds every promise of the mock kept, and none unchecked', async () => {
  const report = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples: SAMPLES })
  expect(report.findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  // A failed run that is answered by a refusal is not counted: one of each kind of flow, and one of the chatbot.
  expect(report.runs).toEqual({ planned: 19, started: 16 })
})

it('cancels jobs in each of their states, where they take their time', async () => {
  const paced = await startMock({ platforms: ['waterflai', 'dify'], speed: 4, key: KEY })
  const seen = new Set<unknown>()
  const text = (body: string): string => {
    seen.add(readPointer(JSON.parse(body), '/previous_status'))
    return body
  }
  const proxy = await startProxy(paced.urls.waterflai ?? '', { on: cancel, text })
  const only = ['job.*', 'job-stream.*', 'cancel.*', 'views.*', 'async-execution.*']
  const { findings } = await verify({ platform, url: proxy.url, key: KEY, flows: FLOWS, samples: SAMPLES, only })
  await Promise.all([proxy.stop(), paced.stop({ grace: 0 })])
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  expect([...seen].sort()).toEqual(['CANCELLED', 'COMPLETED', 'FAILED', 'PENDING', 'RUNNING'])
})

it('says what would show the rest when it knows no flow', async () => {
  const { findings, runs } = await verify({ platform, url: mock.url, key: KEY })
  expect(runs).toEqual({ planned: 0, started: 0 })
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  const unchecked = findings.filter(({ verdict }) => verdict === 'unchecked')
  expect(unchecked.filter(({ reason }) => !/Give --flow \w+=ID/.test(reason ?? ''))).toEqual([])
})

it('judges whichever flow is given', async () => {
  const { findings } = await verify({
    platform,
    url: mock.url,
    key: KEY,
    flows: { workflow_id: 'wf_answer' },
    samples: SAMPLES,
  })
  const verdicts = new Map(findings.map(({ id, verdict }) => [id, verdict]))
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  expect(verdicts.get('execute-workflow.status')).toBe('kept')
  expect(verdicts.get('execute-chatflow.status')).toBe('unchecked')
  expect(verdicts.get('job.output-once-completed')).toBe('kept')
})
