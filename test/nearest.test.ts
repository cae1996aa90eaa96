import { expect, it } from 'vitest'
import { nearest } from '../src/nearest.ts'

it.each([
  { word: 'txt', legal: ['text', 'takes'], want: 'text' },
  { word: 'itme', legal: ['index', 'item'], want: 'item' },
  { word: 'Text', legal: ['text'], want: 'text' },
  { word: 'node-falure', legal: ['node-failure', 'node'], want: 'node-failure' },
  { word: 'colour', legal: ['number', 'file'], want: undefined },
  { word: 'x', legal: ['id'], want: undefined },
  { word: 'a', legal: [], want: undefined },
])('finds $want for $word', ({ word, legal, want }) => expect(nearest(word, legal)).toBe(want))
