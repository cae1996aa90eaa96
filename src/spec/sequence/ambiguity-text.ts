import { joinPointer } from '../pointer.ts'
import type { Alphabet } from './alphabet.ts'
import type { Ambiguity, Fork } from './ambiguity.ts'
import type { Doubling, Position } from './positions.ts'
import { formatSpot } from './rule.ts'

/** What to tell the author of ambiguous rules, and the JSON Pointer of the rule to look at. */
export interface AmbiguityText {
  readonly at: string
  readonly reason: string
  readonly advice: string
}

/** Says which shortest stream can be read in two ways, and which two. */
export function describeAmbiguity({ word, cause }: Ambiguity, { letters }: Alphabet): AmbiguityText {
  const names = word.map((letter) => letters[letter]?.name ?? '')
  const stream = names.length === 0 ? 'the empty stream' : `the stream \`${names.join(' ')}\``
  const { rule, ways, advice } = cause.kind === 'fork' ? describeFork(cause, names.length) : describeDoubling(cause)
  const reason = `the rules are ambiguous: ${stream} can be read in two ways: ${ways}`
  return { at: joinPointer('/rules', rule), reason, advice }
}

interface Ways {
  readonly rule: string
  readonly ways: string
  readonly advice: string
}

function describeDoubling({ kind, rule, spot }: Doubling): Ways {
  const { ways, advice } = DOUBLINGS[kind]
  return { rule, ways: `at ${formatSpot(spot)} of rule \`${rule}\`, ${ways}`, advice }
}

const DOUBLINGS: Readonly<Record<Doubling['kind'], Omit<Ways, 'rule'>>> = {
  'empty-repeat': {
    ways: 'what may be empty is repeated, so a round of nothing may be added or left out',
    advice: 'Let each round take at least one word.',
  },
  'empty-option': {
    ways: 'what may be empty is optional, so it is left out or it is there and empty',
    advice: 'Remove the `?`.',
  },
  'empty-choice': {
    ways: 'two of the alternatives may be empty',
    advice: 'Let at most one alternative be empty.',
  },
  'nested-repeat': {
    ways: 'a repeat is repeated, so the next word is one more round of the inner or of the outer one',
    advice: 'Remove one of the marks.',
  },
}

function describeFork({ index, either, or }: Fork, length: number): Ways {
  const which = length === 1 ? 'it' : `event ${index + 1}`
  return {
    rule: or.trail.at(-1)?.rule ?? 'stream',
    ways: `${which} is ${formatPosition(either)}, or ${formatPosition(or)}`,
    advice: 'Let one word decide which way it goes.',
  }
}

function formatPosition({ word, trail }: Position): string {
  const path = trail.map(({ rule, spot }) => `${formatSpot(spot)} of \`${rule}\``)
  return `the \`${word}\` at ${path.reverse().join(', used at ')}`
}
