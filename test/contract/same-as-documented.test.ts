import { expect, it } from 'vitest'
import { isSameAsDocumented } from '../../src/contract/same-as-documented.ts'

const DOCUMENT = {
  run: {
    required: ['id'],
    properties: { id: {}, note: {}, outputs: { type: 'object' }, steps: { items: { $ref: '#/step' } } },
  },
  step: { properties: { name: {} } },
  open: { properties: { a: {} }, additionalProperties: true },
}

const CASES = [
  { it: 'passes over what the document does not know', a: { id: 1, x: 1 }, b: { id: 1, x: 2, y: 3 }, same: true },
  { it: 'passes over a member that only one side tells', a: { id: 1, note: 'a' }, b: { id: 1 }, same: true },
  { it: 'compares what both sides tell', a: { id: 1, note: 'a' }, b: { id: 1, note: 'b' }, same: false },
  { it: 'takes null for told', a: { id: 1, note: null }, b: { id: 1, note: 'b' }, same: false },
  { it: 'compares free values as a whole', a: { outputs: { x: 1 } }, b: { outputs: {} }, same: false },
  { it: 'looks into lists', a: { steps: [{ name: 'a', x: 1 }] }, b: { steps: [{ name: 'a' }] }, same: true },
  { it: 'compares the items of lists', a: { steps: [{ name: 'a' }] }, b: { steps: [{ name: 'b' }] }, same: false },
  { it: 'counts the items of lists', a: { steps: [] }, b: { steps: [{ name: 'b' }] }, same: false },
  { it: 'tells a value from none', a: [1], b: null, same: false },
]

it.each(CASES)('$it', ({ a, b, same }) => {
  expect(isSameAsDocumented(DOCUMENT, '/run', a, b)).toBe(same)
  expect(isSameAsDocumented(DOCUMENT, '/run', b, a)).toBe(same)
})

it('compares as a whole what may have any member', () => {
  expect(isSameAsDocumented(DOCUMENT, '/open', { a: 1, x: 1 }, { a: 1 })).toBe(false)
})
