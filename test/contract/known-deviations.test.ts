import { expect, it } from 'vitest'
import {
  applyKnownDeviations,
  checkKnownDeviations,
  parseKnownDeviations,
} from '../../src/contract/known-deviations.ts'
import type { Finding, Verdict } from '../../src/contract/report.ts'

const FILE = 'parrot-1.yaml'
const known = (text: string) => parseKnownDeviations(text, FILE)
const PARROT = known(`implementation: Parrot 1
deviations:
  - check: talk.status
    because: answers 500 where the documents say 401
`)

const finding = (id: string, verdict: Verdict): Finding => ({
  id,
  verdict,
  level: 'MUST',
  claim: 'MUST talk',
  operation: 'talk',
  source: { file: 'openapi/parrot.yaml', line: 3 },
})

it.each([
  {
    it: 'waives what is broken as known',
    given: finding('talk.status', 'broken'),
    want: { verdict: 'waived', reason: 'Parrot 1: answers 500 where the documents say 401' },
  },
  {
    it: 'breaks on a line that no longer applies',
    given: finding('talk.status', 'kept'),
    want: {
      verdict: 'broken',
      expected: 'known deviation of Parrot 1: answers 500 where the documents say 401',
      actual: 'the promise is kept; remove parrot-1.yaml:3',
    },
  },
  {
    it: 'says nothing of what was not tried',
    given: finding('talk.status', 'unchecked'),
    want: { verdict: 'unchecked' },
  },
  { it: 'leaves other breakage alone', given: finding('talk.body', 'broken'), want: { verdict: 'broken' } },
])('$it', ({ given, want }) => {
  expect(applyKnownDeviations([given], PARROT)).toEqual([{ ...given, ...want }])
})

it.each([
  {
    it: 'a misspelt key',
    text: 'implementation: P\ndeviation: []\n',
    want: 'unknown key `deviation`. Did you mean `deviations`? (parrot-1.yaml:2)',
  },
  {
    it: 'no list',
    text: 'implementation: P\ndeviations: 1\n',
    want: '`deviations` is no list. Mend the file. (parrot-1.yaml:2)',
  },
  {
    it: 'a deviation without its reason',
    text: 'implementation: P\ndeviations:\n  - check: talk.status\n',
    want: '`because` is missing. Give because a text. (parrot-1.yaml:3)',
  },
  {
    it: 'broken YAML',
    text: 'implementation: [\n',
    want: /^Failed to read known deviations: .*\(parrot-1\.yaml:\d\)$/,
  },
])('refuses $it', ({ text, want }) => {
  expect(() => known(text)).toThrow(want)
})

it('refuses a line about a check that there is not', () => {
  const stray = known('implementation: P\ndeviations:\n  - { check: talk.statos, because: typo }\n')
  expect(() => checkKnownDeviations(stray, ['talk.status'])).toThrow(
    'there is no check `talk.statos`. Did you mean `talk.status`? (parrot-1.yaml:3)',
  )
})
