import { expect, it } from 'vitest'
import { createSseDecoder } from '../../src/wire/sse-decoder.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { cutAt, type Decoded, decodeAll, oneByOne } from './decode-all.ts'

const event = (raw: string, rest: Partial<DecodedFrame>): DecodedFrame => ({
  kind: 'event',
  fields: fieldsOf(raw),
  raw,
  value: undefined,
  ...rest,
})

function fieldsOf(raw: string): { name: string; value: string }[] {
  const lines = raw.split(/\r\n|\r|\n/).filter((line) => line !== '' && !line.startsWith(':'))
  return lines.map((line) => {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    return { name, value }
  })
}

const CASES: readonly { it: string; given: string; want: Decoded }[] = [
  { it: 'reads nothing from nothing', given: '', want: { frames: [] } },
  { it: 'reads nothing from blank lines', given: '\n\r\n\r\r\n', want: { frames: [] } },
  {
    it: 'reads data as JSON',
    given: 'data: {"event":"ping"}\n\n',
    want: { frames: [event('data: {"event":"ping"}\n', { data: '{"event":"ping"}', value: { event: 'ping' } })] },
  },
  {
    it: 'reads data without a space, after a field it does not know',
    given: 'message:\ndata:{"event":"start"}\n\n',
    want: {
      frames: [event('message:\ndata:{"event":"start"}\n', { data: '{"event":"start"}', value: { event: 'start' } })],
    },
  },
  {
    it: 'shows a frame without data as an object of its fields',
    given: 'event: ping\n\n',
    want: { frames: [event('event: ping\n', { event: 'ping', value: { event: 'ping' } })] },
  },
  {
    it: 'keeps fields it does not know in the object of a frame without data',
    given: 'event: ping\nid: 4\n__proto__: x\n\n',
    want: {
      frames: [
        event('event: ping\nid: 4\n__proto__: x\n', {
          event: 'ping',
          id: '4',
          value: Object.fromEntries([
            ['event', 'ping'],
            ['id', '4'],
            ['__proto__', 'x'],
          ]),
        }),
      ],
    },
  },
  {
    it: 'reads an id after the data',
    given: 'data: {}\nid: 0\n\n',
    want: { frames: [event('data: {}\nid: 0\n', { data: '{}', id: '0', value: {} })] },
  },
  {
    it: 'joins lines of data',
    given: 'data: [1,\ndata: 2\ndata\ndata: ]\n\n',
    want: { frames: [event('data: [1,\ndata: 2\ndata\ndata: ]\n', { data: '[1,\n2\n\n]', value: [1, 2] })] },
  },
  {
    it: 'takes one space off a value, not two',
    given: 'event:  a\ndata:\t1\n\n',
    want: {
      frames: [
        event('event:  a\ndata:\t1\n', {
          event: ' a',
          data: '\t1',
          value: 1,
          fields: [
            { name: 'event', value: ' a' },
            { name: 'data', value: '\t1' },
          ],
        }),
      ],
    },
  },
  {
    it: 'takes the last event and the last id',
    given: 'event: a\nevent: b\nid: 1\nid: 2\ndata: null\n\n',
    want: {
      frames: [
        event('event: a\nevent: b\nid: 1\nid: 2\ndata: null\n', { event: 'b', id: '2', data: 'null', value: null }),
      ],
    },
  },
  {
    it: 'ignores an id with a NULL and a retry that is no number',
    given: 'id: 1\u0000\nretry: 1s\ndata: 1\n\n',
    want: { frames: [event('id: 1\u0000\nretry: 1s\ndata: 1\n', { data: '1', value: 1 })] },
  },
  {
    it: 'tells an id or a retry time alone from an event',
    given: 'id: 9\nretry: 250\n\n',
    want: { frames: [event('id: 9\nretry: 250\n', { kind: 'settings', id: '9', retry: 250 })] },
  },
  {
    it: 'reports data that is no JSON',
    given: 'data: [DONE]\n\n',
    want: { frames: [event('data: [DONE]\n', { data: '[DONE]', problem: 'not-json' })] },
  },
  {
    it: 'reports empty data as no JSON',
    given: 'data\n\n',
    want: { frames: [event('data\n', { data: '', problem: 'not-json' })] },
  },
  {
    it: 'reports a frame that a standard reader would not see',
    given: 'token: "Hi"\n\n',
    want: { frames: [event('token: "Hi"\n', { problem: 'unknown-fields' })] },
  },
  {
    it: 'reads comments, with and without a space',
    given: ':heartbeat\n\n: a\n:b\n\n',
    want: {
      frames: [
        { kind: 'comment', comment: 'heartbeat', fields: [], raw: ':heartbeat\n', value: undefined },
        { kind: 'comment', comment: 'a\nb', fields: [], raw: ': a\n:b\n', value: undefined },
      ],
    },
  },
  {
    it: 'keeps a comment with the frame it stands in',
    given: ': hi\ndata: 1\n\n',
    want: { frames: [event(': hi\ndata: 1\n', { comment: 'hi', data: '1', value: 1 })] },
  },
  {
    it: 'reads all three line ends',
    given: 'data: 1\r\ndata: 2\r\n\r\ndata: 3\rdata: 4\r\rdata: 5\n\n',
    want: {
      frames: [
        event('data: 1\r\ndata: 2\r\n', { data: '1\n2', problem: 'not-json' }),
        event('data: 3\rdata: 4\r', { data: '3\n4', problem: 'not-json' }),
        event('data: 5\n', { data: '5', value: 5 }),
      ],
    },
  },
  {
    it: 'reads line ends that change within a frame',
    given: 'data: 1\r\n\ndata: 2\n\r\ndata: 3\r\r\ndata: 4\n\r',
    want: {
      frames: [
        event('data: 1\r\n', { data: '1', value: 1 }),
        event('data: 2\n', { data: '2', value: 2 }),
        event('data: 3\r', { data: '3', value: 3 }),
        event('data: 4\n', { data: '4', value: 4 }),
      ],
    },
  },
  {
    it: 'does not take other Unicode line separators for line ends',
    given: 'data: "a\u2028b\u0085c"\n\n',
    want: { frames: [event('data: "a\u2028b\u0085c"\n', { data: '"a\u2028b\u0085c"', value: 'a\u2028b\u0085c' })] },
  },
  {
    it: 'passes over a byte order mark at the start',
    given: '\uFEFFdata: 1\n\n',
    want: { frames: [event('data: 1\n', { data: '1', value: 1 })] },
  },
  {
    it: 'leaves blank lines after a byte order mark out of the first frame',
    given: '\uFEFF\r\n\ndata: 1\n\n',
    want: { frames: [event('data: 1\n', { data: '1', value: 1 })] },
  },
  { it: 'reads nothing from a byte order mark and blank lines', given: '\uFEFF\n\n\n', want: { frames: [] } },
  {
    it: 'takes a byte order mark anywhere else for text',
    given: '\n\n\uFEFFdata: 1\n\n',
    want: { frames: [event('\uFEFFdata: 1\n', { problem: 'unknown-fields' })] },
  },
  {
    it: 'reads text of every width',
    given: 'data: "aé→👋"\n\n',
    want: { frames: [event('data: "aé→👋"\n', { data: '"aé→👋"', value: 'aé→👋' })] },
  },
  {
    it: 'does not take a replacement character that was sent for a broken one',
    given: 'data: "\uFFFD"\n\n',
    want: { frames: [event('data: "\uFFFD"\n', { data: '"\uFFFD"', value: '\uFFFD' })] },
  },
  {
    it: 'reports a last frame without its blank line',
    given: 'data: 1\n\ndata: 2\n',
    want: { frames: [event('data: 1\n', { data: '1', value: 1 })], unfinished: 'data: 2\n' },
  },
  { it: 'reports a last line cut short', given: 'data: {"ev', want: { frames: [], unfinished: 'data: {"ev' } },
  { it: 'reports a comment cut short', given: ':hear', want: { frames: [], unfinished: ':hear' } },
  {
    it: 'takes a last comment without a blank line for whole',
    given: ':bye\r\n',
    want: { frames: [{ kind: 'comment', comment: 'bye', fields: [], raw: ':bye\r\n', value: undefined }] },
  },
]
it.each(CASES)('$it', ({ given, want }) => expect(decodeAll(cutAt(given, []))).toEqual(want))
it.each(CASES)('$it, byte by byte', ({ given, want }) => expect(decodeAll(oneByOne(given))).toEqual(want))

it.each(['\n\n', '\r\r', '\r\n\r'])('gives a frame at once when %j has arrived, not one byte later', (ending) => {
  const decoder = createSseDecoder()
  const counts = oneByOne(`data: 1${ending}\n`).map((byte) => decoder.decode(byte).length)
  expect(counts.indexOf(1)).toBe('data: 1'.length + ending.length - 1)
})

it('reports bytes that are no UTF-8 and reads on', () => {
  const bytes = Buffer.concat([
    Buffer.from('data: "'),
    Buffer.from([0xe2, 0x82]),
    Buffer.from('"\n\ndata: 2\n\n'),
    Buffer.from([0xff, 0x0a, 0x0a]),
  ])
  expect(decodeAll([bytes]).frames).toEqual([
    event('data: "\uFFFD"\n', { data: '"\uFFFD"', value: '\uFFFD', problem: 'not-utf-8' }),
    event('data: 2\n', { data: '2', value: 2 }),
    event('\uFFFD\n', { problem: 'not-utf-8' }),
  ])
})

it.each([
  { it: 'in one chunk', cut: cutAt },
  { it: 'byte by byte', cut: oneByOne },
])('reports a frame over the bound once, drops its rest and reads on, $it', ({ cut }) => {
  const text = `data: "${'x'.repeat(3000)}"\ndata: more\r\n\r\ndata: 1\n\n`
  expect(decodeAll(cut(text, []), { maxBytes: 2000 }).frames).toEqual([
    { kind: 'event', fields: [], raw: `data: "${'x'.repeat(1017)}`, value: undefined, problem: 'too-long' },
    event('data: 1\n', { data: '1', value: 1 }),
  ])
})

it.each([
  { it: 'in one chunk', cut: cutAt },
  { it: 'byte by byte', cut: oneByOne },
])('takes a frame of just the bound, and refuses one byte more, $it', ({ cut }) => {
  const problems = (text: string) => decodeAll(cut(text, []), { maxBytes: 8 }).frames.map(({ problem }) => problem)
  expect(problems('data: 1\n\ndata: 12\n\ndata: 1\n\n')).toEqual([undefined, 'too-long', undefined])
})

it('says nothing is unfinished when a frame over the bound was reported already', () =>
  expect(decodeAll(cutAt('data: 12345', []), { maxBytes: 8 })).toEqual({
    frames: [{ kind: 'event', fields: [], raw: 'data: 12', value: undefined, problem: 'too-long' }],
  }))

// Quadratic work would run into the timeout of the test by far.
it.each([
  { it: 'of 10 MB in chunks of 64 bytes', size: 10_000_000, step: 64 },
  { it: 'of 1 MB byte by byte', size: 1_000_000, step: 1 },
])('reads a line $it', { timeout: 20_000 }, ({ size, step }) => {
  const decoder = createSseDecoder()
  const bytes = new TextEncoder().encode(`data: "${'x'.repeat(size)}"\n\n`)
  const lengths: (number | undefined)[] = []
  for (let at = 0; at < bytes.length; at += step) {
    for (const { data } of decoder.decode(bytes.subarray(at, at + step))) lengths.push(data?.length)
  }
  expect(lengths).toEqual([size + 2])
})
