import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { KEY } from '../broken/dify/calls.ts'
import { brokenServers } from '../broken/dify/index.ts'
import { startProxy } from '../broken/proxy.ts'
import { SAMPLES } from '../contract/fixtures/dify-samples.ts'
import { type JobsServer, json, startJobs } from '../contract/fixtures/jobs-server.ts'
import { runSuite } from './run-suite.ts'

const JOBS = './test/contract/fixtures/jobs'
const MISORDERED = 'run-workflow.stream-order'
let mock: Mock
let misordered: Awaited<ReturnType<typeof startProxy>>
/** Its ping is no 200, and its jobs have a field that the document does not know. */
let odd: JobsServer

beforeAll(async () => {
  mock = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
  const broken = brokenServers.find(({ caughtBy }) => caughtBy === MISORDERED)
  misordered = await startProxy(mock.url, broken ?? {})
  odd = await startJobs(KEY, (req, res) =>
    req.url?.endsWith('/ping') ? Boolean(json(res, 500, { key: req.headers.authorization ?? 'none' })) : false,
  )
})
afterAll(() => Promise.all([misordered.stop(), mock.stop({ grace: 0 }), odd.stop()]))

const SIGNS: Readonly<Record<string, string>> = { kept: 'passed', broken: 'failed', unchecked: 'skipped' }

it('passes what a server keeps that its own suite has started, and skips what nothing was given for', async () => {
  const { code, text, tests } = await runSuite('own-server')
  expect(code).toBe(0)
  expect(new Set(Object.values(tests))).toEqual(new Set(['passed', 'skipped']))
  expect(text).toMatch(
    /↓ .* > contract of dify > stop\.stops-the-run: MUST .* \[unchecked: no request is known .* Give --sample slow=FILE\]/,
  )
})

it('comes to the verdicts of verify, and fails a broken promise with all that it takes to look into it', async () => {
  const options = { url: misordered.url, key: KEY, samples: { fail: SAMPLES.fail, slow: SAMPLES.slow } }
  const { findings } = await verify({ ...options, platform: await loadContract('dify') })
  const { code, text, tests } = await runSuite('options', [{ ...options, platform: 'dify' }])
  const wanted = findings.map(({ id, claim, verdict }) => [`${id}: ${claim}`, SIGNS[verdict]])
  expect(tests).toEqual(Object.fromEntries(wanted))
  expect(code).toBe(1)
  expect(text.slice(text.indexOf('Failed Tests'))).toMatch(
    new RegExp(
      [
        ` FAIL {2}options.suite.ts > contract of dify > ${MISORDERED}: MUST send events in the order of its sequence`,
        'AssertionError: promised in openapi/dify.yaml:\\d+',
        '  expected: events in the order of x-sequence',
        '  actual: {3}event 2: got `node_started` .*',
        '  request: {2}curl .*"authorization: Bearer \\$KEY".*',
        '  answer: {3}200 text/event-stream.* \\(exchange \\d+, streamed-run\\): event 2 of \\d+ frames: data: .*',
        `  explain: {2}npx flowproof explain ${MISORDERED}`,
        '⎯+\\[1/1\\]⎯',
      ].join('\\n'),
    ),
  )
  expect(text).not.toContain(KEY)
})

it('sends no more than the tests need that are run', async () => {
  const before = mock.requests().length
  const options = { platform: 'dify', url: mock.url, key: KEY }
  const { tests } = await runSuite('options', [options], ['--testNamePattern', 'get-app-info.status'])
  expect(Object.values(tests).filter((status) => status === 'passed')).toHaveLength(1)
  expect(
    mock
      .requests()
      .slice(before)
      .map(({ path }) => path),
  ).toEqual(['/v1/info'])
})

it('skips what is waived, with the reason, and fails on drift when it is to be strict', async () => {
  const waivers = [{ check: 'ping.status', reason: 'it is never alive', where: { file: 'suite.ts' } }]
  const options = { platform: JOBS, url: odd.url, key: KEY, only: ['ping.*'], skip: ['*.wrong-method'], waivers }
  const lax = await runSuite('options', [options])
  const strict = await runSuite('options', [{ ...options, strict: true }])
  expect(lax.code).toBe(0)
  expect(lax.text).toMatch(/↓ .* > ping\.status: MUST .* \[waived: it is never alive\]/)
  expect(Object.keys(strict.tests).filter((name) => !(name in lax.tests))).toEqual([
    'drift: nothing came that the document does not know',
  ])
  expect(strict.code).toBe(1)
  expect(strict.text).toMatch(
    /AssertionError: what came and the document does not know, with what would add it\n {2}\+ ping: status 500\n {6}jobs\/openapi.yaml:\d+ {2}add \/paths\/.*\n⎯+\[1\/1\]⎯/,
  )
})

it('fails once, in one sentence, for a target that cannot be verified', async () => {
  const good = { platform: 'dify', url: mock.url, key: KEY, only: ['get-app-*', 'run-workflow.*'] }
  const suites = [
    { ...good, key: 'app-wrong' },
    { ...good, url: 'http://127.0.0.1:1' },
    { ...good, url: undefined },
  ]
  const { code, text, tests } = await runSuite('options', suites)
  expect(code).toBe(1)
  expect(new Set(Object.values(tests))).toEqual(new Set(['skipped']))
  const [, failures = ''] = text.split('Failed Suites 3')
  expect(failures.split('\n').filter((line) => line.startsWith('FlowproofError: '))).toEqual([
    `FlowproofError: Failed to verify ${mock.url}: it takes the key nowhere; GET /v1/parameters was answered with 401, and no request was taken. Check --key.`,
    'FlowproofError: Failed to reach http://127.0.0.1:1: bad port. Check that the server runs and that --url is its base URL.',
    'FlowproofError: Failed to verify: url is missing. Give a text, or a function that returns one.',
  ])
  expect(failures).not.toMatch(/❯|Caused by/)
})

it('refuses what it cannot make tests of in one sentence, too', async () => {
  const { code, text } = await runSuite('options', [{ platform: 'dify', url: mock.url, key: KEY, known: 'difi-1' }])
  expect(code).toBe(1)
  expect(text).toMatch(/FlowproofError: Failed to find known deviations "difi-1": .*\n⎯+\[1\/1\]⎯/)
})
