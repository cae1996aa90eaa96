import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bench, openBench } from './bench.ts'
import { sampleMutants } from './derive.ts'
import { schemaDamages } from './schema-damages.ts'

const SCHEMA = {
  required: ['state', 'job'],
  properties: { state: { enum: ['busy', 'done'] }, job: { $ref: '#/job' }, note: { type: 'string' } },
}
const DOCUMENT = { job: { required: ['id'], properties: { id: { type: 'string' } } } }
let bench: Bench

beforeAll(async () => {
  bench = await openBench('waterflai')
})
afterAll(() => bench.stop())

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
  const { mutants } = bench
  expect(sampleMutants(mutants, 3, 1)).toEqual(sampleMutants(mutants, 3, 1))
  expect(sampleMutants(mutants, 3, 1).length).toBeLessThan(mutants.length)
})

it('lets no broken order, framing or body survive', async () => {
  const kinds = /^(order|frame-not-json|frame-cut|body)/
  const mutants = sampleMutants(bench.mutants, 1, 1).filter(({ kind }) => kinds.test(kind))
  const outcomes = []
  for (const mutant of mutants) outcomes.push(await bench.run(mutant))
  expect(outcomes.length).toBeGreaterThan(5)
  expect(outcomes.filter(({ fate }) => fate === 'survived')).toEqual([])
})
