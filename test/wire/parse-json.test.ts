import { expect, it } from 'vitest'
import { parseJson } from '../../src/wire/parse-json.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const list = (length: number): string => JSON.stringify(Array(length).fill(1))

it.each([
  { it: 'reads a nested value', text: nested(500), problem: undefined },
  { it: 'reads many values', text: list(200_000), problem: undefined },
  {
    it: 'counts nothing inside of strings',
    text: JSON.stringify(`${nested(600)}\\"${nested(600)}`),
    problem: undefined,
  },
  { it: 'does not read what is nested too deep', text: nested(501), problem: 'too-complex' },
  { it: 'does not read too many values', text: list(200_002), problem: 'too-complex' },
  { it: 'says what is no JSON', text: '{"a":', problem: 'not-json' },
])('$it', ({ text, problem }) => {
  const read = parseJson(text)
  expect(read.problem).toBe(problem)
  expect(read.value === undefined).toBe(problem !== undefined)
})
