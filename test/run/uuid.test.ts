import { expect, it } from 'vitest'
import { createRandom } from '../../src/run/random.ts'
import { hashOf, uuidOf } from '../../src/run/uuid.ts'

it('makes the same UUID of a text each time', () => {
  expect([uuidOf('a'), uuidOf('a', 4), uuidOf(''), uuidOf('é👨‍👩‍👧')]).toMatchInlineSnapshot(`
    [
      "5eb8e4e4-08de-5167-8f5f-05b958089485",
      "5eb8e4e4-08de-4167-8f5f-05b958089485",
      "027ae52e-cfc7-5621-9593-990d4b41437c",
      "30aa5af0-acfc-52de-a632-e6a98bf6943d",
    ]
  `)
})

it('makes UUIDs of the version that is asked for, no two alike', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => uuidOf(`run:${index}`, index % 2 === 0 ? 4 : 5))
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter((id) => !shape.test(id))).toEqual([])
  expect(ids.every((id, index) => id.charAt(14) === (index % 2 === 0 ? '4' : '5'))).toBe(true)
  expect(new Set(ids.map((id) => id.slice(15))).size).toBe(ids.length)
})

it('spreads hashes over all 32 bits', () => {
  const buckets = new Array<number>(64).fill(0)
  for (let index = 0; index < 64_000; index += 1) {
    const bucket = Math.floor(hashOf(String(index)) / 2 ** 26)
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  expect(Math.min(...buckets)).toBeGreaterThan(850)
  expect(Math.max(...buckets)).toBeLessThan(1150)
})

it('gives each seed a stream of its own, evenly spread', () => {
  const take = (seed: string) => Array.from({ length: 10_000 }, createRandom(seed))
  expect(take('a')).toEqual(take('a'))
  expect(take('a').slice(0, 3)).not.toEqual(take('b').slice(0, 3))
  const mean = take('c').reduce((sum, value) => sum + value, 0) / 10_000
  expect(mean).toBeGreaterThan(0.48)
  expect(mean).toBeLessThan(0.52)
})
