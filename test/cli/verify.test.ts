import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyCommand } from '../../src/cli/verify.ts'
import { FlowproofError } from '../../src/errors.ts'
import { type JobsServer, json, startJobs } from '../contract/fixtures/jobs-server.ts'
import { type Outcome, runCli } from './run-cli.ts'

const KEY = 'sk-secret-1234567890'
const JOBS = './test/contract/fixtures/jobs'
const folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
let server: JobsServer
let wrong: JobsServer

beforeAll(async () => {
  server = await startJobs(KEY)
  wrong = await startJobs(KEY, (req, res) =>
    req.url?.endsWith('/ping') ? Boolean(json(res, 500, { key: req.headers })) : false,
  )
})
afterAll(() => Promise.all([server.stop(), wrong.stop()]))

function flowproof(...words: readonly string[]): Promise<Outcome> {
  return runCli(['verify', ...words])
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

it('says before it starts how many runs it will start, and ends with 0 when all is kept', async () => {
  const { code, out, err } = await flowproof(JOBS, '--url', server.url, '--key', KEY, '--max-runs', '1')
  expect(err).toMatch(/^\d+ checks, \d+ probes; will start 1 run, and stop or cancel only those\.\n$/)
  expect(out).toMatch(/^jobs at http:/)
  expect(out).toMatch(/\d+ kept, 0 broken, \d+ unchecked\n$/)
  expect(code).toBe(0)
})

it('ends with 1 when a promise is broken, and shows what came', async () => {
  const { code, out } = await flowproof(JOBS, '--url', wrong.url, '--key', KEY, '--only', 'ping.*')
  expect(out).toContain(
    '  ✗ ping.status  MUST answer good requests with a status that the spec promises (jobs/openapi.yaml:73)\n      expected: status 200\n      actual:   500',
  )
  expect(code).toBe(1)
})

it('takes drift for a failure when it is to be strict', async () => {
  const drifting = await startJobs(KEY, (req, res) =>
    req.url?.endsWith('/ping') ? Boolean(res.writeHead(299, { 'content-type': 'text/plain' }).end('alive')) : false,
  )
  const words = [JOBS, '--url', drifting.url, '--key', KEY, '--only', 'get-job.key-missing']
  const plain = await flowproof(...words)
  const strict = await flowproof(...words.slice(0, -1), 'ping.media-type', '--strict', '--concurrency', '1')
  await drifting.stop()
  expect(plain).toMatchObject({ code: 0, out: expect.not.stringContaining('drift') })
  expect(strict).toMatchObject({ code: 1, out: expect.stringContaining('+ ping: status 299') })
})

it('writes the report to a file, and its last line to the terminal', async () => {
  const report = join(folder, 'report.xml')
  const words = [
    '--sample',
    `slow=${file('slow.json', '{"text":"slow","stream":true}')}`,
    '--reporter',
    'junit',
    '--out',
    report,
  ]
  const { code, out } = await flowproof(JOBS, '--url', server.url, '--key', KEY, ...words)
  expect(readFileSync(report, 'utf8')).toMatch(/^<\?xml version="1.0"/)
  expect(out).toMatch(/^\d+ kept, 0 broken, 0 unchecked\n$/)
  expect(code).toBe(0)
})

it('writes reports beside the one for the terminal, into folders that it makes', async () => {
  const reports = ['--report', `junit=${join(folder, 'new/{target}.xml')}`, `markdown=${join(folder, 'new/page.md')}`]
  const { code, out } = await flowproof(JOBS, '--url', server.url, '--key', KEY, '--only', 'ping.*', ...reports)
  expect(out).toMatch(/^jobs at http:.*\d+ kept, 0 broken, 0 unchecked\n$/s)
  expect(readFileSync(join(folder, 'new/jobs.xml'), 'utf8')).toMatch(/^<\?xml version="1.0"/)
  expect(readFileSync(join(folder, 'new/page.md'), 'utf8')).toMatch(/^## jobs at /)
  expect(code).toBe(0)
})

it('waives what an implementation is known to break', async () => {
  const known = file('old-jobs.yaml', 'implementation: Old jobs\ndeviations: [{ check: ping.*, because: "" }]\n')
  const words = [JOBS, '--url', wrong.url, '--key', KEY, '--only', 'ping.status', '--known', known]
  const refused = verifyCommand().parseAsync(words, { from: 'user' })
  await expect(refused).rejects.toThrow('Failed to read known deviations: `because` is missing.')
  file('old-jobs.yaml', 'implementation: Old jobs\ndeviations: [{ check: ping.status, because: it is never alive }]\n')
  const { code, out } = await flowproof(...words)
  expect(out).toMatch(/^jobs at http:.*, known as Old jobs\n/)
  expect(out).toContain('      waived: Old jobs: it is never alive\n      actual: 500 ')
  expect(out).toMatch(/\n0 kept, 0 broken, 0 unchecked, 1 waived\n$/)
  expect(code).toBe(0)
})

it.each([
  { words: [JOBS], says: 'Failed to verify: --url is missing.' },
  { words: [JOBS, '--url', 'http://a.test'], says: 'Failed to verify: --key is missing.' },
  { words: ['./test', '--url', 'http://a.test', '--key', KEY], says: 'its folder has no openapi.yaml.' },
  { words: [JOBS, '--url', 'a.test', '--key', KEY], says: 'Failed to read the target\'s URL "a.test": it is no URL.' },
  { words: [JOBS, '--url', 'http://a.test', '--key', `${KEY}\n`], says: 'it has characters that no header can carry.' },
  { words: [JOBS, '--url', 'http://127.0.0.1:1', '--key', KEY], says: 'Failed to reach http://127.0.0.1:1: bad port.' },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--flow', 'robot'],
    says: 'Failed to read --flow robot: it is no pair.',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--sample', 'slow=none.json'],
    says: 'Failed to read sample "slow": there is no such file. Check --sample slow. (none.json)',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--known', 'nobody-1.0'],
    says: 'Failed to find known deviations "nobody-1.0": there are none of that name.',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--known', './none.yaml'],
    says: 'Failed to read known deviations: the file cannot be read. Check its path. (./none.yaml)',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--max-runs', 'few'],
    says: 'Failed to read --max-runs few: it is no whole number from 0 on.',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--reporter', 'jsn'],
    says: 'Failed to read --reporter jsn: there is none of that name. Did you mean json?',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--out', 'no/such/report.xml'],
    says: 'Failed to write the report: its folder does not exist',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--report', `tap=${tmpdir()}`],
    says: 'Failed to write the report: it is a folder. Choose another path.',
  },
  {
    words: [JOBS, '--url', 'http://a.test', '--key', KEY, '--report', 'tap=package.json/a.tap'],
    says: 'Failed to write the report: its folder cannot be made.',
  },
])('refuses to run, in one sentence: $says', async ({ words, says }) => {
  const run = verifyCommand().parseAsync(words, { from: 'user' })
  await expect(run).rejects.toThrow(FlowproofError)
  await expect(run).rejects.toThrow(says)
  await expect(run).rejects.not.toThrow('secret')
})

it('ends with 2 when it could not run', async () => {
  const { code, out, err } = await flowproof(JOBS, '--url', 'http://127.0.0.1:1', '--key', KEY)
  expect(err).toMatch(
    /will start 2 runs, and stop or cancel only those\.\nFailed to reach http:\/\/127\.0\.0\.1:1: bad port\./,
  )
  expect(`${out}${err}`).not.toContain('secret')
  expect(code).toBe(2)
})
