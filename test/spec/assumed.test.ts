import { expect, it } from 'vitest'
import { compileLifecycle } from '../../src/spec/lifecycle.ts'
import { compileSequence } from '../../src/spec/sequence.ts'

const where = () => ({ file: 'talks.yaml', line: 7 })
const operation = { parameters: [{ name: 'talk' }], requestBody: undefined, responses: new Map() }
const context = { operations: new Map([['talk', operation]]), where }
const SEQUENCE = { symbol: '/event', rules: { stream: 'begin' } }
const LIFECYCLE = {
  start: [{ operation: 'talk', id: '/talk' }],
  status: { operation: 'talk', parameter: 'talk', state: '/state' },
  initial: ['done'],
  moves: {},
  terminal: ['done'],
}

it.each([
  {
    it: 'a sequence',
    compile: (more: object) => compileSequence({ ...SEQUENCE, ...more }, { eventNames: ['begin'], where }),
  },
  { it: 'a lifecycle', compile: (more: object) => compileLifecycle('talk', { ...LIFECYCLE, ...more }, context) },
])('knows whether $it is assumed', ({ compile }) => {
  expect(compile({}).assumed).toBe(false)
  expect(compile({ 'x-assumed': 'The documents are silent.' }).assumed).toBe(true)
  expect(() => compile({ 'x-assumed': true })).toThrow(
    '`/x-assumed` is not a text, or it is empty. Write a word. (talks.yaml:7)',
  )
})
