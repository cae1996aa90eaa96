import { expect, it } from 'vitest'
import { oddValues } from '../../src/contract/odd-values.ts'

const DOCUMENT = {
  user: { type: 'string', minLength: 1, maxLength: 3 },
  person: { properties: { name: { type: 'string' }, friend: { $ref: '#/person' } } },
}

const CASES = [
  { it: 'a text', schema: { type: 'string' }, odd: ['type: 7'].map(withX) },
  { it: 'a number', schema: { type: 'integer' }, odd: ['type: "seven"'].map(withX) },
  { it: 'a text or nothing', schema: { type: ['string', 'null'] }, odd: ['type: 7'].map(withX) },
  {
    it: 'one of several types',
    schema: { anyOf: [{ type: 'string' }, { type: 'number' }] },
    odd: ['type: true'].map(withX),
  },
  { it: 'anything', schema: {}, odd: [] },
  { it: 'anything among others', schema: { oneOf: [{ type: 'string' }, {}] }, odd: [] },
  {
    it: 'what is on a list',
    schema: { enum: ['a', 'b'] },
    odd: ['type: 7', 'enum: "flowproof-off-the-list"'].map(withX),
  },
  {
    it: 'a bounded number',
    schema: { type: 'number', minimum: 1, exclusiveMaximum: 9 },
    odd: ['type: "seven"', 'minimum: 0', 'exclusiveMaximum: 9'].map(withX),
  },
  {
    it: 'a form of text',
    schema: { type: 'string', format: 'uuid' },
    odd: ['type: 7', 'format: "flowproof"'].map(withX),
  },
  {
    it: 'a form of text that cannot be told',
    schema: { type: 'string', format: 'password' },
    odd: ['type: 7'].map(withX),
  },
  {
    it: 'what stands elsewhere',
    schema: { $ref: '#/user' },
    odd: ['type: 7', 'minLength: ""', 'maxLength: "xxxx"'].map(withX),
  },
  {
    it: 'a list',
    schema: { type: 'array', minItems: 1, items: { properties: { id: { type: 'string' } } } },
    odd: ['/x type: "seven"', '/x minItems: []', '/x/0/id type: 7'],
  },
  { it: 'what holds itself', schema: { $ref: '#/person' }, odd: ['/x/name type: 7'] },
] as const

function withX(text: string): string {
  return `/x ${text}`
}

it.each(CASES)('makes odd $it', ({ schema, odd }) => {
  const values = oddValues(DOCUMENT, { properties: { x: schema } })
  expect(values.map(({ pointer, keyword, value }) => `${pointer} ${keyword}: ${JSON.stringify(value)}`)).toEqual(odd)
})
