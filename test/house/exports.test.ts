import { expect, it } from 'vitest'
import { platformNames } from './source-files.ts'

// A name added here is a promise to every user; a name removed breaks them.
it('exports these values and no others', async () => {
  expect(Object.keys(await import('../../src/index.ts')).sort()).toEqual([
    'FlowproofError',
    'createHeldClock',
    'defineContract',
    'definePlatform',
    'loadContract',
    'startMock',
    'verify',
  ])
})

it('exports from vitest what registers tests, and nothing else', async () => {
  expect(Object.keys(await import('../../src/vitest/describe-contract.ts'))).toEqual(['describeContract'])
})

it.each(platformNames())('exports readers from %s beside its types, and nothing else', async (platform) => {
  const module: object = await import(`../../src/generated/${platform}.ts`)
  expect(Object.keys(module)).toContain('readEvents')
  expect(Object.keys(module).filter((name) => !/^read\w*Events$/.test(name))).toEqual([])
})
