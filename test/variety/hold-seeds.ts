import { beforeAll, expect, it } from 'vitest'
import type { Check } from '../../src/contract/check.ts'
import { type Judged, judgeSeed, judgeVariety, PLAIN } from './check-seeds.ts'
import { explainAlarms } from './explain-alarms.ts'
import { PROMISES } from './promised.ts'
import { type Recording, record } from './recording.ts'
import type { Variety } from './vary-transcript.ts'

/**
 * `FLOWPROOF_SEEDS=5000` starts the range of seeds there; `FLOWPROOF_SEED=17` takes that one alone, to see again what it has shown:
 * `FLOWPROOF_SEED=17 npx vitest run test/variety/dify.test.ts`.
 */
const { FLOWPROOF_SEEDS: start = '0', FLOWPROOF_SEED: one } = process.env

/** The first seed of every range. */
export const START = Number(start)

/** What is kept of a correct server may be unchecked in so many of its varieties, where what would show it is optional. */
const MOST_UNCHECKED = 0.2

/** The part of all checks to which a message to the mock may show nothing. */
const MOST_BLIND = 0.02

/** Registers the tests that the contract of a platform cries no wolf: whatever is legal breaks nothing. */
export function itCriesNoWolf(platform: string, count: number): void {
  const seeds = one === undefined ? Array.from({ length: count }, (_, index) => String(START + index)) : [one]
  let recording: Recording
  beforeAll(async () => {
    recording = await record(platform)
  }, 60_000)

  it('keeps all of what was recorded, read again', async () => {
    const { verdicts } = await judgeVariety(recording, 'plain', PLAIN)
    expect([...verdicts].filter(([, verdict]) => verdict !== 'kept')).toEqual([])
    expect(recording.blind.length).toBeLessThan(MOST_BLIND * verdicts.size)
  })

  it(`finds nothing broken in legal varieties of ${platform}, seeds ${seeds[0]} to ${seeds.at(-1)}`, async () => {
    const judged: Judged[] = []
    for (const seed of seeds) judged.push(await judgeSeed(recording, seed))
    const alarms: string[] = []
    for (const one of judged) alarms.push(...(await explainAlarms(recording, one)))
    expect(alarms).toEqual([])
    const unchecked = recording.checks.filter((check) => countUnchecked(judged, check) > MOST_UNCHECKED * seeds.length)
    expect(one === undefined ? unchecked.map(({ id }) => id) : []).toEqual([])
  }, 300_000)

  const promises = PROMISES[platform] ?? []
  if (promises.length === 0) return
  it('leaves out of its varieties only what checks promise', async () => {
    const wrong: string[] = []
    for (const { checks, members = [], nulls = [], dressings = [] } of promises) {
      const varieties: readonly (readonly [what: readonly string[], variety: Variety])[] = [
        [members, { ...PLAIN, leavesOut: (name) => members.includes(name) }],
        [nulls, { ...PLAIN, nulls: (name) => nulls.includes(name) }],
        [dressings, { ...PLAIN, dressings }],
      ]
      for (const [what, variety] of varieties.filter(([{ length }]) => length > 0)) {
        const { verdicts } = await judgeVariety(recording, 'promised', variety)
        const kept = checks.filter((id) => verdicts.get(id) !== 'broken')
        wrong.push(...kept.map((id) => `${id} does not promise ${what.join(', ')}`))
      }
    }
    expect(wrong).toEqual([])
  })
}

function countUnchecked(judged: readonly Judged[], { id }: Check): number {
  return judged.filter(({ verdicts }) => verdicts.get(id) === 'unchecked').length
}
