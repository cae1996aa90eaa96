import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { KEY } from '../broken/flowise/target.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

const SCENARIOS = ['documents-and-tool', 'loop', 'parallel-iteration', 'retry', 'speech', 'empty-answer', 'human-input']
const message = { question: 'Hello' }
const seen = new Set<string>()

it.each(SCENARIOS)('finds nothing broken in flows of every kind that play %s', async (name) => {
  const { findings, coverage } = await verify({
    platform: await loadContract('flowise'),
    url: mock.url,
    key: KEY,
    flows: { chatflow_id: `chatflow-${name}`, agentflow_id: name, agents_id: `agents-${name}` },
    samples: { ok: message, ...(name === 'human-input' && { paused: message }) },
    only: ['create-prediction.*', 'blocking-run.*', 'streamed-run.*', 'left-run.*', 'paused-run.*', 'resumed-run.*'],
  })
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  for (const [event, count] of Object.entries(coverage.events)) if (count > 0) seen.add(event)
})

it('has seen the events of all that went well', () => {
  const wanted = [
    'thinking',
    'sourceDocuments',
    'usedTools',
    'artifacts',
    'calledTools',
    'usageMetadata',
    'agent_trace',
  ]
  const speech = ['tts_start', 'tts_data', 'tts_end']
  expect([...wanted, ...speech, 'agentReasoning', 'action'].filter((event) => !seen.has(event))).toEqual([])
})
