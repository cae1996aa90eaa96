import { expect, it } from 'vitest'
import { matchesGlob } from '../../src/contract/glob.ts'
import { kebab } from '../../src/contract/kebab.ts'
import { hasSoftPart, isSoft } from '../../src/contract/soft-promises.ts'
import { wrongKeyLike } from '../../src/contract/wrong-key.ts'
import { parseSpec } from '../../src/spec/load-spec.ts'
import { createValidator } from '../../src/spec/validator.ts'

it.each([
  ['getWorkflowRun', 'get-workflow-run'],
  ['runWorkflowById', 'run-workflow-by-id'],
  ['getJSONSchema', 'get-json-schema'],
  ['workflow_run_id', 'workflow-run-id'],
])('writes %s as %s', (name, want) => expect(kebab(name)).toBe(want))

it.each([
  ['run.status', 'run.*', true],
  ['run.status', '*.status', true],
  ['run.status', 'run', false],
  ['rung', 'run.', false],
  ['run.body', 'run.b?dy', true],
])('tells whether %s fits %s', (text, pattern, want) => expect(matchesGlob(text, pattern)).toBe(want))

it.each([
  ['app-Xy12Xy12Xy12Xy12', 'app-0a1b2c3d4e5f6g7h'],
  ['sk_live_1', 'sk_0a1b2c'],
  ['secret', '0a1b2c3d'],
])('makes a wrong key like %s', (key, want) => {
  const wrong = wrongKeyLike(key)
  expect(wrong).not.toBe(key)
  expect(wrong.slice(0, want.length)).toBe(want)
})

const spec = parseSpec(
  `openapi: 3.2.0
info: { title: Soft, version: 1.0.0 }
paths: {}
components:
  schemas:
    Thing:
      type: object
      x-observed: A remark about the whole.
      required: [firm, missing]
      properties:
        firm: { type: string }
        leaf: { type: string, x-assumed: Never said. }
        missing: { type: string, x-observed: Left out by some. }
        linked: { $ref: '#/components/schemas/Leaf' }
    Leaf: { type: integer, x-assumed: Never said. }
    Firm: { type: object, x-observed: A remark about the whole., properties: { a: { type: string } } }
`,
  'soft.yaml',
)

it.each([
  { value: { firm: 7, missing: '' }, soft: false },
  { value: { missing: '' }, soft: false },
  { value: { firm: '' }, soft: true },
  { value: { firm: '', missing: '', leaf: 7 }, soft: true },
  { value: { firm: '', missing: '', linked: '' }, soft: true },
])('tells that a problem with $value is soft: $soft', ({ value, soft }) => {
  const problems = createValidator(spec).check('/components/schemas/Thing', value)
  expect(problems.map((problem) => isSoft(spec, problem))).toEqual([soft])
})

it('tells whether a schema has soft parts', () => {
  expect(hasSoftPart(spec, '/components/schemas/Thing')).toBe(true)
  expect(hasSoftPart(spec, '/components/schemas/Firm')).toBe(false)
})
