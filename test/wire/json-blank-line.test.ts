import { expect, it } from 'vitest'
import { encodeJsonBlankLine } from '../../src/wire/json-blank-line.ts'
import type { DecodedFrame, WireFrame } from '../../src/wire/wire-frame.ts'
import { cutAt, type Decoded, decodeAll, oneByOne } from './decode-all.ts'

const REFUSED: readonly { it: string; given: WireFrame; want: string }[] = [
  {
    it: 'refuses a frame of nothing',
    given: {},
    want: 'Failed to encode a frame: its data must be a JSON object on one line, got none.',
  },
  {
    it: 'refuses data of several lines',
    given: { data: '{\n}' },
    want: String.raw`Failed to encode a frame: its data must be a JSON object on one line, got "{\n}".`,
  },
  {
    it: 'refuses data that is no object',
    given: { data: '[1]' },
    want: 'Failed to encode a frame: its data must be a JSON object on one line, got "[1]".',
  },
  {
    it: 'refuses a comment',
    given: { comment: 'wait' },
    want: 'Failed to encode "comment": a frame of bare JSON has data only.',
  },
  {
    it: 'refuses an id',
    given: { data: '{}', id: '7' },
    want: 'Failed to encode "id": a frame of bare JSON has data only.',
  },
]
it.each(REFUSED)('$it', ({ given, want }) => expect(() => encodeJsonBlankLine(given)).toThrow(new TypeError(want)))

it('writes an object and a blank line', () =>
  expect(encodeJsonBlankLine({ data: '{"event":"a\u2028"}' })).toBe('{"event":"a\u2028"}\n\n'))

const bare = (raw: string, value: unknown, rest: Partial<DecodedFrame> = {}): DecodedFrame => ({
  kind: 'event',
  data: raw.trim(),
  fields: [],
  raw,
  value,
  ...rest,
})
const wrong = (raw: string, problem: 'not-json'): DecodedFrame => bare(raw, undefined, { problem })
const END = '{"event":"end"}'

const CASES: readonly { it: string; given: string; want: Decoded }[] = [
  { it: 'reads nothing from nothing', given: '', want: { frames: [] } },
  { it: 'reads nothing from blank lines', given: '\n\r\n\r\r\n', want: { frames: [] } },
  { it: 'reads an object', given: `${END}\n\n`, want: { frames: [bare(`${END}\n`, { event: 'end' })] } },
  {
    it: 'reads white space in and around an object',
    given: ' {"event": "end" }\t\n\n',
    want: { frames: [bare(' {"event": "end" }\t\n', { event: 'end' })] },
  },
  {
    it: 'passes over several blank lines',
    given: '\n{"n":1}\n\n\n{"n":2}\n\n\n\n',
    want: { frames: [bare('{"n":1}\n', { n: 1 }), bare('{"n":2}\n', { n: 2 })] },
  },
  {
    it: 'reads lines that end with CRLF',
    given: '{"n":1}\r\n\r\n{"n":2}\r\n\r\n',
    want: { frames: [bare('{"n":1}\r\n', { n: 1 }), bare('{"n":2}\r\n', { n: 2 })] },
  },
  {
    it: 'passes over a byte order mark at the start',
    given: `\uFEFF${END}\n\n`,
    want: { frames: [bare(`${END}\n`, { event: 'end' })] },
  },
  { it: 'marks what is no JSON', given: '{"n":\n\n', want: { frames: [wrong('{"n":\n', 'not-json')] } },
  { it: 'marks JSON that is no object', given: '[1]\n\n', want: { frames: [wrong('[1]\n', 'not-json')] } },
  {
    it: 'marks two objects without a blank line between them',
    given: '{"n":1}\n{"n":2}\n\n',
    want: { frames: [wrong('{"n":1}\n{"n":2}\n', 'not-json')] },
  },
  {
    it: 'gives an object without its blank line as unfinished',
    given: `{"n":1}\n\n${END}\n`,
    want: { frames: [bare('{"n":1}\n', { n: 1 })], unfinished: `${END}\n` },
  },
  {
    it: 'reads a server-sent event as one, and marks it',
    given: `event: token\ndata: ${END}\n\n`,
    want: {
      frames: [
        {
          kind: 'event',
          event: 'token',
          data: END,
          fields: [
            { name: 'event', value: 'token' },
            { name: 'data', value: END },
          ],
          raw: `event: token\ndata: ${END}\n`,
          value: { event: 'end' },
          problem: 'other-framing',
          met: 'sse',
        },
      ],
    },
  },
  {
    it: 'marks a keep-alive comment',
    given: ': wait\n\n',
    want: {
      frames: [
        {
          kind: 'comment',
          comment: 'wait',
          fields: [],
          raw: ': wait\n',
          value: undefined,
          problem: 'other-framing',
          met: 'sse',
        },
      ],
    },
  },
]

it.each(CASES)('$it', ({ given, want }) => {
  expect(decodeAll(cutAt(given, []), { framing: 'json-blank-line' })).toEqual(want)
  expect(decodeAll(oneByOne(given), { framing: 'json-blank-line' })).toEqual(want)
})

it('drops an object that is too long', () =>
  expect(decodeAll(cutAt('{"text":"0123456789"}\n\n{}\n\n', []), { framing: 'json-blank-line', maxBytes: 8 })).toEqual({
    frames: [{ kind: 'event', fields: [], raw: '{"text":', value: undefined, problem: 'too-long' }, bare('{}\n', {})],
  }))

it('shows bare objects among server-sent events, and marks them', () =>
  expect(decodeAll(cutAt(`data: ${END}\n\n${END}\n\nnothing\n\n`, [])).frames).toMatchObject([
    { value: { event: 'end' } },
    bare(`${END}\n`, { event: 'end' }, { problem: 'other-framing', met: 'json-blank-line' }),
    { value: undefined, problem: 'unknown-fields' },
  ]))
