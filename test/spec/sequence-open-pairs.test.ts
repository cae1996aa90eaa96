import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  createOpenPairs,
  findPair,
  listOpenPairs,
  type OpenedPair,
  withPair,
} from '../../src/spec/sequence/open-pairs.ts'

const KEYS = ['a', 'b', 1, true, undefined] as const

it('keeps every version as it was, whichever is read or written next', () => {
  const steps = fc.array(
    fc.record({ from: fc.nat(50), key: fc.constantFrom(...KEYS), kind: fc.constantFrom('open', 'close', 'forget') }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(steps, (given) => {
      const versions = [{ pairs: createOpenPairs(), want: new Map<OpenedPair['key'], OpenedPair>() }]
      for (const [index, { from, key, kind }] of given.entries()) {
        const base = versions[from % versions.length]
        if (!base) continue
        const pair = kind === 'forget' ? undefined : { key, got: 'x', since: index, closed: kind === 'close' }
        const want = new Map(base.want)
        if (pair) want.set(key, pair)
        else want.delete(key)
        versions.push({ pairs: withPair(base.pairs, key, pair), want })
      }
      for (const { pairs, want } of [...versions].reverse()) {
        expect(KEYS.map((key) => findPair(pairs, key))).toEqual(KEYS.map((key) => want.get(key)))
        const open = [...want.values()].filter(({ closed }) => !closed)
        expect(listOpenPairs(pairs)).toEqual(open.sort((a, b) => a.since - b.since))
      }
    }),
    { numRuns: 300 },
  )
})
