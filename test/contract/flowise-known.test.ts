import { afterAll, beforeAll, expect, it } from 'vitest'
import { findKnown } from '../../src/contract/find-known.ts'
import { type KnownDeviations, readKnownDeviations } from '../../src/contract/known-deviations.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { type VerifyOptions, verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/flowise/target.ts'

const known = readKnownDeviations(findKnown('flowise-3.1.4'))
const named = known.deviations.map(({ check }) => check).toSorted()
let mock: Mock

beforeAll(async () => {
  mock = await startMock({ platforms: 'flowise', as: 'flowise@3.1.4', speed: 'instant', key: KEY })
})
afterAll(() => mock.stop({ grace: 0 }))

async function verifyObserved(options: Partial<VerifyOptions>) {
  const platform = await loadContract('flowise')
  // What hangs is given up soon.
  const report = await verify({
    platform,
    url: mock.url,
    key: KEY,
    flows: FLOWS,
    samples: SAMPLES,
    timeout: 1_500,
    ...options,
  })
  const idsOf = (verdict: string) =>
    report.findings.filter((finding) => finding.verdict === verdict).map(({ id }) => id)
  return { report, idsOf }
}

it('finds in 3.1.4 nothing broken but what it is known to break', async () => {
  const { report, idsOf } = await verifyObserved({ known })
  expect(idsOf('broken')).toEqual([])
  expect(idsOf('waived').toSorted()).toEqual(named)
  // It never sends the refusals that the first are about; the run of the sample has no thoughts.
  expect(idsOf('unchecked')).toEqual([
    'create-prediction.media-type-assumed',
    'create-attachments.media-type-assumed',
    'upsert-vectors.media-type-assumed',
    'streamed-run.thoughts-agree',
  ])
  expect(report.known).toBe('Flowise 3.1.4')
})

it('finds broken what 3.1.4 is known to break, where nobody says that it is 3.1.4', async () => {
  const { idsOf } = await verifyObserved({ only: named })
  expect(idsOf('broken').toSorted()).toEqual(named)
})

it('finds a line broken that 3.1.4 does not break any more', async () => {
  const stale = { check: 'ping.says-pong', because: 'it says ping', line: 99 }
  const drifted: KnownDeviations = { ...known, deviations: [...known.deviations, stale] }
  const { report } = await verifyObserved({ known: drifted, only: ['ping.*'] })
  expect(report.findings.filter(({ verdict }) => verdict === 'broken')).toMatchObject([
    { id: 'ping.says-pong', actual: expect.stringMatching(/^the promise is kept; remove .*flowise-3\.1\.4\.yaml:99$/) },
  ])
})
