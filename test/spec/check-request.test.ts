import { expect, it } from 'vitest'
import { checkRequest, type RequestToCheck } from '../../src/spec/check-request.ts'
import { formatProblem } from '../../src/spec/format-problem.ts'
import { createValidator } from '../../src/spec/validator.ts'
import { operationOf, talkSpec } from './fixtures/talk.ts'

const talk = talkSpec()
const validator = createValidator(talk)

function check(operation: string, request: Partial<RequestToCheck>): readonly string[] {
  const empty = { path: {}, query: new URLSearchParams(), headers: new Headers() }
  return checkRequest(validator, operationOf(talk, operation), { ...empty, ...request }).map(formatProblem)
}

const JSON_BODY = { mediaType: 'application/json; charset=utf-8' }
const FORM = { mediaType: 'multipart/form-data; boundary=x' }
const FILE = { filename: 'a.txt', mediaType: 'text/plain', size: 3 }

const CASES: readonly { it: string; operation: string; request: Partial<RequestToCheck>; want: readonly string[] }[] = [
  { it: 'accepts what is valid', operation: 'createTalk', request: { ...JSON_BODY, body: { text: 'hi' } }, want: [] },
  {
    it: 'reads parameters by their types',
    operation: 'listTalks',
    request: { query: new URLSearchParams('limit=7&open=false&tag=red&tag=green') },
    want: [],
  },
  {
    it: 'objects to parameters that cannot be read so',
    operation: 'listTalks',
    request: { query: new URLSearchParams('limit=7x&open=yes&tag=blue') },
    want: [
      '/query/limit must be integer, got "7x"',
      '/query/open must be boolean, got "yes"',
      '/query/tag/0 must be one of "red", "green", got "blue"',
    ],
  },
  {
    it: 'judges a parameter after reading it',
    operation: 'listTalks',
    request: { query: new URLSearchParams('limit=101') },
    want: ['/query/limit must be <= 100, got 101'],
  },
  {
    it: 'notes a parameter that is not declared',
    operation: 'listTalks',
    request: { query: new URLSearchParams('a/b=1&a/b=2') },
    want: ['/query/a~1b is not a declared parameter'],
  },
  {
    it: 'misses a required parameter',
    operation: 'getTalk',
    request: {},
    want: ['/path/talk_id is required, and missing'],
  },
  { it: 'misses a required body', operation: 'createTalk', request: {}, want: ['/body is required, and missing'] },
  { it: 'does not miss an optional one', operation: 'uploadFile', request: {}, want: [] },
  {
    it: 'objects to another media type',
    operation: 'createTalk',
    request: { mediaType: 'text/plain', body: 'hi' },
    want: ['/header/content-type must be application/json, got "text/plain"'],
  },
  {
    it: 'misses the media type',
    operation: 'createTalk',
    request: { body: { text: 'hi' } },
    want: ['/header/content-type must be application/json, got none'],
  },
  {
    it: 'says where in the body',
    operation: 'createTalk',
    request: { ...JSON_BODY, body: { text: 'hi', tone: 'formol', asked_at: 'now' } },
    want: [
      '/body/tone must be one of "friendly", "formal", got "formol" (did you mean "formal"?)',
      '/body/asked_at must have the format date-time, got "now"',
    ],
  },
  {
    it: 'notes a body that is not expected',
    operation: 'listTalks',
    request: { ...JSON_BODY, body: {} },
    want: ['/body is not expected'],
  },
  { it: 'accepts a form', operation: 'uploadFile', request: { ...FORM, body: { file: FILE, pages: '3' } }, want: [] },
  {
    it: 'reads the texts of a form by their types',
    operation: 'uploadFile',
    request: { ...FORM, body: { file: FILE, pages: 'three' } },
    want: ['/body/pages must be integer, got "three"'],
  },
  {
    it: 'wants a file where the schema has bytes, and not elsewhere',
    operation: 'uploadFile',
    request: { ...FORM, body: { file: 'text', pages: FILE } },
    want: [
      '/body/pages must be integer, got an object with filename, mediaType, size',
      '/body/file must be a file, got text',
    ],
  },
  {
    it: 'misses a field of a form',
    operation: 'uploadFile',
    request: { ...FORM, body: { pages: '3' } },
    want: ['/body must have property "file"'],
  },
]

it.each(CASES)('$it', ({ operation, request, want }) => expect(check(operation, request)).toEqual(want))

it('marks what breaks no promise as a note', () => {
  const query = new URLSearchParams('limit=no&other=1')
  const request = { path: {}, query, headers: new Headers() }
  const notes = checkRequest(validator, operationOf(talk, 'listTalks'), request).map(({ note }) => note)
  expect(notes).toEqual([undefined, true])
})

it('does not take an API key in the query for an undeclared parameter', () => {
  expect(check('uploadFile', { query: new URLSearchParams('key=k') })).toEqual([])
})

it('takes one or several parts of a name for a list', () => {
  const spec = talkSpec([
    'pages: { type: integer }\n',
    `pages: { type: array, items: { type: integer } }
                files: { type: array, items: { type: string, format: binary } }\n`,
  ])
  const checkFields = (body: object) => {
    const request = { path: {}, query: new URLSearchParams(), headers: new Headers(), ...FORM, body }
    return checkRequest(createValidator(spec), operationOf(spec, 'uploadFile'), request).map(formatProblem)
  }
  expect(checkFields({ file: FILE, pages: '3', files: FILE })).toEqual([])
  expect(checkFields({ file: FILE, pages: ['3', 'x'], files: [FILE, 'text', FILE] })).toEqual([
    '/body/pages/1 must be integer, got "x"',
    '/body/files/1 must be a file, got text',
  ])
})

it('reads header and cookie parameters, and lists in one value', () => {
  const declared = `- name: X-Turn
          in: header
          description: Which turn.
          schema: { type: integer }
        - name: session
          in: cookie
          required: true
          description: Who asks.
          schema: { type: integer }
        - name: tag`
  const spec = talkSpec(
    ['- name: tag', declared],
    ['          schema: { type: array', '          explode: false\n          schema: { type: array'],
  )
  const operation = operationOf(spec, 'listTalks')
  const request = (cookie: string) => ({
    path: {},
    query: new URLSearchParams('tag=red,green'),
    headers: new Headers({ 'x-turn': '7', cookie }),
  })
  expect(checkRequest(createValidator(spec), operation, request('a=b; session=4'))).toEqual([])
  const problems = checkRequest(createValidator(spec), operation, request('a=b; session=x=y'))
  expect(problems.map(formatProblem)).toEqual(['/cookie/session must be integer, got "x=y"'])
})
