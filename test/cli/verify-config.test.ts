import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { verifyCommand } from '../../src/cli/verify.ts'
import { type JobsServer, json, startJobs } from '../contract/fixtures/jobs-server.ts'
import { runCli } from './run-cli.ts'

const KEY = 'sk-secret-1234567890'
const JOBS = resolve('test/contract/fixtures/jobs')
let folder: string
let good: JobsServer
let wrong: JobsServer
let out: string
let err: string

beforeAll(async () => {
  good = await startJobs(KEY)
  wrong = await startJobs(KEY, (req, res) =>
    `${req.method} ${req.url}`.endsWith('GET /v1/ping') ? Boolean(json(res, 500, {})) : false,
  )
})
afterAll(() => Promise.all([good.stop(), wrong.stop()]))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
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
  vi.stubEnv('JOBS_KEY', KEY)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Lines of a target, whose values are YAML. */
function target(name: string, lines: Readonly<Record<string, string>>): string {
  const said = { platform: JOBS, url: good.url, key: '${JOBS_KEY}', only: '[ping.*]', ...lines }
  const text = Object.entries(said).map(([key, value]) => `    ${key}: ${value}\n`)
  return `  ${name}:\n${text.join('')}`
}

function config(...targets: readonly string[]): string {
  return file('flowproof.config.yaml', `targets:\n${targets.join('')}`)
}

function verify(...words: readonly string[]): Promise<unknown> {
  return verifyCommand()
    .exitOverride()
    .parseAsync(['--config', join(folder, 'flowproof.config.yaml'), ...words], { from: 'user' })
}

it('verifies every target of the config in the working directory, and ends with the code of the worst', async () => {
  config(
    target('gone', { url: 'http://127.0.0.1:1' }),
    target('good', { reports: '{ junit: "reports/{target}.xml", json: reports/good.json }' }),
    target('wrong', { url: wrong.url, reports: '{ junit: "reports/{target}.xml" }' }),
  )
  const { code, out, err } = await runCli(['verify'], { cwd: folder, env: { JOBS_KEY: KEY } })
  expect(err).toMatch(/^gone: \d+ checks.*\ngone: Failed to reach .*: bad port\..*\ngood: \d+ checks.*\nwrong: /)
  expect(err).toMatch(/\ngone: could not run\ngood: \d+ kept, 0 broken.*\nwrong: \d+ kept, 1 broken.*\n$/)
  expect(out).toContain(`jobs at ${good.url}\n`)
  expect(out).toContain('✗ ping.status')
  expect(readFileSync(join(folder, 'reports/good.xml'), 'utf8')).toMatch(/failures="0"/)
  expect(readFileSync(join(folder, 'reports/wrong.xml'), 'utf8')).toMatch(/failures="1"/)
  expect(`${out}${err}${readFileSync(join(folder, 'reports/good.json'), 'utf8')}`).not.toContain('secret')
  expect(code).toBe(2)
})

it('verifies the targets that are chosen, and needs the variables of no other', async () => {
  config(target('good', {}), target('wrong', { key: '${NONE}' }), target('other', {}))
  await verify('--target', 'other', '--target', 'good')
  expect(err).toMatch(/^good: .*\nother: .*\ngood: \d+ kept, 0 broken.*\nother: \d+ kept, 0 broken.*\n$/)
  expect(process.exitCode).toBeUndefined()
})

it('writes all reports of one run, and sends nothing twice', async () => {
  const server = await startJobs(KEY)
  const reports = ['pretty', 'json', 'junit', 'tap', 'github', 'markdown', 'html']
  config(
    target('good', { url: server.url, only: '["*"]', reports: `{ ${reports.map((name) => `${name}: ${name}`)} }` }),
  )
  await verify()
  const sent = server.requests.length
  await server.stop()
  const texts = reports.map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(JSON.parse(texts[1] ?? '')).toMatchObject({ requests: sent })
  expect(texts[0]).toBe(out)
  expect(texts.filter((text) => text === '' || text.includes('secret'))).toEqual([])
})

it('runs the others when a variable of one is not set, and ends with 2', async () => {
  const path = config(target('forgotten', { key: '${NONE}' }), target('wrong', { url: wrong.url }))
  await verify()
  expect(err).toContain(
    `forgotten: Failed to read config: \`key\` in target \`forgotten\` needs the variable NONE, which is not set. Set it. (${path}:5:10)\n`,
  )
  expect(err).toMatch(/\nforgotten: could not run\nwrong: \d+ kept, 1 broken, .*\n$/)
  expect(process.exitCode).toBe(2)
})

it('takes samples from files beside the config and from the config itself', async () => {
  file('slow.json', '{"text":"slow","stream":true}')
  config(
    target('file', { only: '["*"]', samples: '{ slow: slow.json }' }),
    target('inline', { only: '["*"]', samples: '{ slow: { text: slow, stream: true } }' }),
  )
  await verify()
  expect(err).toMatch(/\nfile: (\d+ kept, 0 broken, 0 unchecked)\ninline: \1\n$/)
})

it('waives what the config waives, until its day', async () => {
  const waived = (until: string) => `[{ check: ping.status, reason: it sleeps, until: ${until} }]`
  const path = config(
    target('now', { url: wrong.url, waivers: waived('9999-12-31') }),
    target('late', { url: wrong.url, waivers: waived('2020-01-01') }),
    target('mended', { waivers: '[{ check: ping.status, reason: it sleeps }]' }),
  )
  await verify()
  expect(err).toMatch(
    /\nnow: \d+ kept, 0 broken, .* 1 waived\nlate: \d+ kept, 1 broken, .*\nmended: \d+ kept, 1 broken, /,
  )
  expect(out).toContain('      waived: it sleeps\n')
  expect(out).toContain(`(its waiver at ${path}:13 ended on 2020-01-01)`)
  expect(out).toContain(`the promise is kept; remove the waiver at ${path}:19`)
  expect(process.exitCode).toBe(1)
})

it('adds flags to flows, samples and reports of the target, and lets them take the place of all else', async () => {
  config(target('good', { url: 'http://127.0.0.1:1', key: '${NONE}', only: '[nothing]', reports: '{ tap: a.tap }' }))
  const slow = file('slow.json', '{"text":"slow","stream":true}')
  const words = ['--url', good.url, '--key', KEY, '--only', '*', '--sample', `slow=${slow}`]
  await verify(...words, '--report', `junit=${join(folder, 'new/{target}.xml')}`, '--reporter', 'github')
  expect(out).toMatch(/^jobs: \d+ kept, 0 broken, 0 unchecked\n$/)
  expect(readFileSync(join(folder, 'new/good.xml'), 'utf8')).toMatch(/^<\?xml/)
  expect(readFileSync(join(folder, 'a.tap'), 'utf8')).toMatch(/^TAP version 14/)
})

it('starts no more runs than the config, or else a flag, allows', async () => {
  config(target('good', { only: '["*"]', 'max-runs': '1' }))
  await verify()
  await verify('--max-runs', '0')
  expect(err).toMatch(/^good: .* will start 1 run.*\ngood: .* will start 0 runs.*\n$/)
})

it.each([
  {
    it: 'a platform that there is not',
    lines: { platform: 'jbos' },
    says: 'Failed to load the contract of "jbos": there is none of that name.',
    at: '3:15',
  },
  { it: 'a URL', lines: { url: 'http://u:p@a.test' }, says: 'it holds a user name or a password.', at: '4:10' },
  { it: 'a key', lines: { key: '"sk-secret "' }, says: 'Failed to use the key: it has characters that', at: '5:10' },
  {
    it: 'the role of a flow',
    lines: { flows: '{ robbot: r1 }' },
    says: 'the contract knows no flow `robbot`. Did you mean `robot`?',
    at: '7:14',
  },
  {
    it: 'the name of a sample',
    lines: { samples: '{ quick: {} }' },
    says: 'the contract knows no sample `quick`. Legal: `slow`.',
    at: '7:16',
  },
  {
    it: 'the file of a sample',
    lines: { samples: '{ slow: none.json }' },
    says: 'Failed to read sample "slow": there is no such file. Check its path, ',
    at: '7:22',
  },
  {
    it: 'a glob',
    lines: { only: '[ping.statos]' },
    says: 'no id fits "ping.statos". Did you mean "ping.status"?',
    at: '6:12',
  },
  { it: 'known deviations', lines: { known: 'nobody' }, says: 'Failed to find known deviations "nobody"', at: '7:12' },
  {
    it: 'the check of a waiver',
    lines: { waivers: '[{ check: ping.statos, reason: x }]' },
    says: 'Failed to waive "ping.statos": there is no such check. Did you mean "ping.status"?',
    at: '7:24',
  },
])('refuses $it, and says where it stands: $says', async ({ lines, says, at }) => {
  const path = config(target('good', lines))
  await verify()
  expect(err).toMatch(/^good: Failed to [^\n]*\n$/)
  expect(err).toContain(says)
  expect(err).toContain(`(${path}:${at})\n`)
  expect(err).not.toContain('secret')
  expect(process.exitCode).toBe(2)
})

it('refuses a waiver of what is known to be broken anyway', async () => {
  file('old.yaml', 'implementation: Old\ndeviations: [{ check: ping.status, because: it sleeps }]\n')
  const path = config(target('good', { known: 'old.yaml', waivers: '[{ check: ping.status, reason: x }]' }))
  await verify()
  expect(err).toBe(
    `good: Failed to read config: \`ping.status\` is waived twice: it is among the known deviations as well. Keep one of them. (${path}:8:24)\n`,
  )
})

it('says nothing in errors that a variable holds', async () => {
  vi.stubEnv('HOST', 'internal.example')
  config(target('one', { url: '${HOST}/v1' }), target('two', { url: 'http://${HOST}:1' }))
  await verify()
  expect(err).toContain('Failed to read the target\'s URL "${HOST}/v1": it is no URL.')
  expect(err).toContain('Failed to reach http://${HOST}:1: bad port.')
  expect(err).not.toContain('internal')
})

it.each([
  { words: ['--url', 'http://a.test'], says: '--url is meant for one. Choose it with --target.' },
  { words: ['--out', 'a.xml'], says: '--out is meant for one.' },
  { words: ['--reporter', 'json'], says: 'Give --report json=FILE with {target} in FILE.' },
  { words: ['--report', 'tap=a.tap'], says: 'each would write to a.tap. Put {target} in its path.' },
  {
    words: ['--target', 'goood'],
    says: 'Failed to choose target `goood`: there is none of that name. Did you mean `good`?',
  },
  {
    words: ['--report', 'jnit=a.xml'],
    says: 'Failed to read --report jnit: there is none of that name. Did you mean junit?',
  },
  { words: [JOBS], says: 'a platform and --config are given. A target says its platform itself; give one of the two.' },
])('refuses to run, in one sentence: $says', async ({ words, says }) => {
  config(target('good', {}), target('other', {}))
  await expect(verify(...words)).rejects.toThrow(says)
  expect(`${out}${err}`).toBe('')
})

it('says what to do where there is no config', async () => {
  const { code, err } = await runCli(['verify'], { cwd: folder })
  expect(err).toBe(
    'Failed to read config: there is no flowproof.config.yaml here. Write one with flowproof init, or name a platform.\n',
  )
  expect(code).toBe(2)
  await expect(verify()).rejects.toThrow('Failed to read config: there is no such file.')
})
