import { expect, it } from 'vitest'
import { builtInContracts } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { targetOf } from '../mutants/targets.ts'
import { alarmIn, varietyOf } from './check-seeds.ts'
import { START } from './hold-seeds.ts'
import { record } from './recording.ts'
import { varyFetch } from './vary-fetch.ts'

/** Live verifies of each platform: journeys go on with what varied answers tell them. */
const COUNT = 3

it.each(builtInContracts())('finds nothing broken in live servers of %s that differ', async (name) => {
  const recording = await record(name)
  const { platform } = recording
  const { key, flows, samples } = targetOf(name)
  const mock = await startMock({ platforms: name, speed: 'instant', key })
  const alarms: string[] = []
  let strange = 0
  for (let seed = START; seed < START + COUNT; seed += 1) {
    const variety = varietyOf(recording, `live ${seed}`)
    const fetch = varyFetch(platform.validator, mock.url, `live ${seed}`, variety)
    const { findings, drift } = await verify({ platform, url: mock.url, key, flows, samples, fetch })
    strange += drift.length
    alarms.push(
      ...findings.flatMap((finding) => alarmIn(recording, variety, finding)).map((alarm) => `live ${seed}, ${alarm}`),
    )
  }
  await mock.stop({ grace: 0 })
  expect(alarms).toEqual([])
  expect(strange).toBeGreaterThan(0)
}, 120_000)
