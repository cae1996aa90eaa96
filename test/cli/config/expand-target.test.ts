import { expect, it } from 'vitest'
import { type ExpandedTarget, expandTarget } from '../../../src/cli/config/expand-target.ts'
import { parseConfig } from '../../../src/cli/config/parse-config.ts'

function expand(lines: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>): ExpandedTarget {
  const said = { platform: 'jobs', url: 'http://a.test', key: 'k', ...lines }
  const text = Object.entries(said).map(([key, value]) => `    ${key}: ${value}\n`)
  const [target] = parseConfig(`targets:\n  staging:\n${text.join('')}`, 'c.yaml')
  if (!target) throw new Error('There is no target.')
  return expandTarget(target, env)
}

it.each([
  { it: 'a variable', given: '${A}', want: 'one' },
  { it: 'several in a text', given: 'http://${A}.${B}/v1', want: 'http://one.two/v1' },
  { it: 'a default', given: '${NONE:-http://a.test}', want: 'http://a.test' },
  { it: 'a default where the variable is empty', given: '${EMPTY:-x}', want: 'x' },
  { it: 'an empty default', given: 'a${NONE:-}b', want: 'ab' },
  { it: 'no default where there is a value', given: '${A:-x}', want: 'one' },
  { it: 'a dollar by itself', given: '$A costs $5', want: '$A costs $5' },
  { it: 'what is escaped', given: '$${A} and $$${A}', want: '${A} and $${A}' },
  { it: 'what a value holds as it is', given: '${C}', want: '$& ${A} $1' },
])('reads $it', ({ given, want }) => {
  const env = { A: 'one', B: 'two', C: '$& ${A} $1', EMPTY: '' }
  expect(expand({ known: given }, env).get('known')).toBe(want)
})

it('reads variables in maps and lists, to any depth, and leaves what is no text', () => {
  const samples = '{ ok: { inputs: { q: ["${A}", 7, null, true] } }, fail: "${A}.json" }'
  expect(expand({ samples }, { A: 'one' }).get('samples')).toEqual({
    ok: { inputs: { q: ['one', 7, null, true] } },
    fail: 'one.json',
  })
})

it.each([
  {
    it: 'is not set',
    given: '${NONE}',
    want: '`key` in target `staging` needs the variable NONE, which is not set. Set it. (c.yaml:5:10)',
  },
  {
    it: 'is empty, as secrets are that a workflow does not have',
    given: '${EMPTY}',
    want: '`key` in target `staging` needs the variable EMPTY, which is empty. Set it. (c.yaml:5:10)',
  },
  {
    it: 'every object has',
    given: '${constructor}',
    want: '`key` in target `staging` needs the variable constructor, which is not set. Set it. (c.yaml:5:10)',
  },
  {
    it: 'cannot be, without quoting it',
    given: '${sk-secret}',
    want: '`key` in target `staging` has a `${` that names no variable. Write `${NAME}`, or `$${` for `${` itself. (c.yaml:5:10)',
  },
  {
    it: 'has no end',
    given: '"${A"',
    want: '`key` in target `staging` has a `${` that names no variable. Write `${NAME}`, or `$${` for `${` itself. (c.yaml:5:10)',
  },
])('refuses a variable that $it', ({ given, want }) => {
  const target = expand({ key: given }, { EMPTY: '', A: 'one' })
  expect(target.get('url')).toBe('http://a.test')
  expect(() => target.get('key')).toThrow(
    expect.objectContaining({ code: 'config-invalid', message: `Failed to read config: ${want}` }),
  )
})

it('hides what it has put into texts, the longest first, and a key however it was written', () => {
  const url = expand({ url: '${URL}' }, { URL: 'http://u:p@flows.test/v1/' })
  url.get('url')
  expect(url.hide('No answer of http://flows.test/v1, nor of http://…@flows.test/v1.')).toBe(
    'No answer of http://flows.test/v1, nor of ${URL}.',
  )
  const target = expand({ url: 'http://${HOST}/${PART}', key: 'sk-literal' }, { HOST: 'flows.test', PART: 'flows' })
  const text = 'No answer of http://flows.test/flows to sk-literal, nor to sk%2Dliteral.'
  expect(target.hide(text)).toBe(text)
  target.get('url')
  target.get('key')
  expect(target.hide(text)).toBe('No answer of http://${HOST}/${PART} to $KEY, nor to $KEY.')
})
