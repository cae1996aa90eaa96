import { expect, it } from 'vitest'
import { pythonJson } from '../../src/wire/python-json.ts'

it.each([
  {
    it: 'puts a space after commas and colons',
    value: { a: [1, 'b', null], c: {} },
    text: '{"a": [1, "b", null], "c": {}}',
  },
  { it: 'escapes all but printable ASCII', value: 'é\u007f👋"\n', text: '"\\u00e9\\u007f\\ud83d\\udc4b\\"\\n"' },
  { it: 'leaves out what is not there', value: { a: undefined, b: [undefined] }, text: '{"b": [null]}' },
])('$it', ({ value, text }) => {
  expect(pythonJson(value)).toBe(text)
})
