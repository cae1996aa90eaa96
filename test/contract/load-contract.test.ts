import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtInContracts, loadContract } from '../../src/contract/load-contract.ts'

it('finds the contracts that come with the package', async () => {
  expect(builtInContracts()).toContain('dify')
  const { spec, contract } = await loadContract('dify')
  expect(spec.platform).toBe('dify')
  expect(Object.keys(contract.requests).sort()).toEqual([...spec.operations.keys()].sort())
})

it('loads a folder of your own under its name', async () => {
  const { spec, contract } = await loadContract('./test/contract/fixtures/jobs')
  expect(spec.platform).toBe('jobs')
  expect(contract.journeys.map(({ name }) => name)).toEqual(['blocking', 'streamed', 'stopped'])
})

it('says which platform was meant', async () => {
  await expect(loadContract('dfy')).rejects.toMatchObject({
    code: 'platform-unknown',
    message: expect.stringContaining('there is none of that name. Did you mean dify? Known: '),
  })
})

it('says what a folder lacks, and what its module should be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
  await expect(loadContract(folder)).rejects.toThrow(
    'its folder has no openapi.yaml. Put openapi.yaml and contract.js there.',
  )
  writeFileSync(join(folder, 'openapi.yaml'), 'openapi: 3.2.0\ninfo: { title: T, version: 1.0.0 }\npaths: {}\n')
  await expect(loadContract(folder)).rejects.toThrow('its folder has no contract.js.')
  writeFileSync(join(folder, 'contract.mjs'), 'export default { checks: 7 }\n')
  await expect(loadContract(folder)).rejects.toThrow('the default export is no contract. Make it with defineContract.')
})
