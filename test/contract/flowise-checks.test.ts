import { expect, it } from 'vitest'
import { levelOf } from '../../src/contract/check.ts'
import { listChecks } from '../../src/contract/checks/list-checks.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { listProbes } from '../../src/contract/probes/list-probes.ts'
import { brokenServers } from '../broken/flowise/index.ts'

const { spec, contract } = await loadContract('flowise')
const probes = listProbes(spec, contract)
const checks = listChecks(spec, contract, probes)

it('pins every id and claim', () => {
  expect(checks.map(({ id, claim }) => `${id}: ${claim}`)).toMatchSnapshot()
})

it('names each check and each probe once', () => {
  expect(checks.length).toBe(new Set(checks.map(({ id }) => id)).size)
  expect(probes.length).toBe(new Set(probes.map(({ name }) => name)).size)
})

it('claims in one sentence that starts with its level', () => {
  const odd = checks.filter(({ claim }) => claim.length >= 100 || !claim.startsWith(`${levelOf({ claim })} `))
  expect(odd.map(({ claim }) => claim)).toEqual([])
})

it('needs only probes that there are, and operations of the spec', () => {
  const known = new Set(probes.map(({ name }) => name))
  expect(checks.flatMap(({ needs }) => needs).filter((name) => !known.has(name))).toEqual([])
  expect(probes.flatMap(({ after = [] }) => after).filter((name) => !known.has(name))).toEqual([])
  const operations = [...checks.map(({ operation }) => operation), ...probes.flatMap((probe) => probe.operations)]
  expect(operations.filter((id) => !spec.operations.has(id))).toEqual([])
})

it('has a wrong server for each check of the contract, and for each kind of check that follows from the spec', () => {
  const kindOf = (id: string) => (contract.checks.some((check) => check.id === id) ? id : id.replace(/^.*\./, ''))
  const caught = new Set(brokenServers.map(({ caughtBy }) => kindOf(caughtBy)))
  const missed = new Set(checks.map(({ id }) => kindOf(id)).filter((kind) => !caught.has(kind)))
  expect([...missed]).toEqual([])
})
