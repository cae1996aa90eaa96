import { beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { type CheckedRecording, checkRecording } from '../../src/contract/recorded/check-recording.ts'
import { parseRecording } from '../../src/contract/recorded/parse-recording.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { isRecord } from '../../src/spec/record.ts'
import { FLOWS } from '../broken/langflow/target.ts'
import {
  createHarRecorder,
  formatHar,
  type HarEntry,
  type HarRecorder,
  withAnswer,
  withoutField,
} from './fixtures/recorded/record-har.ts'

const KEY = 'sk-secret-1234567890'
const WRONG = 'sk-wrongone-0987654321'

interface Recorded {
  readonly platform: LoadedContract
  readonly entries: readonly HarEntry[]
}

const recorded: Record<string, Recorded> = {}

beforeAll(async () => {
  recorded.dify = await record('dify', { authorization: `Bearer ${KEY}` }, async ({ get, post }) => {
    const body = { inputs: { query: 'Why are there tides?' }, user: 'me' }
    await post('/workflows/run', { ...body, response_mode: 'streaming' })
    const run = await post('/workflows/run', { ...body, response_mode: 'blocking' })
    await get(`/workflows/run/${textIn(run, 'workflow_run_id')}`)
    await get('/info')
    await post('/workflows/run', { inputs: 7 })
    await get('/info', { authorization: `Bearer ${WRONG}` })
    await get('/favicon.ico', { cookie: `session=${WRONG}` })
  })
  const flow = FLOWS.flow_id
  recorded.langflow = await record('langflow', { 'x-api-key': KEY }, async ({ get, post }) => {
    const body = { input_value: 'Why are there tides?' }
    await post(`/api/v1/run/${flow}?stream=true`, body)
    await post(`/api/v1/run/${flow}?stream=false`, body)
    const job = await post(`/api/v1/build/${flow}/flow?event_delivery=polling`, { inputs: body })
    const events = `/api/v1/build/${textIn(job, 'job_id')}/events?event_delivery=polling`
    await get(events)
    await get(events)
    await post(`/api/v1/run/${flow}?stream=false`, { input_value: 'Please fail.' })
    await get(`/api/v1/version?x-api-key=${KEY}`)
  })
})

async function record(
  platform: string,
  key: Readonly<Record<string, string>>,
  use: (recorder: HarRecorder) => Promise<void>,
): Promise<Recorded> {
  const mock = await startMock({ platforms: platform, speed: 'instant', key: KEY })
  const recorder = createHarRecorder(mock.url, key)
  await use(recorder).finally(() => mock.stop({ grace: 0 }))
  return { platform: await loadContract(platform), entries: recorder.entries }
}

function textIn(value: unknown, name: string): string {
  return isRecord(value) ? String(value[name]) : ''
}

function check(
  name: string,
  change: (entries: readonly HarEntry[]) => readonly HarEntry[] = (entries) => entries,
  options: { url?: string } = {},
): CheckedRecording {
  const { platform, entries } = recorded[name] ?? { platform: undefined, entries: [] }
  if (!platform) throw new Error(`${name} was not recorded`)
  const json = { value: JSON.parse(formatHar(change(entries))), placeOf: () => ({ file: 'browser.har' }) }
  const entriesRead = parseRecording(json)
  return checkRecording({ platform, entries: entriesRead, target: 'browser.har', today: '2026-01-31', ...options })
}

function idsOf({ report }: CheckedRecording, verdict: string): readonly string[] {
  return report.findings.flatMap((finding) => (finding.verdict === verdict ? [finding.id] : []))
}

function reasonOf({ report }: CheckedRecording, id: string): string | undefined {
  return report.findings.find((finding) => finding.id === id)?.reason
}

it.each(['dify', 'langflow'])('finds no promise broken in correct traffic of %s', (name) => {
  const checked = check(name)
  expect(checked.report.findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
  expect(idsOf(checked, 'kept').length).toBeGreaterThan(15)
})

const asked = (text: string) => (entry: HarEntry) => `${entry.request.method} ${entry.request.url}`.includes(text)
const streamed = (entry: HarEntry) => /streaming|stream=true/.test(JSON.stringify(entry.request))

/** Swaps two frames that stand apart by blank lines. */
function swap(text: string, first: RegExp, second: RegExp): string {
  const frames = text.split('\n\n')
  const [a, b] = [frames.findIndex((frame) => first.test(frame)), frames.findIndex((frame) => second.test(frame))]
  return frames.map((frame, index) => (index === a ? frames[b] : index === b ? frames[a] : frame)).join('\n\n')
}

it.each([
  {
    it: 'a field is missing',
    name: 'dify',
    fits: asked('/workflows/run/'),
    text: (text: string) => withoutField(text, 'workflow_id'),
    broken: ['get-workflow-run.body'],
  },
  {
    it: 'two events are swapped',
    name: 'dify',
    fits: streamed,
    text: (text: string) => swap(text, /"event":\s*"workflow_started"/, /"event":\s*"node_started"/),
    broken: ['run-workflow.stream-order'],
  },
  {
    it: 'the media type is wrong',
    name: 'dify',
    fits: streamed,
    type: 'text/plain',
    broken: ['run-workflow.media-type'],
  },
  {
    it: 'a field is missing',
    name: 'langflow',
    fits: asked('/api/v1/version'),
    text: (text: string) => withoutField(text, 'version'),
    broken: ['get-version.body'],
  },
  {
    it: 'two events are swapped',
    name: 'langflow',
    fits: streamed,
    text: (text: string) => swap(text, /"event":\s*"add_message"/, /"event":\s*"token"/),
    broken: ['run-flow.stream-pairs'],
  },
  {
    it: 'the framing is another one',
    name: 'langflow',
    fits: streamed,
    text: (text: string) => text.replaceAll(/^(?=\{)/gm, 'data: '),
    broken: ['run-flow.stream-framing'],
  },
  {
    it: 'the media type is wrong',
    name: 'langflow',
    fits: streamed,
    type: 'text/plain',
    broken: ['run-flow.media-type'],
  },
])('finds $broken broken in traffic of $name when $it', ({ name, fits, text = (same) => same, type, broken }) => {
  const change = (answer: { text: string; type: string }) => ({ text: text(answer.text), type: type ?? answer.type })
  expect(
    idsOf(
      check(name, (entries) => withAnswer(entries, fits, change)),
      'broken',
    ),
  ).toEqual(broken)
})

it('puts no key into what it gives back, wherever it stands', () => {
  const echoing = (entries: readonly HarEntry[]) =>
    withAnswer(entries, asked('/info'), ({ type }) => ({
      text: JSON.stringify({ [KEY]: encodeURIComponent(KEY), WRONG }),
      type,
    }))
  const dify = check('dify', (entries) => echoing(entries).map(withUserinfo))
  for (const checked of [dify, check('langflow')]) {
    const text = JSON.stringify(checked)
    expect(text).not.toContain(KEY)
    expect(text).not.toContain(WRONG)
    expect(text).toContain('$KEY')
  }
  expect(dify.report.exchanges[0]?.request).toMatchObject({ headers: { authorization: 'Bearer $KEY' } })
  expect(check('langflow').report.exchanges.at(-1)?.request.url).toMatch(/\?x-api-key=%24KEY$/)
})

function withUserinfo(entry: HarEntry): HarEntry {
  return { ...entry, request: { ...entry.request, url: entry.request.url.replace('//', `//me:${WRONG}@`) } }
}

it('names what is of no operation, and what has no answer', () => {
  const forgetting = (entries: readonly HarEntry[]) =>
    entries.map((entry) =>
      asked('/info')(entry) ? { ...entry, response: { ...entry.response, content: { size: 12 } } } : entry,
    )
  expect(check('dify', forgetting)).toMatchObject({
    strangers: ['GET /v1/favicon.ico'],
    unanswered: ['GET /v1/info', 'GET /v1/info'],
  })
})

it.each([0, -1])('takes an entry of status %i for a request without an answer', (status) => {
  const blocking = (entries: readonly HarEntry[]) =>
    entries.map((entry) => (asked('/info')(entry) ? { ...entry, response: { ...entry.response, status } } : entry))
  expect(check('dify', blocking)).toMatchObject({ unanswered: ['GET /v1/info', 'GET /v1/info'] })
})

it('leaves the status undecided of a request that the spec objects to, or that was refused as documented', () => {
  const refused = check('dify', (entries) => entries.filter(({ response }) => response.status === 401))
  expect(reasonOf(refused, 'get-app-info.status')).toMatch(
    /^GET \/v1\/info was refused: 401 .* It is recorded traffic;/,
  )
  const objected = check('dify', (entries) => entries.filter(asked('/workflows/run')).slice(-1))
  expect(idsOf(objected, 'kept')).not.toContain('run-workflow.status')
  const taken = check('dify', (entries) =>
    entries.slice(0, 1).map((entry) => ({
      ...entry,
      request: { ...entry.request, postData: { mimeType: 'application/json', text: '{"inputs":7}' } },
    })),
  )
  expect(idsOf(taken, 'broken')).toEqual([])
  expect(reasonOf(taken, 'run-workflow.status')).toMatch(/^the spec objects to what was sent: \/body/)
})

it('leaves the status undecided of a failure that is documented', () => {
  const failed = check('langflow', (entries) => entries.filter(({ response }) => response.status === 500))
  expect(failed.report.requests).toBe(1)
  expect(reasonOf(failed, 'run-flow.status')).toMatch(/^500 is documented, and whether it was right/)
  const other = check('langflow', (entries) =>
    entries.slice(1, 2).map((entry) => ({ ...entry, response: { ...entry.response, status: 418 } })),
  )
  expect(idsOf(other, 'broken')).toEqual(['run-flow.status'])
})

it('says why it cannot tell', () => {
  const checked = check('langflow')
  expect(reasonOf(checked, 'get-health.status')).toBe('no recorded request is one of this operation. Record one')
  expect(reasonOf(checked, 'stream-build-events.stream-end')).toMatch(/^the stream was recorded in several answers/)
  const reasons = new Set(recorded.langflow?.platform.contract.checks.map(({ id }) => reasonOf(checked, id)))
  expect(reasons).toEqual(new Set(['recorded traffic has no journeys. Hold a live server to it with flowproof verify']))
  expect(reasonOf(check('dify'), 'run-workflow.stream-keep-alive')).toMatch(/does not tell when its frames came\. /)
})

it('finds operations below any prefix, and below the URL that is given only there', () => {
  const behind = (entries: readonly HarEntry[]) =>
    entries.map((entry) => {
      const url = entry.request.url.replace(/^http:\/\/[^/]+\/v1/, 'https://proxy.test/team/a')
      return { ...entry, request: { ...entry.request, url } }
    })
  expect(check('dify', behind).strangers).toEqual(['GET /team/a/favicon.ico'])
  expect(check('dify', behind, { url: 'https://proxy.test/team/a' }).strangers).toHaveLength(1)
  expect(check('dify', behind, { url: 'https://proxy.test/team' }).strangers).toHaveLength(7)
})
