import { expect, it } from 'vitest'
import { explainCheck } from '../../src/contract/explain-check.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { planVerify, verify } from '../../src/contract/verify.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { PLATFORM_MEANS } from './fixtures/platform-means.ts'

const KEY = 'app-secret-1234567890'

function named<T>(means: Readonly<Record<string, T>>, flags: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(means).filter(([name]) => flags.some((flag) => flag.includes(` ${name}=`))))
}

it.each(PLATFORM_MEANS)('tells of each check of $platform what shows it', async ({ platform, flows, samples }) => {
  const loaded = await loadContract(platform)
  const explained = planVerify({ platform: loaded }).checks.map((check) => explainCheck(platform, loaded, check))
  const mock = await startMock({ platforms: platform, speed: 'instant', key: KEY })
  const lines = new Set(explained.map(({ needs }) => needs.join(' ')))
  for (const line of lines) {
    const own = explained.filter(({ needs }) => needs.join(' ') === line)
    const needs = own[0]?.needs ?? []
    const given = { flows: named(flows, needs), samples: named(samples, needs), only: own.map(({ id }) => id) }
    const { findings } = await verify({ platform: loaded, url: mock.url, key: KEY, ...given })
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    // What the first probe shows in part only takes another of the inputs that are told.
    const others = findings.flatMap(({ id, reason }) => {
      const inputs = own.find((one) => one.id === id)?.inputs ?? []
      return reason === undefined || inputs.some(({ flag }) => reason.includes(flag)) ? [] : [`${id}: ${reason}`]
    })
    expect(others).toEqual([])
  }
  await mock.stop({ grace: 0 })
})

it('plans the runs that it tells', async () => {
  const platform = await loadContract('dify')
  const [check] = planVerify({ platform, only: ['run-workflow.body'] }).checks
  if (!check) throw new Error('no such check')
  const { runs } = explainCheck('dify', platform, check)
  const mock = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
  const { runs: started } = await verify({ platform, url: mock.url, key: KEY, only: [check.id] })
  await mock.stop({ grace: 0 })
  expect(runs.least).toBe(started.started)
  expect(runs.most).toBeGreaterThan(runs.least)
})
