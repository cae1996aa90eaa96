import { expect, it } from 'vitest'
import { formatOutcome } from './format-outcomes.ts'
import { framesOf, textOf } from './frames.ts'
import { prepareMeasure, runSlice } from './measure.ts'
import { isStream, type Mutant } from './mutant.ts'
import { recordVerify } from './record.ts'
import { runMutant } from './run-mutants.ts'
import { createBenches } from './run-verify.ts'
import { schemaDamages } from './schema-damages.ts'
import { streamsOf } from './streams-of.ts'
import { TARGETS } from './targets.ts'

const SCHEMA = {
  required: ['state', 'job', 'steps'],
  properties: {
    state: { enum: ['busy', 'done'] },
    job: { $ref: '#/job' },
    steps: { type: 'array', items: { required: ['name'] } },
    note: { type: 'string' },
  },
}
const DOCUMENT = { job: { required: ['id'], properties: { id: { type: 'string' } } } }

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
    'drop /steps',
    'retype /steps',
    'null /steps',
    'drop /steps/0/name',
    'retype /steps/0/name',
    'null /steps/0/name',
  ])
})

it('changes nothing but the field', () => {
  const value = { state: 'busy', job: { id: 'a' } }
  const changed = schemaDamages(DOCUMENT, SCHEMA).filter(({ pointer }) => pointer === '/job/id')
  expect(changed.map(({ apply }) => apply(value))).toEqual([
    { state: 'busy', job: {} },
    { state: 'busy', job: { id: 7 } },
    { state: 'busy', job: { id: null } },
  ])
})

const HARMLESS: Omit<Mutant, 'operation'> = {
  kind: 'harmless',
  what: 'a header more',
  about: 'a success',
  part: 'head',
  owners: [],
  begin: () => (answer) => ({ ...answer, headers: { ...answer.headers, 'x-more': '1' } }),
}

it('tells that a mutant survives which breaks no promise', async () => {
  const [bench] = await createBenches('waterflai')
  if (bench === undefined) throw new Error('there is no topic')
  const outcome = await runMutant(bench, await recordVerify(bench), { ...HARMLESS, operation: 'executeChatflow' })
  expect(formatOutcome(outcome)).toBe('  survived: harmless executeChatflow a header more: no check broke')
})

it.each(Object.keys(TARGETS))('lets none of a sample of the mutants of %s survive', async (platform) => {
  const measure = await prepareMeasure(platform, 1)
  const outcomes = await runSlice(measure, { seed: 1, most: 1, slice: 0, slices: 4 })
  expect(outcomes.length).toBeGreaterThan(30)
  expect(outcomes.filter(({ fate }) => fate === 'survived').map(formatOutcome)).toEqual([])
}, 120_000)

it.each(Object.keys(TARGETS))('breaks nothing of %s where it only reads answers whole', async (platform) => {
  const [bench] = await createBenches(platform)
  if (bench === undefined) throw new Error('there is no topic')
  const recording = await recordVerify(bench)
  const streamed = [...bench.platform.spec.operations.values()].filter((operation) => streamsOf(operation).length > 0)
  for (const { id } of streamed) {
    const whole: Mutant = { ...HARMLESS, operation: id, begin: () => (answer) => ({ ...answer }) }
    expect(await runMutant(bench, recording, { ...whole, part: undefined })).toMatchObject({ fate: 'survived' })
  }
}, 120_000)

it.each(Object.keys(TARGETS))('passes the streams of %s on as they came where it changes nothing', async (platform) => {
  const [bench] = await createBenches(platform)
  if (bench === undefined) throw new Error('there is no topic')
  for (const { operation, answer, course } of await recordVerify(bench)) {
    const found = bench.platform.spec.operations.get(operation)
    for (const { name, stream } of found ? streamsOf(found) : [])
      if (course === 'ends' && isStream(answer, name)) expect(textOf(framesOf(stream, answer.text))).toBe(answer.text)
  }
})
