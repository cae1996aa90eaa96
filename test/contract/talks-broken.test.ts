import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { frame, json, type Twist } from './fixtures/jobs-server.ts'
import { at, verifyTalks } from './fixtures/verify-talks.ts'

const bytes =
  (text: string, type = 'text/event-stream') =>
  (res: ServerResponse) =>
    res.writeHead(200, { 'content-type': type }).end(text)
const BARE = '{"event":"begin"}\n\n{"event":"end"}\n\n'
const SSE = frame({ event: 'begin' }) + frame({ event: 'end' })

const CASES: readonly { readonly it: string; readonly twist: Twist; readonly want: Record<string, RegExp> }[] = [
  {
    it: 'an order that is only assumed',
    twist: at('POST /api/say/', bytes(frame({ event: 'end', talk: 'a' }) + frame({ event: 'begin', talk: 'b' }))),
    want: {
      'say.stream-order': /^SHOULD broken: event 1: got `end` for a, expected `begin`/,
      'say.stream-pairs': /^SHOULD broken/,
      'say.stream-constants': /^SHOULD broken/,
      'say.stream-end-assumed': /^SHOULD broken/,
      'say.stream-end': /^MUST kept/,
    },
  },
  {
    it: 'a pair without the key that is only assumed',
    twist: at('POST /api/say/', bytes(SSE)),
    want: { 'say.stream-pairs': /^SHOULD broken: event 1: `begin` has no key at \/talk/, 'say.stream-order': /kept/ },
  },
  {
    it: 'bare JSON where server-sent events are promised',
    twist: at('GET /api/jobs/talk-1/events', bytes(BARE)),
    want: {
      'follow-talk.stream-framing':
        /^MUST broken: this is bare JSON objects parted by blank lines, promised were server-sent events: \{"event":"begin"\}/,
      'follow-talk.stream-order': /kept/,
    },
  },
  {
    it: 'server-sent events where bare JSON is promised',
    twist: at('GET /api/jobs/talk-3/slices', bytes(SSE, 'application/x-ndjson')),
    want: {
      'poll-talk.stream-framing':
        /^MUST broken: this is server-sent events, promised were bare JSON objects parted by blank lines/,
    },
  },
  {
    it: 'one frame in another framing',
    twist: at('GET /api/jobs/talk-1/events', bytes(`${frame({ event: 'begin' })}{"event":"end"}\n\n`)),
    want: { 'follow-talk.stream-framing': /broken: frame 2 is bare JSON objects/ },
  },
  {
    it: 'a mark at the end where the contract bears none',
    twist: at('GET /api/jobs/talk-1/events', bytes(`${SSE}data: [DONE]\n\n`)),
    want: { 'follow-talk.stream-framing': /broken: frame 3 \(not-json\): data: \[DONE\]/ },
  },
  {
    it: 'a mark before the end',
    twist: at('POST /api/say/', bytes(`data: [DONE]\n\n${SSE}`)),
    want: { 'say.stream-framing': /broken: frame 1 \(not-json\)/ },
  },
  {
    it: 'an unknown id that is refused with another documented failure than the assumed one',
    twist: at('POST /api/say/5f3a', (res) => json(res, 500, { code: 'UNKNOWN' })),
    want: { 'say.unknown-id': /^SHOULD kept/, 'say.body': /kept/ },
  },
  {
    it: 'an unknown id that is taken',
    twist: at('POST /api/say/5f3a', (res) => json(res, 200, { talk: 'a', state: 'done' })),
    want: { 'say.unknown-id': /^SHOULD broken: 200/ },
  },
  {
    it: 'a good request that is refused with what is only assumed of all failures',
    twist: at('POST /api/talks/', (res) => json(res, 418, { code: 'TEA' })),
    want: { 'start-talk.status': /^MUST broken: 418/ },
  },
  {
    it: 'a refusal that names another media type than is assumed',
    twist: at('POST /api/say/5f3a', (res) => res.writeHead(404, { 'content-type': 'text/html' }).end('no')),
    want: { 'say.media-type-assumed': /^SHOULD broken: text\/html/, 'say.media-type': /^MUST kept/ },
  },
  {
    it: 'a refusal whose body is not as is assumed',
    twist: at('POST /api/say/5f3a', (res) => json(res, 404, ['no'])),
    want: { 'say.body-assumed': /^SHOULD broken/, 'say.body': /^MUST kept/ },
  },
  {
    it: 'a media type that only servers name',
    twist: at('PUT /api/visits/flowproof', bytes('hi', 'text/html')),
    want: { 'visit.media-type-assumed': /^SHOULD broken: text\/html/, 'visit.media-type': /^MUST kept/ },
  },
  {
    it: 'an answer in another media type than was asked for',
    twist: at('POST /api/say/', (res) => json(res, 200, { talk: 'a', state: 'done' })),
    want: { 'say.media-type': /^MUST broken: application\/json/ },
  },
  {
    it: 'a state that is not the first one',
    twist: (req, res, body) =>
      at('POST /api/talks/', (res) => json(res, 202, { talk: 'talk-1', state: 'talking' }))(req, res, body) ||
      at('GET /api/jobs?talk=', (res) => json(res, 200, { talk: 'talk-1', state: 'talking' }))(req, res, body),
    want: { 'talk.moves': /broken: start: `talking` at the start, expected `waiting`/ },
  },
  {
    it: 'a failure that tells no state',
    twist: at('GET /api/jobs?talk=talk-2', (res) => json(res, 500, { code: 'OTHER' })),
    want: { 'get-talk.status': /^MUST broken: 500/ },
  },
  {
    it: 'a state told by a refusal that cannot follow',
    twist: at(
      'GET /api/jobs?talk=talk-1',
      afterwards((res) => json(res, 500, { code: 'TALK_FAILED' }), 'done'),
    ),
    want: { 'talk.moves': /^SHOULD broken: poll 2: `failed` after `done`, which is final/, 'get-talk.status': /kept/ },
  },
  {
    it: 'events that come when all is over',
    twist: at('GET /api/jobs?talk=talk-1', (res) => json(res, 200, { talk: 'talk-1', state: 'stopped' })),
    want: { 'talk.incremental': /^SHOULD broken: the first event came after \d+ ms, when the run was stopped already/ },
  },
  {
    it: 'slices that do not make a whole',
    twist: at('GET /api/jobs/talk-3/slices', bytes('{"event":"begin"}\n\n', 'application/x-ndjson')),
    want: {
      'poll-talk.stream-order':
        /^MUST broken: event 2: got `begin`, expected one of `end`, `word`; 1 more \(counted over all answers that the stream came in\) \(with robot\)/,
    },
  },
  {
    it: 'slices that come to no end',
    twist: at(
      'GET /api/jobs/talk-3/slices',
      shrinking(['{"event":"begin"}\n\n', '{"event":"word","word":"a"}\n\n', '']),
    ),
    want: {
      'poll-talk.stream-order': /kept/,
      'poll-talk.stream-end': /^MUST broken: the stream ended after event 2, expected one of `end`, `word`/,
    },
  },
  {
    it: 'a refusal that is promised and does not come',
    twist: at('POST /api/old/say', (res) => json(res, 200, {})),
    want: { 'say-once.status': /^MUST broken: 200/ },
  },
]

it.each(CASES)('judges $it', async ({ twist, want }) => {
  const { findings } = await verifyTalks({}, twist)
  for (const [id, says] of Object.entries(want)) {
    const finding = findings.find((finding) => finding.id === id)
    expect(`${finding?.level} ${finding?.verdict}: ${finding?.actual ?? finding?.reason}`).toMatch(says)
  }
})

// Each text once, and the last one for ever.
function shrinking(texts: readonly string[]) {
  let sent = 0
  return (res: ServerResponse) => bytes(texts[sent++] ?? '', 'application/x-ndjson')(res)
}

// The first answer is that of a talk which is over, all others are as given.
function afterwards(answer: (res: ServerResponse) => unknown, state: string) {
  let asked = 0
  return (res: ServerResponse) => {
    asked += 1
    if (asked === 1) return json(res, 200, { talk: 'talk-1', state })
    return answer(res)
  }
}
