import { beforeAll, expect, it } from 'vitest'
import type { Check } from '../../src/contract/check.ts'
import { expectThat } from '../../src/contract/check.ts'
import { judgeSeed } from './check-seeds.ts'
import { alarmsOf } from './hold-seeds.ts'
import { createDice } from './random.ts'
import { type Recording, record } from './recording.ts'
import { varyFrames } from './vary-stream.ts'
import { type Scope, varyValue } from './vary-value.ts'

const PLATFORM = 'waterflai'
const SEEDS = Array.from({ length: 20 }, (_, index) => String(index))
let recording: Recording

beforeAll(async () => {
  recording = await record(PLATFORM)
})

const plain = { leavesOut: () => false, more: undefined, reordered: false, dressings: [] }
const scope: Scope = {
  value: { b: 1, a: 2, data: { c: 3 } },
  optional: ['/a', '/b'],
  named: [''],
  isLegal: (value) => JSON.stringify(value).includes('b'),
}

it('gives the same variety for the same seed', async () => {
  const [once, again, other] = await Promise.all(['7', '7', '8'].map((seed) => judgeSeed(recording, seed)))
  expect(JSON.stringify(again)).toBe(JSON.stringify(once))
  expect(JSON.stringify(other?.variety)).not.toBe(JSON.stringify(once?.variety))
})

it('leaves out what may go, and nothing where all of it may not go together', () => {
  const without = (...names: readonly string[]) =>
    varyValue(scope, { ...plain, leavesOut: (name) => names.includes(name) }, createDice('1'))
  expect(without('a')).toEqual({ b: 1, data: { c: 3 } })
  expect(without('a', 'b')).toEqual(scope.value)
  expect(without('c')).toEqual(scope.value)
})

it('puts in what no schema knows, and the same into the same object', () => {
  const more = SEEDS.map((seed) => varyValue(scope, { ...plain, more: seed }, createDice('1')))
  const again = SEEDS.map((seed) => varyValue(scope, { ...plain, more: seed }, createDice('2')))
  expect(again).toEqual(more)
  expect(new Set(more.map((value) => Object.keys(value ?? {}).length))).toEqual(new Set([3, 4]))
})

it('writes a stream in other words of the same meaning', () => {
  const frame = {
    kind: 'event',
    data: '{"a":1}',
    fields: [{ name: 'data', value: '{"a":1}' }],
    raw: 'data: {"a":1}',
    value: { a: 1 },
    at: 5,
  } as const
  const frames = [{ frame, scope: { ...scope, value: { a: 1 }, optional: [], named: [] } }]
  const write = (dressing: 'line-ends' | 'byte-order-mark' | 'keep-alives') =>
    varyFrames(frames, 'sse', { ...plain, dressings: [dressing] }, createDice('3'))
  expect(write('line-ends')).toEqual([{ at: 5, text: expect.stringMatching(/^data: \{"a":1\}(\r\n\r\n|\r\r)$/) }])
  expect(write('byte-order-mark')).toEqual([{ at: 5, text: '\uFEFFdata: {"a":1}\n\n' }])
  expect(write('keep-alives')[0]?.text).toMatch(/^data: \{"a":1\}\n\n(:.*\n)?\n?/)
})

const touchy: readonly Check[] = [
  alarm('header', ({ answer }) => answer?.headers.server === undefined),
  alarm('order', ({ answer }) => answer?.body.kind !== 'text' || !/^\{\s*"current_node"/.test(answer.body.text)),
  alarm(
    'chunk',
    ({ answer }) => answer?.body.kind !== 'stream' || !answer.body.frames.some(({ kind }) => kind === 'comment'),
  ),
]

function alarm(id: string, kept: (transcript: Recording['scoped'][number]['transcript']) => boolean): Check {
  return {
    id,
    claim: 'MUST be as it always was',
    operation: 'getExecution',
    needs: [],
    judge: ({ transcripts }) => transcripts.map((one) => expectThat(kept(one), one, 'as ever', () => 'otherwise')),
  }
}

it.each(touchy)('hears a check that cries wolf at another $id, and tells its seed', async (check) => {
  const judged = await Promise.all(SEEDS.map((seed) => judgeSeed({ ...recording, checks: [check] }, seed)))
  const [first] = alarmsOf(judged, PLATFORM)
  expect(first).toMatch(new RegExp(`^seed \\d+, \\{.*\\}: ${check.id}: expected as ever, got otherwise`))
  const seed = /^seed (\d+)/.exec(first ?? '')?.[1]
  expect(first).toContain(`FLOWPROOF_SEED=${seed} npx vitest run test/variety/waterflai.test.ts`)
})
