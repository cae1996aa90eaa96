import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { checkCommand } from '../../src/cli/check.ts'

const JOBS = './test/contract/fixtures/jobs'
const KEY = 'sk-secret-1234567890'
const folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
let out: string
let err: string

beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

function check(...words: readonly string[]): Promise<unknown> {
  return checkCommand().exitOverride().parseAsync(words, { from: 'user' })
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** An exchange about a job, in the state that is given. */
function exchange(state: string, path = '/v1/jobs/7') {
  const job = { job: '7', state, words: 1, ended: state === 'running' ? null : 3 }
  return {
    request: { method: 'get', url: `https://jobs.test${path}`, headers: { Authorization: `Bearer ${KEY}` } },
    response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(job) },
  }
}

it('reads lines of exchanges, and ends with 0 when all is kept', async () => {
  const lines = [exchange('running'), exchange('done'), exchange('done', '/favicon.ico')].map((one) =>
    JSON.stringify(one),
  )
  const recording = file('jobs.jsonl', `${lines.join('\n')}\n`)
  await check(JOBS, recording)
  expect(out).toContain(`jobs at ${recording}\n`)
  expect(out).toContain('job.moves')
  expect(out).toMatch(/\d+ kept, 0 broken, \d+ unchecked\n$/)
  expect(err).toBe('1 of 3 entries are of no operation: GET /favicon.ico\n')
  expect(process.exitCode).toBeUndefined()
})

it('ends with 1 when a promise is broken, and shows no key', async () => {
  await check(JOBS, file('moves.json', JSON.stringify([exchange('done'), exchange('running')])), '--only', 'job.moves')
  expect(out).toContain('  ✗ job.moves  MUST change its state only as its lifecycle allows')
  expect(out).toContain('authorization: Bearer $KEY')
  expect(out).not.toContain('secret')
  expect(process.exitCode).toBe(1)
})

it('takes several files, writes the report to a file, and waives what is known', async () => {
  const known = file(
    'old.yaml',
    'implementation: Old jobs\ndeviations: [{ check: job.moves, because: it goes back }, { check: job.states, because: it had others }]\n',
  )
  const report = join(folder, 'report.json')
  const files = [
    file('a.json', JSON.stringify([exchange('done')])),
    file('b.jsonl', JSON.stringify(exchange('running'))),
  ]
  await check(
    JOBS,
    ...files,
    '--only',
    'job.moves',
    '--only',
    'job.states',
    '--known',
    known,
    '--reporter',
    'json',
    '--out',
    report,
  )
  expect(out).toBe('1 kept, 0 broken, 0 unchecked, 1 waived\n')
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ target: files.join(', '), known: 'Old jobs' })
  expect(process.exitCode).toBeUndefined()
})

it('waives what a target of a config waives, and needs no key for it', async () => {
  file('old.yaml', 'implementation: Old jobs\ndeviations: [{ check: job.moves, because: it goes back }]\n')
  const config = file(
    'config.yaml',
    `targets:
  staging:
    platform: ${JOBS}
    url: http://a.test
    key: \${NONE}
    known: \${KNOWN}
    waivers:
      - { check: job.states, reason: it had others }
      - { check: get-job.body, reason: it had others, until: 2020-01-01 }
      - { check: get-job.status, reason: it fails at night }
      - { check: ping.status, reason: it fails at night }
`,
  )
  vi.stubEnv('KNOWN', 'old.yaml')
  const recording = file('moves.json', JSON.stringify([exchange('done'), exchange('running'), exchange('lost')]))
  await check(JOBS, recording, '--only', 'job.*', '--only', 'get-job.*', '--target', 'staging', '--config', config)
  expect(out).toContain('  ~ job.moves')
  expect(out).toContain('  ~ job.states')
  expect(out).toMatch(/✓ \d+ kept: get-job.status /)
  expect(out).toMatch(/✗ get-job.body[^✗]*\(its waiver at .*config.yaml:9 ended on 2020-01-01\)/)
  vi.stubEnv('KNOWN', 'secret-name')
  await expect(check(JOBS, recording, '--target', 'staging', '--config', config)).rejects.toThrow(
    'Failed to find known deviations "${KNOWN}": there are none of that name.',
  )
  await expect(check(JOBS, recording, '--config', config)).rejects.toThrow('--config is given without a target.')
})

const HAR = (entry: unknown) => JSON.stringify({ log: { entries: [entry] } }, undefined, 1)

it.each([
  { name: 'empty.har', text: ' \n', says: 'it is empty. Save it again as HAR or as exchanges.', line: 1 },
  { name: 'cut.har', text: `{\n "log": {\n  "key": "${KEY}`, says: 'it is no JSON.', line: 3 },
  { name: 'broken.har', text: `{\n "log": ${KEY} }`, says: 'it is no JSON.', line: 2 },
  {
    name: 'other.json',
    text: '{"openapi":"3.2.0"}',
    says: 'it is neither a HAR file nor a list of exchanges.',
    line: 1,
  },
  { name: 'text.har', text: '"har"', says: 'it is neither a HAR file nor a list of exchanges.', line: 1 },
  { name: 'log.har', text: '{"log":\n{}}', says: '`entries` is missing.', line: 2 },
  { name: 'entry.har', text: HAR(7), says: '`entries[0]` is no object.', line: 4 },
  { name: 'url.har', text: HAR({ request: { method: 'GET', url: '/v1' } }), says: '`url` is no whole URL', line: 7 },
  {
    name: 'status.har',
    text: HAR({
      ...exchange('done'),
      request: { method: 'GET', url: 'http://a.test', headers: [] },
      response: { status: 'ok', headers: [] },
    }),
    says: '`status` is no status',
    line: 11,
  },
  {
    name: 'lines.jsonl',
    text: `${JSON.stringify(exchange('done'))}\n\n{"request": ${KEY}}`,
    says: 'it is no JSON.',
    line: 3,
  },
  {
    name: 'half.jsonl',
    text: `${JSON.stringify(exchange('done'))}\n{"request":{"method":"GET"}}`,
    says: '`url` is missing',
    line: 2,
  },
])('refuses $name in one sentence: $says', async ({ name, text, says, line }) => {
  const path = file(name, text)
  const error: unknown = await check(JOBS, path).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'file-unreadable', where: { file: path, line } })
  expect(String(error)).toContain(`Failed to read recorded traffic: ${says}`)
  expect(String(error)).not.toContain('secret')
  expect(String(error)).not.toContain('\n')
  expect(`${out}${err}`).toBe('')
})

it.each([
  { words: ['none.har'], says: 'Failed to read recorded traffic: there is no such file.' },
  { words: ['./test'], says: 'Failed to read recorded traffic: it is a folder.' },
  {
    words: [file('good.json', '[]'), '--url', 'a.test'],
    says: 'Failed to read the target\'s URL "a.test": it is no URL.',
  },
  { words: [file('good.json', '[]'), '--only', 'job.move'], says: 'Failed to select checks: no id fits "job.move".' },
  { words: [file('good.json', '[]'), '--reporter', 'jsn'], says: 'Failed to read --reporter jsn' },
  { words: [file('good.json', '[]'), '--out', 'no/such/report.xml'], says: 'Failed to write the report' },
])('refuses to run, in one sentence: $says', async ({ words, says }) => {
  await expect(check(JOBS, ...words)).rejects.toThrow(says)
})
