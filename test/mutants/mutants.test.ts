import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { deriveMutants, sampleMutants } from './derive.ts'
import { runMutant } from './run-mutants.ts'
import { schemaDamages } from './schema-damages.ts'
import { TARGETS } from './targets.ts'

const SCHEMA = {
  required: ['state', 'job'],
  properties: { state: { enum: ['busy', 'done'] }, job: { $ref: '#/job' }, note: { type: 'string' } },
}
const DOCUMENT = { job: { required: ['id'], properties: { id: { type: 'string' } } } }
const PLATFORM = 'waterflai'
let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: PLATFORM, speed: 'instant', key: TARGETS[PLATFORM]?.key ?? '' })
  platform = await loadContract(PLATFORM)
})
afterAll(() => mock.stop({ grace: 0 }))

it('breaks each required field of two levels, and no optional one', () => {
  const damages = schemaDamages(DOCUMENT, SCHEMA).map(({ kind, pointer }) => `${kind} ${pointer}`)
  expect(damages).toEqual([
    'drop /state',
    'retype /state',
    'null /state',
    'enum /state',
    'drop /job',
    'retype /job',
    'null /job',
    'drop /job/id',
    'retype /job/id',
    'null /job/id',
  ])
})

it('changes nothing but the field', () => {
  const changed = schemaDamages(DOCUMENT, SCHEMA).map(({ apply }) => apply({ state: 'busy', job: { id: 'a' } }))
  expect(changed.slice(-3)).toEqual([
    { state: 'busy', job: {} },
    { state: 'busy', job: { id: 7 } },
    { state: 'busy', job: { id: null } },
  ])
})

it('takes the same sample for the same seed', () => {
  const mutants = deriveMutants(platform.validator)
  expect(sampleMutants(mutants, 3, 1)).toEqual(sampleMutants(mutants, 3, 1))
  expect(sampleMutants(mutants, 3, 1).length).toBeLessThan(mutants.length)
})

it('lets no broken order, framing or body survive', async () => {
  const target = TARGETS[PLATFORM]
  if (target === undefined) throw new Error(`no target for ${PLATFORM}`)
  const kinds = /^(order|frame-not-json|frame-cut|body)/
  const mutants = sampleMutants(deriveMutants(platform.validator), 1, 1).filter(({ kind }) => kinds.test(kind))
  const outcomes = []
  for (const mutant of mutants) outcomes.push(await runMutant({ ...target, platform, url: mock.url }, mutant))
  expect(outcomes.length).toBeGreaterThan(5)
  expect(outcomes.filter(({ fate }) => fate === 'survived')).toEqual([])
}, 20_000)
