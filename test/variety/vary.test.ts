import { beforeAll, expect, it } from 'vitest'
import { type Check, type Evidence, expectThat } from '../../src/contract/check.ts'
import { framesOf, jsonOf, type Transcript } from '../../src/contract/transcript.ts'
import { judgeSeed, PLAIN, varietyOf, varyTranscripts } from './check-seeds.ts'
import { explainAlarms } from './explain-alarms.ts'
import { createDice } from './random.ts'
import { type Recording, record } from './recording.ts'
import { slowClock } from './slow-clock.ts'
import { createFrameWriter, type ScopedFrame, type StreamVariety } from './vary-stream.ts'
import { type Scope, varyValue, writeJson } from './vary-value.ts'

const PLATFORM = 'waterflai'
const SEEDS = Array.from({ length: 20 }, (_, index) => String(index))
let recording: Recording

beforeAll(async () => {
  recording = await record(PLATFORM)
})

const scope: Scope = {
  value: { b: 1, a: 2, data: { c: 3 } },
  optional: ['/a', '/b'],
  nullable: ['/a'],
  named: [''],
  isLegal: (value) => JSON.stringify(value).includes('b'),
}

it('gives the same variety for the same seed', async () => {
  const [once, again, other] = await Promise.all(
    ['7', '7', '8'].map((seed) => varyTranscripts(recording, seed, varietyOf(recording, seed))),
  )
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
})

it('leaves out what may go, and nothing where all of it may not go together', () => {
  const without = (...names: readonly string[]) =>
    varyValue(scope, { ...PLAIN, leavesOut: (name) => names.includes(name) }, createDice('1'))
  expect(without('a')).toEqual({ b: 1, data: { c: 3 } })
  expect(without('a', 'b')).toEqual(scope.value)
  expect(without('c')).toEqual(scope.value)
})

it('puts in what no schema knows, and the same into the same object', () => {
  const more = SEEDS.map((seed) => varyValue(scope, { ...PLAIN, more: seed }, createDice('1')))
  const again = SEEDS.map((seed) => varyValue(scope, { ...PLAIN, more: seed }, createDice('2')))
  expect(again).toEqual(more)
  expect(new Set(more.map((value) => Object.keys(value ?? {}).length))).toEqual(new Set([3, 4]))
})

const FRAME: ScopedFrame = {
  frame: {
    kind: 'event',
    data: '{"a":1}',
    fields: [{ name: 'data', value: '{"a":1}' }],
    raw: 'data: {"a":1}',
    value: { a: 1 },
    at: 5,
  },
  scope: { ...scope, value: { a: 1 }, optional: [], nullable: [], named: [] },
  before: { free: [], foreign: [] },
}

it('writes a stream in other words of the same meaning', () => {
  const write = (dressing: 'line-ends' | 'byte-order-mark' | 'keep-alives') =>
    [FRAME].map(createFrameWriter('sse', { ...PLAIN, dressings: [dressing] }, createDice('3')))
  expect(write('line-ends')).toEqual([{ at: 5, text: expect.stringMatching(/^data: \{"a":1\}(\r\n\r\n|\r\r)$/) }])
  expect(write('byte-order-mark')).toEqual([{ at: 5, text: '\uFEFFdata: {"a":1}\n\n' }])
  expect(write('keep-alives')[0]?.text).toMatch(/^(:.*\n)?\n?data: \{"a":1\}\n\n(:.*\n)?\n?$/)
})

it('lets in guests before an event, each as a frame of its own', () => {
  const frames = SEEDS.map(() => ({ ...FRAME, before: { free: ['event: ping'], foreign: ['data: {"event":"x"}'] } }))
  const write = (guests: StreamVariety['guests']) =>
    frames.map(createFrameWriter('sse', { ...PLAIN, guests }, createDice('3'))).map(({ text }) => text)
  expect(new Set(write([]))).toEqual(new Set(['data: {"a":1}\n\n']))
  expect(new Set(write(['free']))).toEqual(new Set(['data: {"a":1}\n\n', 'event: ping\n\ndata: {"a":1}\n\n']))
  expect(new Set(write(['foreign']))).toContain('data: {"event":"x"}\n\ndata: {"a":1}\n\n')
})

it('writes JSON in other words of the same value', () => {
  const value = { 'a"\\\n': [0, -1.5, 1e300, 12, 'é\u2028/\u0007\\u0041', null, true, {}, []], '': 'x: {1,2}' }
  const texts = Array.from({ length: 300 }, (_, seed) =>
    writeJson(value, false, { respelled: true }, createDice(String(seed))),
  )
  expect(texts.filter((text) => JSON.stringify(JSON.parse(text)) !== JSON.stringify(value))).toEqual([])
  expect(new Set(texts).size).toBeGreaterThan(10)
  expect(texts.join()).toMatch(/12\.0.*1\.2e\+1.*|1\.2e\+1.*12\.0/s)
})

it('slows a clock without letting anything overtake', () => {
  const transcripts = recording.scoped.map(({ transcript }) => transcript)
  const times = transcripts.flatMap(({ sentAt, answer }) => [sentAt, sentAt + (answer?.end.at ?? 0)])
  const clock = slowClock(transcripts, { ...recording.platform.contract, keepAlive: 15_000 }, createDice('1'))
  const pairs = times.toSorted((a, b) => a - b).map((time) => [time, clock(time)] as const)
  expect(pairs.filter(([, slow], index) => slow < (pairs[index - 1]?.[1] ?? 0))).toEqual([])
  expect(clock(Math.max(...times))).toBeGreaterThan(Math.max(...times))
  expect(clock(Math.max(...times))).toBeLessThan(15_000)
})

const touchy: readonly (Check & { readonly way: string })[] = [
  alarm('header', 'other headers', ({ answer }) => answer?.headers.server === undefined),
  alarm(
    'order',
    'another order of members',
    ({ answer }) => answer?.body.kind !== 'text' || !/^\{\s*"current_node"/.test(answer.body.text),
  ),
  alarm('comment', 'keep-alives', (transcript) => !framesOf(transcript).some(({ kind }) => kind === 'comment')),
  alarm('wait', 'longer waits', ({ answer }) => (answer?.end.at ?? 0) < 10_000),
  alarm('event', 'foreign events', (transcript) => !JSON.stringify(framesOf(transcript)).includes('x_unheard_of')),
  alarm('null', 'nulls', (transcript) => !JSON.stringify(jsonOf(transcript) ?? {}).includes('"output":null')),
]

function alarm(id: string, way: string, kept: (transcript: Transcript) => boolean) {
  return {
    id,
    way,
    claim: 'MUST be as it always was',
    operation: 'getExecution',
    needs: [],
    judge: ({ transcripts }: Evidence) =>
      transcripts.map((one) => expectThat(kept(one), one, 'as ever', () => 'otherwise')),
  } as const
}

it.each(touchy)('hears a check that cries wolf at another $id, and tells its seed', async (check) => {
  const touched = { ...recording, checks: [check] }
  let told: readonly string[] = []
  for (const seed of SEEDS) {
    if (told.length === 0) told = await explainAlarms(touched, await judgeSeed(touched, seed))
  }
  const [, seed, ways] =
    /^seed (\d+) of waterflai \((.*)\): \w+: expected as ever, got otherwise/.exec(told[0] ?? '') ?? []
  expect(ways).toMatch(new RegExp(`enough is ${check.way}$`))
  expect(told[0]).toContain(`FLOWPROOF_SEED=${seed} npx vitest run test/variety/waterflai.test.ts`)
})
