import { expect, it } from 'vitest'
import { encodeComment, encodeField, encodeSse } from '../../src/wire/sse.ts'
import type { WireFrame } from '../../src/wire/wire-frame.ts'

const WRITTEN: readonly { it: string; given: WireFrame; want: string }[] = [
  { it: 'writes data alone', given: { data: '{"a":1}' }, want: 'data: {"a":1}\n\n' },
  { it: 'writes an event without data', given: { event: 'ping' }, want: 'event: ping\n\n' },
  { it: 'writes an id alone', given: { id: '7' }, want: 'id: 7\n\n' },
  { it: 'writes a comment alone', given: { comment: 'keep-alive' }, want: ': keep-alive\n\n' },
  { it: 'writes an empty comment', given: { comment: '' }, want: ': \n\n' },
  { it: 'writes a comment of two lines', given: { comment: 'a\r\nb' }, want: ': a\n: b\n\n' },
  {
    it: 'writes everything in one frame',
    given: { data: 'x', retry: 3000, id: '7', event: 'token', comment: 'hi' },
    want: ': hi\nevent: token\nid: 7\nretry: 3000\ndata: x\n\n',
  },
  {
    it: 'splits data at every kind of line end',
    given: { data: 'a\rb\r\nc\nd' },
    want: 'data: a\ndata: b\ndata: c\ndata: d\n\n',
  },
  { it: 'keeps line ends in a row', given: { data: 'a\n\nb\n' }, want: 'data: a\ndata: \ndata: b\ndata: \n\n' },
  { it: 'keeps empty data', given: { event: 'end', data: '' }, want: 'event: end\ndata: \n\n' },
  { it: 'keeps the spaces data begins with', given: { data: '  x' }, want: 'data:   x\n\n' },
  { it: 'writes text as it is', given: { data: '"héllo 👋 \u2028"' }, want: 'data: "héllo 👋 \u2028"\n\n' },
]
it.each(WRITTEN)('$it', ({ given, want }) => expect(encodeSse(given)).toBe(want))

const REFUSED: readonly { it: string; given: WireFrame; want: string }[] = [
  {
    it: 'refuses a frame of nothing',
    given: {},
    want: 'Failed to encode a frame: it is empty. Give it an event, data or a comment.',
  },
  {
    it: 'refuses a line feed in an event',
    given: { event: 'a\ndata: b' },
    want: String.raw`Failed to encode "event": it must be one line, got "a\ndata: b".`,
  },
  {
    it: 'refuses a carriage return in an event',
    given: { event: 'a\r' },
    want: String.raw`Failed to encode "event": it must be one line, got "a\r".`,
  },
  {
    it: 'refuses a line break in an id',
    given: { id: '1\r\n2' },
    want: String.raw`Failed to encode "id": it must be one line, got "1\r\n2".`,
  },
  {
    it: 'refuses an id that readers ignore',
    given: { id: '1\u00002' },
    want: 'Failed to encode "id": readers ignore an id with a NULL character.',
  },
  {
    it: 'refuses half a millisecond of retry',
    given: { retry: 0.5 },
    want: 'Failed to encode "retry": it must be a whole number of milliseconds, got 0.5.',
  },
  {
    it: 'refuses a negative retry',
    given: { retry: -1 },
    want: 'Failed to encode "retry": it must be a whole number of milliseconds, got -1.',
  },
]
it.each(REFUSED)('$it', ({ given, want }) => expect(() => encodeSse(given)).toThrow(new TypeError(want)))

it('writes any field as a line', () => expect(encodeField('x-trace', 'ab: c')).toBe('x-trace: ab: c\n'))

it.each(['', 'a:b', 'a\n'])('refuses the field name %j', (name) =>
  expect(() => encodeField(name, 'x')).toThrow('a name has no colon and no line break, and is not empty'))

it('puts a comment in front of a frame', () =>
  expect(encodeComment('wait') + encodeSse({ data: '1' })).toBe(': wait\ndata: 1\n\n'))
