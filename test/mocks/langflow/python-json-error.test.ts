import { expect, it } from 'vitest'
import { findPythonJsonError } from '../../../mocks/langflow/python-json-error.ts'

// What Python 3.11 says of each.
const CASES = [
  { text: '{"a": [1, -2.5e3, true, null, "\\u00e9\\n"]}', want: undefined },
  { text: '', want: [0, 'Expecting value'] },
  { text: '{"a":', want: [5, 'Expecting value'] },
  { text: '{a: 1}', want: [1, 'Expecting property name enclosed in double quotes'] },
  { text: '{"a": 1,}', want: [8, 'Expecting property name enclosed in double quotes'] },
  { text: '{"a" 1}', want: [5, "Expecting ':' delimiter"] },
  { text: '{"a": 1 "b": 2}', want: [8, "Expecting ',' delimiter"] },
  { text: '[1 2]', want: [3, "Expecting ',' delimiter"] },
  { text: '[1,]', want: [3, 'Expecting value'] },
  { text: '"abc', want: [0, 'Unterminated string starting at'] },
  { text: '"a\nb"', want: [2, 'Invalid control character at'] },
  { text: '"\\x"', want: [1, 'Invalid \\escape'] },
  { text: '"\\u12"', want: [2, 'Invalid \\uXXXX escape'] },
  { text: '{} {}', want: [3, 'Extra data'] },
]

it.each(CASES)('finds what Python finds wrong with $text', ({ text, want }) => {
  const found = findPythonJsonError(text)
  expect(found && [found.position, found.message]).toEqual(want)
})
