import { expect, it } from 'vitest'
import { FlowproofError } from '../../src/errors.ts'
import { formatProblem } from '../../src/spec/format-problem.ts'
import { createValidator } from '../../src/spec/validator.ts'
import { TALK_SEQUENCE, talkSpec, talkText } from './fixtures/talk.ts'

const talk = talkSpec()
const validator = createValidator(talk)
const TALK = '/components/schemas/Talk'
const EVENT = '/components/schemas/TalkEvent'

const CASES: readonly { it: string; schema: string; value: unknown; want: readonly string[] }[] = [
  { it: 'accepts a valid value', schema: TALK, value: { id: 't1', state: 'done', turns: 0, more: 1 }, want: [] },
  { it: 'accepts an event of the union', schema: EVENT, value: { event: 'begin', id: 't1' }, want: [] },
  {
    it: 'reports everything at once',
    schema: TALK,
    value: { id: 't', turns: -1, ended_at: 'late' },
    want: [
      'the value must have property "state"',
      '/id must not have fewer than 2 characters, got "t"',
      '/turns must be >= 0, got -1',
      '/ended_at must be integer or null, got "late"',
    ],
  },
  {
    it: 'suggests the word that was meant',
    schema: TALK,
    value: { id: 't1', state: 'runing', turns: 0 },
    want: ['/state must be one of "running", "done", got "runing" (did you mean "running"?)'],
  },
  {
    it: 'has one error for an unknown event',
    schema: EVENT,
    value: { event: 'begn', id: 7 },
    want: ['/event must be one of "begin", "word", "end", "ping", got "begn" (did you mean "begin"?)'],
  },
  {
    it: 'suggests nothing where nothing is near',
    schema: EVENT,
    value: { event: 'workflow' },
    want: ['/event must be one of "begin", "word", "end", "ping", got "workflow"'],
  },
  { it: 'misses the name of an event', schema: EVENT, value: {}, want: ['the value must have property "event"'] },
  {
    it: 'wants the name of an event to be text',
    schema: EVENT,
    value: { event: 7 },
    want: ['/event must be string, got 7'],
  },
  { it: 'wants an event to be an object', schema: EVENT, value: 'end', want: ['the value must be object, got "end"'] },
  {
    it: 'judges an event by its own member only',
    schema: EVENT,
    value: { event: 'word', text: 7 },
    want: ['/text must be string, got 7'],
  },
  {
    it: 'says all kinds that a union would have taken',
    schema: EVENT,
    value: { event: 'end', id: 't1', usage: 7 },
    want: ['/usage must be null or object, got 7'],
  },
  {
    it: 'lets the nearest member of a union speak for it',
    schema: EVENT,
    value: { event: 'end', id: 't1', usage: { words: 'two' } },
    want: ['/usage/words must be integer, got "two"'],
  },
  {
    it: 'follows recursion',
    schema: TALK,
    value: { id: 't1', state: 'done', turns: 0, parent: { id: 5, state: 'done', turns: 0 } },
    want: ['/parent/id must be string, got 5'],
  },
  {
    it: 'cuts values that are long',
    schema: TALK,
    value: { id: 't1', state: 'done', turns: 'x'.repeat(1000) },
    want: [`/turns must be integer, got "${'x'.repeat(80)}"… (1000 characters)`],
  },
  {
    it: 'shows only the outline of objects and lists',
    schema: TALK,
    value: { id: { secret: 'k' }, state: 'done', turns: [1, 2] },
    want: ['/id must be string, got an object with secret', '/turns must be integer, got a list of 2'],
  },
]

it.each(CASES)('$it', ({ schema, value, want }) => {
  expect(validator.check(schema, value).map(formatProblem)).toEqual(want)
})

it.each([
  { it: 'a keyword', value: { id: 't', state: 'done', turns: 0 }, line: 'minLength: 2' },
  { it: 'a missing property', value: { id: 't1', turns: 0 }, line: 'required: [id, state, turns]' },
  { it: 'a word', value: { id: 't1', state: 'no', turns: 0 }, line: 'state: { enum: [running, done] }' },
])('leads from $it back to the line in the spec', ({ value, line }) => {
  const [problem] = validator.check(TALK, value)
  const lines = talkText().split('\n')
  expect(lines[talk.lineOf(problem?.schema ?? '') - 1]).toContain(line)
})

it('refuses a value that two members of a union take', () => {
  const spec = talkSpec(["- { type: 'null' }", '- { type: object }'])
  const problems = createValidator(spec).check(EVENT, { event: 'end', id: 't1', usage: { words: 1 } })
  expect(problems.map(formatProblem)).toEqual([
    '/usage must match exactly one member of the union, matches /components/schemas/EndEvent/properties/usage/oneOf/0 and /components/schemas/EndEvent/properties/usage/oneOf/1',
  ])
})

it('judges a union without a mapping, too', () => {
  const spec = talkSpec(['      discriminator:\n        propertyName: event\n', '      x-was:\n'], [TALK_SEQUENCE, ''])
  const check = (value: unknown) => createValidator(spec).check(EVENT, value).map(formatProblem)
  expect(check({ event: 'word', text: 'a' })).toEqual([])
  expect(check({ event: 'word', text: 7 })).toEqual(['/text must be string, got 7'])
})

it('judges inline schemas, and ignores extensions and texts to be decoded', () => {
  const item = '/paths/~1talks/post/responses/200/content/text~1event-stream/itemSchema'
  expect(validator.check(item, { data: 'not JSON' })).toEqual([])
  expect(validator.check(item, {}).map(formatProblem)).toEqual(['the value must have property "data"'])
})

it('says which schema cannot be compiled, and where', () => {
  const spec = talkSpec(['minLength: 2', 'minLenght: 2'])
  expect(() => createValidator(spec).check('/components/schemas/TalkId', 'a')).toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to compile a schema: strict mode: unknown keyword: "minLenght". Correct it, or what it refers to. (talk.yaml:152#/components/schemas/TalkId)]`,
  )
  expect(() => validator.check('/components/schemas/None', 'a')).toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to compile a schema: there is none. Correct it, or what it refers to. (talk.yaml:151#/components/schemas/None)]`,
  )
  expect(() => validator.check('/components/schemas/None', 'a')).toThrow(FlowproofError)
})
