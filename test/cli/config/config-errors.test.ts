import { expect, it } from 'vitest'
import { parseConfig } from '../../../src/cli/config/parse-config.ts'
import { FlowproofError } from '../../../src/errors.ts'

const ONE = `targets:
  staging:
    platform: jobs
    url: http://a.test
    key: sk-secret
`

const CASES = [
  { it: 'an empty file', given: '', want: 'the file must be a map, not nothing. (c.yaml:1:1)' },
  { it: 'a file without targets', given: '{}', want: 'the file has no `targets`. (c.yaml:1:1)' },
  { it: 'no target at all', given: 'targets: {}', want: '`targets` in the file must not be empty. (c.yaml:1:10)' },
  {
    it: 'a misspelt key of the file',
    given: 'target: {}',
    want: 'unknown key `target` in the file. Did you mean `targets`? (c.yaml:1:1)',
  },
  {
    it: 'a misspelt key of a target',
    given: `${ONE}    max-run: 3\n`,
    want: 'unknown key `max-run` in target `staging`. Did you mean `max-runs`? (c.yaml:6:5)',
  },
  {
    it: 'a key that is like no legal one',
    given: `${ONE}    colour: red\n`,
    want: 'unknown key `colour` in target `staging`. Legal: `platform`, `url`, `key`, `flows`, `samples`, `only`, `skip`, `known`, `waivers`, `max-runs`, `timeout`, `answer-timeout`, `deadline`, `concurrency`, `strict`, `reports`. (c.yaml:6:5)',
  },
  {
    it: 'a target without a key',
    given: 'targets:\n  staging: { platform: jobs, url: http://a.test }\n',
    want: 'target `staging` has no `key`. (c.yaml:2:12)',
  },
  {
    it: 'a name that is no file name',
    given: ONE.replace('staging', 'our staging'),
    want: 'a name in `targets` in the file is `our staging`. Write a letter, then letters, digits, `.`, `_` and `-`. (c.yaml:2:3)',
  },
  {
    it: 'a number of the wrong size',
    given: `${ONE}    timeout: 300001\n`,
    want: '`timeout` in target `staging` must be at most 300000, not `300001`. (c.yaml:6:14)',
  },
  {
    it: 'a number that is a text',
    given: `${ONE}    max-runs: few\n`,
    want: '`max-runs` in target `staging` must be a whole number, not `few`. (c.yaml:6:15)',
  },
  {
    it: 'a key that YAML takes for a number, without quoting it',
    given: ONE.replace('sk-secret', '5551234567'),
    want: '`key` in target `staging` must be a text. Write it in quotes, or as `${NAME}`. (c.yaml:5:10)',
  },
  {
    it: 'a key that is nothing',
    given: ONE.replace('sk-secret', ''),
    want: '`key` in target `staging` must be a text. Write it in quotes, or as `${NAME}`. (c.yaml:5:10)',
  },
  {
    it: 'a key that is no YAML, without quoting it',
    given: ONE.replace('sk-secret', '*sk-secret'),
    want: 'the alias has no anchor before it, or stands in what it repeats. Quote a text that begins with `*`. (c.yaml:5:10)',
  },
  {
    it: 'what follows a key, without quoting it',
    given: ONE.replace('sk-secret', '|sk-secret'),
    want: 'it is not YAML. Block scalar header includes extra characters. (c.yaml:5:11)',
  },
  {
    it: 'a variable between braces without quotes',
    given: 'targets: { staging: { platform: jobs, url: ${URL}, key: k } }',
    want: 'it is not YAML. Between braces, quote a text with `${` in it. (c.yaml:1:45)',
  },
  {
    it: 'two targets of one name',
    given: `${ONE}  staging: {}\n`,
    want: 'it is not YAML. Map keys must be unique. (c.yaml:6:3)',
  },
  {
    it: 'a sample that is a list',
    given: `${ONE}    samples: { ok: [] }\n`,
    want: '`ok` of `samples` in target `staging` must be a text or a map, not a list. (c.yaml:6:20)',
  },
  {
    it: 'an empty list of globs',
    given: `${ONE}    only: []\n`,
    want: '`only` in target `staging` must not be empty. (c.yaml:6:11)',
  },
  {
    it: 'a report that nobody writes',
    given: `${ONE}    reports: { jnit: a.xml }\n`,
    want: 'unknown key `jnit` in `reports` in target `staging`. Did you mean `junit`? (c.yaml:6:16)',
  },
  {
    it: 'a waiver without a reason',
    given: `${ONE}    waivers:\n      - check: ping.status\n`,
    want: 'waiver `ping.status` has no `reason`. (c.yaml:7:9)',
  },
  {
    it: 'a waiver of nothing',
    given: `${ONE}    waivers: [{ reason: x }]\n`,
    want: 'waiver 1 has no `check`. (c.yaml:6:15)',
  },
  {
    it: 'a waiver until no date',
    given: `${ONE}    waivers: [{ check: ping.status, reason: x, until: soon }]\n`,
    want: '`until` in waiver `ping.status` is `soon`, which is no date. Write a day like `2026-01-31`. (c.yaml:6:55)',
  },
  {
    it: 'a waiver until a day that no month has',
    given: `${ONE}    waivers: [{ check: ping.status, reason: x, until: 2026-02-30 }]\n`,
    want: '`until` in waiver `ping.status` is `2026-02-30`, which is no date. Write a day like `2026-01-31`. (c.yaml:6:55)',
  },
  {
    it: 'two waivers of one check',
    given: `${ONE}    waivers:\n      - { check: ping.status, reason: x }\n      - { check: ping.status, reason: y }\n`,
    want: 'target `staging` waives `ping.status` twice. Keep one waiver of it. (c.yaml:8:18)',
  },
  {
    it: 'two reports in one file',
    given: `${ONE}    reports: { junit: a/b, html: ./a/b }\n`,
    want: "two reports are written to `./a/b`. Give each its own file; `{target}` stands for the target's name. (c.yaml:6:34)",
  },
  {
    it: 'reports of two targets in one file',
    given: `${ONE}    reports: &all { junit: r.xml }\n  other: { platform: jobs, url: http://b.test, key: k, reports: *all }\n`,
    want: "two reports are written to `r.xml`. Give each its own file; `{target}` stands for the target's name. (c.yaml:6:28)",
  },
] as const

function problemOf(text: string): string {
  try {
    parseConfig(text, 'c.yaml')
    return 'nothing'
  } catch (error) {
    if (error instanceof FlowproofError && error.code === 'config-invalid') {
      return error.message.replace(/^Failed to read config: /, '')
    }
    throw error
  }
}

it.each(CASES)('refuses $it', ({ given, want }) => expect(problemOf(given)).toBe(want))

it.each([
  ['one target', ONE],
  [
    'the same report of two targets',
    `${ONE}    reports: &all { junit: '{target}.xml' }\n  other: { platform: jobs, url: http://b.test, key: k, reports: *all }\n`,
  ],
])('takes %s', (_, given) => expect(problemOf(given)).toBe('nothing'))
