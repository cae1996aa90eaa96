import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { verify } from '../../src/contract/verify.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { streamed } from '../broken/langflow/calls.ts'
import { FLOWS, KEY, SAMPLES } from '../broken/langflow/target.ts'
import { gated, LIKE_1_4, LIKE_1_6, LIKE_1_12, LIKE_EARLY_1_8 } from '../broken/langflow/versions.ts'
import { type Damage, startProxy } from '../broken/proxy.ts'

let mock: Mock
let platform: LoadedContract

beforeAll(async () => {
  mock = await startMock({ platforms: 'langflow', speed: 'instant', key: KEY })
  platform = await loadContract('langflow')
})
afterAll(() => mock.stop({ grace: 0 }))

async function verifyBehind(damage: Damage) {
  const proxy = await startProxy(`${mock.url}/`, damage)
  const options = { platform, key: KEY, flows: FLOWS, samples: SAMPLES, timeout: 5_000 }
  const { findings } = await verify({ ...options, url: proxy.url })
  await proxy.stop()
  return findings.filter(({ verdict }) => verdict !== 'kept')
}

const plain = (change: (frame: string) => readonly string[]): NonNullable<Damage['frames']> => {
  return () => (frame) => (frame === undefined ? [] : change(frame))
}

const LEGAL: readonly (Damage & { readonly it: string })[] = [
  { it: 'sends several events at once', frames: inPairs },
  { it: 'ends its lines with CRLF', frames: plain((frame) => [frame.replaceAll('\n', '\r\n')]) },
]

it.each(LEGAL)('finds nothing broken in a server that $it', async (legal) => {
  expect(await verifyBehind(legal)).toEqual([])
})

const VERSIONS = [
  {
    version: '1.4',
    damage: LIKE_1_4,
    told: {
      'streamed-run.same-message': expect.stringMatching(/^no message was sent again\./),
      'version.closing-messages': '0 of them: this looks like 1.1 to 1.4; the server says 1.8.4 (with flow_id)',
      'version.complete-in-the-end': expect.stringMatching(/^no message was sent again after its tokens\./),
      'version.partial-at-first': 'state complete: this looks like 1.1 to 1.4; the server says 1.8.4 (with flow_id)',
      'version.tokens-without-time':
        'a timestamp, too: this looks like 1.1 to 1.5; the server says 1.8.4 (with flow_id)',
      'version.whole-messages': 'a flat message: this looks like 1.1 to 1.7; the server says 1.8.4 (with flow_id)',
    },
  },
  {
    version: '1.6',
    damage: LIKE_1_6,
    told: {
      'version.closing-messages': '1 of them: this looks like 1.6; the server says 1.8.4 (with flow_id)',
      'version.complete-in-the-end': 'state partial: this looks like 1.6; the server says 1.8.4 (with flow_id)',
      'version.whole-messages': 'a flat message: this looks like 1.1 to 1.7; the server says 1.8.4 (with flow_id)',
    },
  },
  {
    version: '1.12',
    damage: LIKE_1_12,
    told: {
      'version.fault-in-plain-words':
        'a status and JSON in the text: this looks like 1.12 or later; the server says 1.8.4 (with flow_id)',
      'version.iso-times': expect.stringMatching(/ UTC: this looks like 1\.12 or later; the server says 1\.8\.4/),
      'version.unknown-flow-before-key': expect.stringMatching(/^403 .*: this looks like 1\.12 or later/),
    },
  },
]

it.each(VERSIONS)('tells a server that streams like $version as what it is, and nothing else', async (row) => {
  const found = await verifyBehind(row.damage)
  expect(found.filter(({ level }) => level === 'MUST')).toEqual([])
  expect(Object.fromEntries(found.map(({ id, actual, reason }) => [id, actual ?? reason]))).toEqual(row.told)
})

it('calls a stream that just ends a failure, and says of which version that is', async () => {
  const found = await verifyBehind(LIKE_EARLY_1_8)
  expect(Object.fromEntries(found.map(({ id, actual, reason }) => [id, actual ?? reason]))).toEqual({
    'failed-run.component-first': expect.stringMatching(/^no error event came\./),
    'failed-run.reasons-agree': expect.stringMatching(/^the failure was not reported twice\./),
    'failed-run.streamed-is-an-event': 'the stream just ends, as up to early 1.8 (with flow_id)',
    'run-flow.stream-end': expect.stringMatching(/^the stream ended without an event/),
    'tweak-conflict.streamed-is-an-event': 'a stream without events, as up to early 1.8 (with flow_id)',
    'version.fault-in-plain-words': expect.stringMatching(/^the stream tells no fault of the run\./),
  })
})

it('leaves workflows unchecked where they are closed, and says of which version that is', async () => {
  const found = await verifyBehind(gated())
  expect(found.filter(({ verdict }) => verdict === 'broken')).toMatchObject([
    { id: 'version.workflows', actual: expect.stringContaining('this looks like 1.8 to 1.10') },
  ])
  const others = found.filter(({ operation, verdict }) => verdict === 'unchecked' && !/Workflow/.test(operation))
  expect(others).toEqual([])
  expect(found.find(({ id }) => id === 'stop-workflow-job.malformed-json')?.reason).toMatch(
    /^this server runs no workflows: 403 .*DEVELOPER_API_DISABLED/,
  )
})

it('says plainly which framing it met, and judges its events all the same', async () => {
  const found = await verifyBehind({ on: streamed, frames: plain((frame) => [`data: ${frame}`]) })
  expect(found).toMatchObject([
    {
      id: 'run-flow.stream-framing',
      expected: 'bare JSON objects parted by blank lines',
      actual: expect.stringMatching(/^this is server-sent events, promised were bare JSON objects/),
    },
  ])
})

/** Holds each second frame back until another one comes. */
function inPairs(): (frame: string | undefined) => readonly string[] {
  let held = ''
  return (frame) => {
    if (frame === undefined) return [held]
    if (held === '') {
      held = frame
      return []
    }
    const both = held + frame
    held = ''
    return [both]
  }
}

it('finds nothing broken in a flow whose components run once for each round of a loop', async () => {
  const samples = { ...SAMPLES, ok: { input_value: 'Please loop.' } }
  const { findings } = await verify({ platform, url: mock.url, key: KEY, flows: FLOWS, samples })
  expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
})
