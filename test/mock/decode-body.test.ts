import { expect, it } from 'vitest'
import { decodeBody } from '../../src/mock/decode-body.ts'

const FORM = [
  '--edge',
  'Content-Disposition: form-data; name="colour"',
  '',
  'grün',
  '--edge',
  'Content-Disposition: form-data; name="colour"',
  '',
  'blue',
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="a/ü.txt"',
  'Content-Type: text/markdown; charset=utf-8',
  '',
  'line one\r\nline two',
  '--edge',
  'Content-Disposition: form-data; name="file"; filename="bare"',
  '',
  '',
  '--edge--',
  '',
].join('\r\n')

const json = 'application/json'
const CASES = [
  { it: 'finds no body in no bytes', method: 'GET', type: json, text: '', want: { kind: 'none' } },
  {
    it: 'takes an empty JSON body of a POST for broken JSON',
    method: 'POST',
    type: json,
    text: '',
    want: { kind: 'malformed' },
  },
  {
    it: 'reads JSON',
    method: 'POST',
    type: `${json}; charset=utf-8`,
    text: '{"a":[1]}',
    want: { kind: 'json', value: { a: [1] } },
  },
  {
    it: 'reads JSON of a more special type',
    method: 'POST',
    type: 'application/problem+json',
    text: '1',
    want: { kind: 'json', value: 1 },
  },
  {
    it: 'says why JSON is broken',
    method: 'POST',
    type: json,
    text: '{',
    want: { kind: 'malformed', reason: expect.stringContaining('JSON') },
  },
  {
    it: 'keeps bytes of a type it does not know',
    method: 'POST',
    type: 'text/plain',
    text: 'hi',
    want: { kind: 'other', type: 'text/plain' },
  },
  { it: 'keeps bytes without a type', method: 'POST', type: '', text: 'hi', want: { kind: 'other', type: '' } },
  {
    it: 'finds a form without its boundary broken',
    method: 'POST',
    type: 'multipart/form-data',
    text: FORM,
    want: { kind: 'malformed' },
  },
  {
    it: 'finds a form that ends early broken',
    method: 'POST',
    type: 'multipart/form-data; boundary=edge',
    text: FORM.slice(0, 60),
    want: { kind: 'malformed' },
  },
] as const
it.each(CASES)('$it', async ({ method, type, text, want }) => {
  expect(await decodeBody(method, type, Buffer.from(text))).toMatchObject(want)
})

it('finds bytes that are no UTF-8 broken JSON', async () => {
  expect(await decodeBody('POST', json, Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ kind: 'malformed' })
})

it('reads fields and files of a form, with names and types as they were sent', async () => {
  const body = await decodeBody('POST', 'multipart/form-data; boundary="edge"', Buffer.from(FORM))
  expect(body).toEqual({
    kind: 'form',
    type: 'multipart/form-data; boundary="edge"',
    fields: new Map([['colour', 'grün']]),
    files: [
      {
        field: 'file',
        filename: 'a/ü.txt',
        type: 'text/markdown; charset=utf-8',
        bytes: Buffer.from('line one\r\nline two'),
      },
      { field: 'file', filename: 'bare', type: '', bytes: Buffer.from('') },
    ],
    bytes: Buffer.from(FORM),
  })
})

it('reads a form of the older kind', async () => {
  const body = await decodeBody('POST', 'application/x-www-form-urlencoded', Buffer.from('a=1&b=x+y%21'))
  expect(body).toMatchObject({
    kind: 'form',
    fields: new Map([
      ['a', '1'],
      ['b', 'x y!'],
    ]),
    files: [],
  })
})
