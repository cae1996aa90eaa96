import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadContract } from '../../src/contract/load-contract.ts'
import { undocumentedFields } from '../../src/contract/undocumented-fields.ts'
import { verify } from '../../src/contract/verify.ts'
import { FlowproofError } from '../../src/errors.ts'
import { KEY } from '../broken/dify/calls.ts'
import { startProxy } from '../broken/proxy.ts'
import { frame, type JobsServer, json, startJobs } from './fixtures/jobs-server.ts'

const platform = await loadContract('./test/contract/fixtures/jobs')
let correct: JobsServer

beforeAll(async () => {
  correct = await startJobs(KEY)
})
afterAll(() => correct.stop())

it('finds no drift in a server that shows only what its document knows', async () => {
  const { drift } = await verify({ platform, url: correct.url, key: KEY })
  expect(drift).toEqual([])
})

it('tells a field, an event and a status that the document does not know, and what would add them', async () => {
  const server = await startJobs(KEY, (req, res) => {
    if (req.url?.endsWith('/ping')) return Boolean(json(res, 418, {}))
    if (req.method !== 'GET') return false
    return false
  })
  const proxy = await startProxy(server.url, {
    text: (text) => (text.startsWith('{') ? JSON.stringify({ ...JSON.parse(text), priority: 3 }) : text),
    frames: () => (part) => (part === undefined ? [frame({ event: 'queued', place: 2 })] : [part]),
  })
  const { drift, findings } = await verify({ platform, url: proxy.url, key: KEY })
  await Promise.all([proxy.stop(), server.stop()])
  const seen = drift.map(({ operation, kind, seen: what, patch }) => ({ operation, kind, what, value: patch.value }))
  expect(seen).toContainEqual({
    operation: 'startJob',
    kind: 'event',
    what: 'event "queued"',
    value: { type: 'object', required: ['event'], properties: { event: { const: 'queued' }, place: {} } },
  })
  expect(seen).toContainEqual({
    operation: 'ping',
    kind: 'status',
    what: 'status 418',
    value: { description: 'Seen on a live server.' },
  })
  expect(seen).toContainEqual(expect.objectContaining({ what: '/priority of Job', value: { type: 'integer' } }))
  expect(findings.find(({ id }) => id === 'get-job.body')?.verdict).toBe('kept')
})

const DOCUMENT = {
  closed: { properties: { a: { properties: { b: {} } }, list: { items: { $ref: '#/closed' } } } },
  open: { properties: { a: {} }, additionalProperties: true },
  free: { type: 'object' },
  union: {
    oneOf: [{ $ref: '#/one' }, { $ref: '#/two' }],
    discriminator: { propertyName: 'kind', mapping: { one: '#/one', two: '#/two' } },
  },
  one: { properties: { kind: {}, x: {} } },
  two: { allOf: [{ $ref: '#/one' }, { properties: { y: {} } }] },
}

it.each([
  { it: 'an inner member', schema: '/closed', value: { a: { b: 1, c: 2 } }, want: ['/a/c'] },
  {
    it: 'members of a list',
    schema: '/closed',
    value: { list: [{ z: 1 }, { z: 2 }] },
    want: ['/list/*/z', '/list/*/z'],
  },
  { it: 'nothing of what is open', schema: '/open', value: { z: 1 }, want: [] },
  { it: 'nothing of what is free', schema: '/free', value: { z: 1 }, want: [] },
  {
    it: 'what is foreign to the member that a value names',
    schema: '/union',
    value: { kind: 'one', x: 1, y: 2 },
    want: ['/y'],
  },
  { it: 'nothing of what parts know together', schema: '/union', value: { kind: 'two', x: 1, y: 2 }, want: [] },
])('finds $it', ({ schema, value, want }) => {
  expect(undocumentedFields(DOCUMENT, schema, value).map(({ at }) => at)).toEqual(want)
})

it('stops early, with one sentence, when the key is taken nowhere', async () => {
  const other = `${KEY}-of-another-server`
  const error = await verify({ platform, url: correct.url, key: other }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(FlowproofError)
  expect(error).toMatchObject({
    code: 'key-rejected',
    message: expect.stringMatching(/takes the key nowhere.*Check --key\.$/),
  })
  expect(String(error)).not.toContain(other)
})

it('sends no more to a target that hangs, and says so', async () => {
  const hanging = await startJobs(KEY, () => true)
  const report = await verify({ platform, url: hanging.url, key: KEY, timeout: 60, concurrency: 1 })
  await hanging.stop()
  expect(report.requests).toBe(3)
  expect(report.findings.find(({ id }) => id === 'start-job.status')?.verdict).toBe('broken')
  expect(report.findings.some(({ reason }) => reason?.includes('3 requests hung before'))).toBe(true)
})

it('waives until a day, and breaks a waiver that has expired or gone stale', async () => {
  const server = await startJobs(KEY, (req, res) => (req.url?.endsWith('/ping') ? Boolean(json(res, 500, {})) : false))
  const where = { file: 'waivers.yaml', line: 4 }
  const options = { platform, url: server.url, key: KEY, only: ['ping.status', 'get-job.status'] }
  const waive = async (check: string, today: string) => {
    const waivers = [{ check, reason: 'being mended', until: '2026-02-01', where }]
    const { findings } = await verify({ ...options, waivers, today: new Date(today) })
    return findings.find(({ id }) => id === check)
  }
  expect(await waive('ping.status', '2026-02-01')).toMatchObject({ verdict: 'waived', reason: 'being mended' })
  expect(await waive('ping.status', '2026-02-02')).toMatchObject({
    verdict: 'broken',
    actual: expect.stringContaining('its waiver at waivers.yaml:4 ended on 2026-02-01'),
  })
  expect(await waive('get-job.status', '2026-01-01')).toMatchObject({
    verdict: 'broken',
    actual: 'the promise is kept; remove the waiver at waivers.yaml:4',
  })
  await expect(waive('get-job.statu', '2026-01-01')).rejects.toMatchObject({ code: 'usage' })
  await server.stop()
})

it('looks into an answer that is nested deeper than any stack', () => {
  const document = { list: { items: { $ref: '#/list' }, properties: { known: {} } } }
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  expect(undocumentedFields(document, '/list', [[{ odd: 1 }], deep])).toMatchObject([{ at: '/*/*/odd' }])
})
