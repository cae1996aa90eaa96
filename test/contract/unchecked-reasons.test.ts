import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { NO_FLAG } from '../../src/contract/next-step.ts'
import { type VerifyOptions, verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { platformNames } from '../house/source-files.ts'
import { PLATFORM_MEANS } from './fixtures/platform-means.ts'

const KEY = 'app-secret-1234567890'

const mocks = new Map<string, Mock>()
const contracts = new Map<string, LoadedContract>()

beforeAll(async () => {
  for (const platform of platformNames()) {
    mocks.set(platform, await startMock({ platforms: platform, speed: 'instant', key: KEY }))
    contracts.set(platform, await loadContract(platform))
  }
})
afterAll(() => Promise.all([...mocks.values()].map((mock) => mock.stop({ grace: 0 }))))

/** Why promises of a mock are unchecked, each reason once. */
async function reasonsOf(
  name: string,
  options: Pick<VerifyOptions, 'flows' | 'samples' | 'maxRuns'>,
): Promise<readonly string[]> {
  const platform = contracts.get(name)
  if (!platform) throw new Error(`no contract of ${name}`)
  const { findings } = await verify({ platform, url: mocks.get(name)?.url ?? '', key: KEY, ...options })
  return [...new Set(findings.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))]
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}

it('knows the means of every platform', () => {
  expect(PLATFORM_MEANS.map(({ platform }) => platform)).toEqual(platformNames())
})

it.each(PLATFORM_MEANS)('names a flow or a sample in every reason when $platform has neither', async ({ platform }) => {
  const reasons = await reasonsOf(platform, {})
  expect(reasons).not.toEqual([])
  expect(reasons.filter((reason) => !/--(flow \w+=ID|sample [\w-]+=FILE)/.test(reason))).toEqual([])
})

const MISSING = PLATFORM_MEANS.flatMap(({ platform, flows, samples }) => [
  ...Object.keys(flows).map((name) => ({ platform, flag: `--flow ${name}=`, flows: without(flows, name), samples })),
  ...Object.keys(samples).map((name) => ({
    platform,
    flag: `--sample ${name}=`,
    flows,
    samples: without(samples, name),
  })),
])

it.each(MISSING)('names $flag in every reason of $platform when only that is missing', async ({
  platform,
  flag,
  ...means
}) => {
  const reasons = await reasonsOf(platform, means)
  expect(reasons.filter((reason) => !reason.includes(flag))).toEqual([])
})

it.each(
  PLATFORM_MEANS,
)('names --max-runs, or a flag, in every reason of $platform when no run may be started', async (row) => {
  const reasons = await reasonsOf(row.platform, { flows: row.flows, samples: row.samples, maxRuns: 0 })
  expect(reasons.filter((reason) => !/Raise --max-runs$|, or leave them out with --skip$/.test(reason))).toEqual([])
})

it.each(
  PLATFORM_MEANS,
)('names a step in every reason of $platform when the samples do not show what they should', async (row) => {
  const [first] = Object.values(row.samples)
  const samples = Object.fromEntries(Object.keys(row.samples).map((name) => [name, first]))
  const reasons = await reasonsOf(row.platform, { flows: row.flows, samples })
  expect(reasons).not.toEqual([])
  expect(reasons.filter((reason) => !/--[a-z]/.test(reason) && !reason.endsWith(NO_FLAG))).toEqual([])
})
