import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { KEY } from '../broken/dify/calls.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'
import { SAMPLES } from './fixtures/dify-samples.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
  platform = await loadContract('dify')
})
afterAll(() => mock.stop({ grace: 0 }))

const plain = (change: (frame: string) => readonly string[]): NonNullable<Damage['frames']> => {
  return () => (frame) => (frame === undefined ? [] : change(frame))
}

it('finds nothing broken in a server that sends pings between its events', async () => {
  const proxy = await startProxy(mock.url, { frames: plain((frame) => [frame, 'event: ping\n\n']) })
  const { findings } = await verify({ platform, url: proxy.url, key: KEY, samples: SAMPLES, timeout: 5_000 })
  await proxy.stop()
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
})
