import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSample } from '../../src/cli/read-sample.ts'
import { FlowproofError } from '../../src/errors.ts'

const file = join(mkdtempSync(join(tmpdir(), 'flowproof-')), 'ok.json')

it('reads the body of a request', () => {
  writeFileSync(file, '{ "inputs": {} }')
  expect(readSample('ok', file)).toEqual({ inputs: {} })
})

it.each([
  { it: 'a list', text: '[]', line: 1, column: undefined },
  { it: 'an end that is missing', text: '{\n  "inputs": {\n', line: 3, column: 1 },
  { it: 'a comma too many', text: '{\n  "inputs": {},\n}', line: 3, column: 1 },
  { it: 'a name without quotes', text: '{\n  inputs: {}\n}', line: 2, column: 3 },
  { it: 'no JSON at all', text: 'abc', line: 1, column: undefined },
])('says where a file goes wrong: $it', ({ text, line, column }) => {
  writeFileSync(file, text)
  const read = () => readSample('ok', file)
  expect(read).toThrow(FlowproofError)
  expect(read).toThrow(/^Failed to read sample "ok": .*\. .*\. \(.*ok\.json:\d+/)
  try {
    read()
  } catch (error) {
    expect(error).toMatchObject({ code: 'file-unreadable', where: { file, line, ...(column ? { column } : {}) } })
  }
})
