import { afterEach, expect, it } from 'vitest'
import { frameWords } from '../../src/contract/exchange.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { NO_FLAG } from '../../src/contract/next-step.ts'
import { reporters } from '../../src/contract/reporters/reporters.ts'
import { type VerifyOptions, verify } from '../../src/contract/verify.ts'
import { frame, type JobsServer, startJobs, type Twist } from './fixtures/jobs-server.ts'

const KEY = 'sk-secret-1234567890'
const platform = await loadContract('./test/contract/fixtures/jobs')
const running: JobsServer[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

async function serve(twist?: Twist): Promise<JobsServer> {
  const server = await startJobs(KEY, twist)
  running.push(server)
  return server
}

async function verifyJobs(options: Partial<VerifyOptions> & { twist?: Twist } = {}) {
  const { url } = await serve(options.twist)
  return verify({ platform, url, key: KEY, samples: { slow: { text: 'slow', stream: true } }, ...options })
}

it('finds every promise of a correct server kept', async () => {
  const { findings, summary } = await verifyJobs()
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  expect(summary).toEqual({ kept: findings.length, broken: 0, unchecked: 0, waived: 0 })
  expect(findings.map(({ id, claim }) => `${id}: ${claim}`)).toMatchInlineSnapshot(`
    [
      "start-job.status: MUST answer good requests with a status that the spec promises",
      "start-job.media-type: MUST name the documented media type of every answer",
      "start-job.headers: MUST send the headers that the spec requires",
      "start-job.body: MUST answer with a body that fits its schema",
      "start-job.body-assumed: SHOULD answer with a body as the spec assumes where documents are silent",
      "start-job.key-missing: MUST refuse a request without a key as documented",
      "start-job.key-wrong: MUST refuse a request with a wrong key as documented",
      "start-job.malformed-json: MUST refuse malformed JSON as documented",
      "start-job.required-fields: MUST refuse a body that lacks a required field as documented",
      "start-job.required-parameters: MUST refuse a request that lacks a required parameter as documented",
      "start-job.wrong-types: SHOULD answer a value of the wrong type as documented, and not fail on it",
      "start-job.wrong-content-type: SHOULD answer a body of another type as documented, and not fail on it",
      "start-job.deep-nesting: SHOULD answer a very deep body as documented, and not fail on it",
      "start-job.wrong-method: SHOULD answer a method that its path does not have, and not fail on it",
      "start-job.stream-framing: MUST send whole frames that decode, in UTF-8 and JSON",
      "start-job.stream-events: MUST send events that fit the schema of their name",
      "start-job.stream-order: MUST send events in the order of its sequence",
      "start-job.stream-foreign: SHOULD send no events that the spec does not know",
      "start-job.stream-pairs: MUST open and close what belongs together",
      "start-job.stream-constants: MUST keep its ids the same in all events",
      "start-job.stream-end: MUST reach its last event, be closed then, and not break off",
      "start-job.stream-keep-alive: SHOULD never be silent for longer than 1.5 s",
      "get-job.status: MUST answer good requests with a status that the spec promises",
      "get-job.media-type: MUST name the documented media type of every answer",
      "get-job.body: MUST answer with a body that fits its schema",
      "get-job.body-assumed: SHOULD answer with a body as the spec assumes where documents are silent",
      "get-job.key-missing: MUST refuse a request without a key as documented",
      "get-job.key-wrong: MUST refuse a request with a wrong key as documented",
      "get-job.unknown-id: MUST refuse an id that it does not know as documented",
      "get-job.overlong: SHOULD answer a very long text as documented, and not fail on it",
      "get-job.wrong-method: SHOULD answer a method that its path does not have, and not fail on it",
      "stop-job.status: MUST answer good requests with a status that the spec promises",
      "stop-job.media-type: MUST name the documented media type of every answer",
      "stop-job.media-type-assumed: SHOULD name the media type as the documents do, or as the spec assumes",
      "stop-job.body: MUST answer with a body that fits its schema",
      "stop-job.body-assumed: SHOULD answer with a body as the spec assumes where documents are silent",
      "stop-job.key-missing: MUST refuse a request without a key as documented",
      "stop-job.key-wrong: MUST refuse a request with a wrong key as documented",
      "stop-job.unknown-id: SHOULD refuse an id that it does not know as documented",
      "stop-job.overlong: SHOULD answer a very long text as documented, and not fail on it",
      "ping.status: MUST answer good requests with a status that the spec promises",
      "ping.media-type: MUST name the documented media type of every answer",
      "ping.wrong-method: SHOULD answer a method that its path does not have, and not fail on it",
      "job.incremental: MUST send events while the run goes on, not at its end",
      "job.states: MUST show only states that its lifecycle knows",
      "job.moves: MUST change its state only as its lifecycle allows",
      "job.constants: MUST keep the same what its lifecycle says is constant",
      "job.rising: MUST never let fall what its lifecycle says only rises",
      "job.once: MUST set only once what its lifecycle says is set once",
      "job.bound: MUST set what is bound to a state in that state, and in no other",
      "streamed.says-hi: MUST stream the words of its text",
    ]
  `)
})

it('says what a target could not show, and which flag would help', async () => {
  const { findings } = await verifyJobs({ samples: {} })
  const unchecked = findings.flatMap(({ id, verdict, reason }) =>
    verdict === 'kept' ? [] : [`${id}: ${verdict}, ${reason}`],
  )
  expect(unchecked).toEqual([
    'job.incremental: unchecked, no request is known for a job that goes on until it is stopped. Give --sample slow=FILE',
  ])
})

it('says that nothing tells when events come, if none names its run', async () => {
  const { findings } = await verifyJobs({
    twist(req, res, body) {
      if (req.headers.authorization !== `Bearer ${KEY}` || !body.includes('slow')) return false
      res.writeHead(200, { 'content-type': 'text/event-stream' }).end(frame({ event: 'begin' }))
      return true
    },
  })
  expect(findings.find(({ id }) => id === 'job.incremental')).toMatchObject({
    verdict: 'unchecked',
    reason: `no event tells the id of its run, so that its status could not be read. ${NO_FLAG}`,
  })
})

it('starts no more runs than it may', async () => {
  const planned: number[] = []
  const report = await verifyJobs({
    maxRuns: 1,
    onProgress: (progress) => progress.kind === 'planned' && planned.push(progress.runs),
  })
  expect(planned).toEqual([1])
  expect(report.runs).toEqual({ planned: 1, started: 1 })
  expect(report.findings.find(({ id }) => id === 'streamed.says-hi')).toMatchObject({
    verdict: 'unchecked',
    reason: 'it takes 1 run, more than --max-runs 1 leaves. Raise --max-runs',
  })
})

it('sends nothing but what the selected checks need', async () => {
  const { url, requests } = await serve()
  const { findings } = await verify({
    platform,
    url,
    key: KEY,
    only: ['ping.*', '*.key-missing'],
    skip: ['*.media-type', '*.wrong-method', 'get-*'],
  })
  expect(findings.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'start-job.key-missing kept',
    'stop-job.key-missing kept',
    'ping.status kept',
  ])
  expect(requests).toEqual([
    'GET /v1/ping',
    'POST /v1/jobs?lang=en',
    'DELETE /v1/jobs/5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73',
  ])
})

it('sends the probes that a check depends on as well', async () => {
  const { url, requests } = await serve()
  const { findings } = await verify({ platform, url, key: KEY, only: ['stop-job.status'] })
  expect(findings).toMatchObject([{ verdict: 'kept' }])
  expect(requests).toEqual([
    'POST /v1/jobs?lang=en',
    'GET /v1/jobs/job-1',
    'GET /v1/jobs/job-1',
    'DELETE /v1/jobs/job-1',
  ])
})

it.each([
  {
    option: { only: ['start-job.stauts'] },
    says: 'Failed to select checks: no id fits "start-job.stauts". Did you mean "start-job.status"?',
  },
  {
    option: { flows: { robott: '7' } },
    says: 'Failed to read --flow robott: this contract knows no "robott". Did you mean "robot"?',
  },
  {
    option: { samples: { paused: {} } },
    says: 'Failed to read --sample paused: this contract knows no "paused". Known are: slow.',
  },
])('refuses what it does not know: $says', async ({ option, says }) => {
  await expect(verifyJobs(option)).rejects.toThrow(says)
})

it('stops at a target that cannot be reached', async () => {
  const { url, stop } = await startJobs(KEY)
  await stop()
  await expect(verify({ platform, url, key: KEY })).rejects.toMatchObject({ code: 'target-unreachable' })
})

it('shows the key in no finding, whatever a target does with it', async () => {
  const report = await verifyJobs({
    twist(req, res, body) {
      res.writeHead(req.method === 'GET' ? 418 : 200, {
        'content-type': 'application/json',
        'x-server': String(req.headers.authorization),
      })
      res.end(JSON.stringify({ job: req.headers.authorization, [String(req.headers.authorization)]: body }))
      return true
    },
  })
  const text = Object.values(reporters)
    .map((format) => format(report))
    .join('\n')
  expect(report.summary.broken).toBeGreaterThan(10)
  expect(text).toContain('$KEY')
  expect(text).not.toContain('secret')
})

it('counts the events of a stream alike in findings and in what they point at', async () => {
  const { findings, exchanges } = await verifyJobs({
    twist(_, res, body) {
      if (!body.includes('"stream":true')) return false
      const begin = frame({ event: 'begin', job: 'a' })
      res.writeHead(200, { 'content-type': 'text/event-stream', 'x-server': 'jobs' })
      res.end(`: alive\n\n${begin}: alive\n\n${begin}${frame({ event: 'end', job: 'a' })}`)
      return true
    },
  })
  const { actual, exchange, frame: index = -1 } = findings.find(({ id }) => id === 'start-job.stream-order') ?? {}
  expect(actual).toMatch(/^event 2: got `begin`/)
  const shown = exchanges.find(({ id }) => id === exchange)?.answer?.frames?.[index]
  expect(shown).toMatchObject({ name: 'begin', event: 2 })
  expect(shown && frameWords(shown, index)).toBe('event 2 (frame 4)')
})
