import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutTokens } from '../../src/run/flow/tokens.ts'

it.each([
  { it: 'words with the space before them', text: 'The Moon pulls.', want: ['The', ' Moon', ' pulls', '.'] },
  { it: 'long words into pieces', text: 'internationalization', want: ['intern', 'ationa', 'lizati', 'on'] },
  { it: 'numbers into groups', text: 'in 12345', want: ['in', ' 123', '45'] },
  { it: 'line ends by themselves', text: 'a\n\nb\r\nc', want: ['a', '\n\n', 'b\r\n', 'c'] },
  { it: 'no joined emoji', text: '👨‍👩‍👧🇪🇺👍🏿', want: ['👨‍👩‍👧🇪🇺', '👍🏿'] },
  { it: 'no combined letter', text: 'cafe\u0301s', want: ['caf', 'e\u0301s'] },
  { it: 'no Hangul syllable', text: '\u1112\u1161\u11ab한글', want: ['\u1112\u1161\u11ab한', '글'] },
  { it: 'CJK by one or two', text: '漢字仮名。', want: ['漢字', '仮名', '。'] },
  { it: 'nothing into nothing', text: '', want: [] },
])('cuts $it', ({ text, want }) => expect(cutTokens(text)).toEqual(want))

const PIECES = [
  'a',
  'word',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\u0301',
  '\u200d',
  '👩',
  '🏽',
  '🚀',
  '🇪',
  '🇺',
  '❤️',
  '한',
  '\u1161',
  '漢',
  'が',
  'हि',
  '्',
  'न्',
  '\u0600',
  '1',
  '\ud83d',
  '\udc69',
  '\u2028',
  'שָׁ',
  'é',
  '\u0903',
]

it('cuts only between graphemes, and the pieces join to the text', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const text = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.array(fc.constantFrom(...PIECES), { minLength: 200, maxLength: 500 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (given) => {
      const tokens = cutTokens(given)
      expect(tokens.join('')).toBe(given)
      const ends = new Set([...segmenter.segment(given)].map(({ index, segment }) => index + segment.length))
      let end = 0
      for (const token of tokens) {
        end += token.length
        if (!ends.has(end)) throw new Error(`a cut at ${end} of ${JSON.stringify(given)}`)
      }
    }),
    { numRuns: 1500 },
  )
})

it('goes on past a grapheme that is longer than its window', () => {
  const long = `x${'\u0301'.repeat(1000)}${'👩‍'.repeat(300)}👩`
  expect(cutTokens(`${long} end`)).toEqual([long, ' ', 'end'])
})
