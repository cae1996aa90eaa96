import { expect, it } from 'vitest'
import { parseKnownDeviations } from '../../src/contract/known-deviations.ts'
import { json } from './fixtures/jobs-server.ts'
import { at, hasKey, verifyTalks } from './fixtures/verify-talks.ts'

it('finds every promise of a correct server kept', async () => {
  const { findings, runs } = await verifyTalks()
  expect(findings.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
  expect(findings.map(({ id, level }) => `${id} ${level}`)).toMatchInlineSnapshot(`
    [
      "say.status MUST",
      "say.media-type MUST",
      "say.media-type-assumed SHOULD",
      "say.body MUST",
      "say.body-assumed SHOULD",
      "say.key-missing MUST",
      "say.key-wrong MUST",
      "say.malformed-json SHOULD",
      "say.required-fields SHOULD",
      "say.unknown-id SHOULD",
      "say.wrong-types SHOULD",
      "say.overlong SHOULD",
      "say.wrong-content-type SHOULD",
      "say.deep-nesting SHOULD",
      "say.wrong-method SHOULD",
      "say.stream-framing MUST",
      "say.stream-events MUST",
      "say.stream-order SHOULD",
      "say.stream-foreign SHOULD",
      "say.stream-pairs SHOULD",
      "say.stream-constants SHOULD",
      "say.stream-end MUST",
      "say.stream-end-assumed SHOULD",
      "start-talk.status MUST",
      "start-talk.media-type MUST",
      "start-talk.media-type-assumed SHOULD",
      "start-talk.body MUST",
      "start-talk.body-assumed SHOULD",
      "start-talk.key-missing MUST",
      "start-talk.key-wrong MUST",
      "start-talk.malformed-json SHOULD",
      "start-talk.wrong-types SHOULD",
      "start-talk.overlong SHOULD",
      "start-talk.wrong-content-type SHOULD",
      "start-talk.deep-nesting SHOULD",
      "start-talk.wrong-method SHOULD",
      "get-talk.status MUST",
      "get-talk.media-type MUST",
      "get-talk.body MUST",
      "get-talk.key-missing MUST",
      "get-talk.key-wrong MUST",
      "get-talk.required-parameters MUST",
      "get-talk.unknown-id MUST",
      "get-talk.wrong-method SHOULD",
      "stop-talk.status MUST",
      "stop-talk.media-type MUST",
      "stop-talk.body MUST",
      "stop-talk.key-missing MUST",
      "stop-talk.key-wrong MUST",
      "stop-talk.required-parameters MUST",
      "stop-talk.unknown-id MUST",
      "follow-talk.status MUST",
      "follow-talk.media-type MUST",
      "follow-talk.body MUST",
      "follow-talk.key-missing MUST",
      "follow-talk.key-wrong MUST",
      "follow-talk.unknown-id MUST",
      "follow-talk.overlong SHOULD",
      "follow-talk.wrong-method SHOULD",
      "follow-talk.stream-framing MUST",
      "follow-talk.stream-events MUST",
      "follow-talk.stream-order MUST",
      "follow-talk.stream-foreign SHOULD",
      "follow-talk.stream-end MUST",
      "poll-talk.status MUST",
      "poll-talk.media-type MUST",
      "poll-talk.body MUST",
      "poll-talk.key-missing MUST",
      "poll-talk.key-wrong MUST",
      "poll-talk.unknown-id MUST",
      "poll-talk.overlong SHOULD",
      "poll-talk.wrong-method SHOULD",
      "poll-talk.stream-framing MUST",
      "poll-talk.stream-events MUST",
      "poll-talk.stream-order MUST",
      "poll-talk.stream-foreign SHOULD",
      "poll-talk.stream-end MUST",
      "say-once.status MUST",
      "say-once.media-type MUST",
      "say-once.body MUST",
      "say-once.key-missing MUST",
      "say-once.key-wrong MUST",
      "say-once.wrong-method SHOULD",
      "visit.status MUST",
      "visit.media-type MUST",
      "visit.media-type-assumed SHOULD",
      "visit.body MUST",
      "visit.key-wrong MUST",
      "visit.wrong-method SHOULD",
      "talk.incremental SHOULD",
      "talk.states SHOULD",
      "talk.moves SHOULD",
      "talk.constants SHOULD",
      "said.agrees MUST",
    ]
  `)
  expect(runs).toEqual({ planned: 7, started: 7 })
})

it('expects the documented status of a refusal, and not any that is assumed', async () => {
  const { findings } = await verifyTalks({ only: ['say.key-missing', 'visit.key-wrong'] }, (req, res, body) => {
    if (hasKey(req, res, body)) return false
    json(res, req.method === 'PUT' ? 200 : 403, { code: 'KEY' })
    return true
  })
  expect(findings).toMatchObject([
    { expected: 'status 401 for a request without a key', actual: '403 {"code":"KEY"}' },
    { expected: 'status 401 for a request with a wrong key', actual: '200 {"code":"KEY"}' },
  ])
})

it('judges the flows that are given, and names the flag for what is left out', async () => {
  const { findings, runs } = await verifyTalks({ flows: { bird: 'bird-1' } })
  const verdicts = new Map(findings.map(({ id, verdict, reason }) => [id, `${verdict} ${reason ?? ''}`]))
  expect(verdicts.get('said.agrees')).toBe('kept ')
  expect(verdicts.get('talk.moves')).toBe('unchecked no robot is known. Give --flow robot=ID')
  expect(verdicts.get('visit.key-wrong')).toBe('unchecked no locked is known. Give --flow locked=ID')
  expect(runs).toEqual({ planned: 2, started: 2 })
})

it('names the role of the flow that shows what is broken', async () => {
  const twist = at('POST /api/say/bird-1', (res) => json(res, 200, { talk: 'a', state: 'done' }))
  const { findings } = await verifyTalks({ only: ['said.agrees'] }, twist)
  expect(findings).toMatchObject([{ verdict: 'broken', expected: 'talk a', actual: 'talk  (with bird)' }])
})

it('sends nothing about a flow that is not given but requests that are to be refused', async () => {
  const sent: string[] = []
  const { findings } = await verifyTalks({ flows: {}, only: ['say.*'] }, (req) => {
    sent.push(`${req.method} ${req.url}`)
    return false
  })
  expect([...new Set(sent)]).toEqual([
    'POST /api/say/5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73',
    `POST /api/say/${'x'.repeat(500)}`,
    'GET /api/say/5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73',
  ])
  const reasonOf = (id: string) => findings.find((finding) => finding.id === id)?.reason
  expect(reasonOf('say.status')).toBe('no robot is known. Give --flow robot=ID')
  expect(reasonOf('say.required-fields')).toBe(
    'a request without field "text" was refused for another reason: 404 {"code":"SPEAKER_UNKNOWN"}. no robot is known. Give --flow robot=ID',
  )
})

it('waives what an implementation is known to break, and breaks on what it keeps', async () => {
  const known = parseKnownDeviations(
    `implementation: Old talks 1
deviations:
  - { check: say-once.status, because: it still says something }
  - { check: visit.status, because: nobody is let in }
`,
    'old-talks-1.yaml',
  )
  const only = ['say-once.status', 'visit.status']
  const twist = at('POST /api/old/say', (res) => json(res, 200, {}))
  const report = await verifyTalks({ known, only }, twist)
  expect(report).toMatchObject({ known: 'Old talks 1', summary: { waived: 1, broken: 1 } })
  expect(report.findings).toMatchObject([
    { verdict: 'waived', reason: 'Old talks 1: it still says something', actual: '200 {}' },
    { verdict: 'broken', actual: 'the promise is kept; remove old-talks-1.yaml:4' },
  ])
  const stray = { ...known, deviations: [{ check: 'say-once.stauts', because: 'typo', line: 3 }] }
  await expect(verifyTalks({ known: stray, only })).rejects.toThrow('Did you mean `say-once.status`?')
})
