import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPointer, joinPointer, pointerTokens, readPointer } from '../../src/spec/pointer.ts'

// https://www.rfc-editor.org/rfc/rfc6901#section-5
const DOCUMENT = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, ' ': 7, 'm~n': 8, '~1': 9, nothing: null }

const READS = [
  { it: 'reads the whole value', given: '', want: DOCUMENT },
  { it: 'reads a list', given: '/foo', want: ['bar', 'baz'] },
  { it: 'reads an item', given: '/foo/0', want: 'bar' },
  { it: 'reads the empty key', given: '/', want: 0 },
  { it: 'reads a key with a slash', given: '/a~1b', want: 1 },
  { it: 'reads a key with a percent sign', given: '/c%d', want: 2 },
  { it: 'reads a key that is a space', given: '/ ', want: 7 },
  { it: 'reads a key with a tilde', given: '/m~0n', want: 8 },
  { it: 'does not unescape twice', given: '/~01', want: 9 },
  { it: 'reads null', given: '/nothing', want: null },
  { it: 'finds nothing below null', given: '/nothing/x', want: undefined },
  { it: 'finds nothing below a text', given: '/foo/0/length', want: undefined },
  { it: 'finds nothing past a list', given: '/foo/2', want: undefined },
  { it: 'takes no index with leading zeros', given: '/foo/00', want: undefined },
  { it: 'takes no length for an item', given: '/foo/length', want: undefined },
  { it: 'takes no inherited property for a member', given: '/constructor', want: undefined },
]
it.each(READS)('$it', ({ given, want }) => expect(readPointer(DOCUMENT, given)).toEqual(want))

const SYNTAX = [
  { given: '', want: true },
  { given: '/', want: true },
  { given: '/a/0', want: true },
  { given: '/~0~1', want: true },
  { given: 'a', want: false },
  { given: '#/a', want: false },
  { given: '/~', want: false },
  { given: '/~2', want: false },
]
it.each(SYNTAX)('knows whether "$given" is a pointer', ({ given, want }) => expect(isPointer(given)).toBe(want))

it('joins tokens and reads them back', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (tokens) => {
      const pointer = joinPointer('', ...tokens)
      expect(isPointer(pointer)).toBe(true)
      expect(pointerTokens(pointer)).toEqual(tokens)
    }),
  )
})
