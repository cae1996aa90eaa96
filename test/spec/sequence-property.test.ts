import fc from 'fast-check'
import { expect, it } from 'vitest'
import { endSequence, expectedAfter, isOver, type Sequence } from '../../src/spec/sequence.ts'
import {
  countDerivations,
  derive,
  type Grammar,
  grammars,
  isNullable,
  judgeEvents,
  judgeWord,
  nextLetters,
  sequenceOf,
  wordsUpTo,
  writeRules,
} from './sequence-reference.ts'

const LETTERS = ['a', 'b', 'c']
const NAMES = [...LETTERS, 'ping']

interface Case {
  readonly grammar: Grammar
  readonly rules: Record<string, string>
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(grammars(LETTERS), fc.infiniteStream(fc.integer({ min: 0, max: 3 })))
  .map(([grammar, chances]) => ({ grammar, rules: writeRules(grammar, () => chances.next().value === 0) }))

const words = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 })

/** `undefined` when the rules are ambiguous: that verdict has a property of its own. */
function compile(rules: Record<string, string>, rest: Record<string, unknown> = {}): Sequence | undefined {
  const outcome = compileOrWitness(NAMES, { rules, ...rest })
  return 'witness' in outcome ? undefined : outcome.sequence
}

/** Events whose name covers two letters: `a` is `fine` or the rest, `rest`. */
const COVERING = ['a', 'fine', 'b']
const COVERED = ['fine', 'rest', 'b']
const SYMBOLS = { fine: { event: 'a', '/fine': true } }
const eventOf = (letter: string) => (letter === 'b' ? { event: 'b' } : { event: 'a', fine: letter === 'fine' })

/** The same grammar over single letters. */
function expand(grammar: Grammar): Grammar {
  switch (grammar.kind) {
    case 'letter': {
      if (grammar.letter !== 'a') return grammar
      return { kind: 'or', left: { kind: 'letter', letter: 'fine' }, right: { kind: 'letter', letter: 'rest' } }
    }
    case 'then':
    case 'or':
      return { ...grammar, left: expand(grammar.left), right: expand(grammar.right) }
    case 'star':
    case 'plus':
    case 'option':
      return { ...grammar, item: expand(grammar.item) }
    default:
      return grammar
  }
}

/** A word that the grammar takes, steered by numbers; as long as they last, it does not end. */
function steer(grammar: Grammar, choices: readonly number[]): readonly string[] {
  const word: string[] = []
  let rest = grammar
  for (let turn = 0; turn < 60; turn++) {
    const next = nextLetters(rest, LETTERS)
    const choice = choices[turn]
    if (next.length === 0 || (choice === undefined && isNullable(rest))) break
    const letter = choice === undefined ? shortest(rest, next) : next[choice % next.length]
    if (letter === undefined) break
    word.push(letter)
    rest = derive(rest, letter)
  }
  return word
}

function shortest(grammar: Grammar, next: readonly string[]): string | undefined {
  const sizeAfter = (letter: string) => leastLength(derive(grammar, letter))
  return [...next].sort((a, b) => sizeAfter(a) - sizeAfter(b))[0]
}

function leastLength(grammar: Grammar): number {
  switch (grammar.kind) {
    case 'letter':
      return 1
    case 'then':
      return leastLength(grammar.left) + leastLength(grammar.right)
    case 'or':
      return Math.min(leastLength(grammar.left), leastLength(grammar.right))
    case 'plus':
      return leastLength(grammar.item)
    default:
      return 0
  }
}

const steered = cases.chain(({ grammar, rules }) =>
  fc.array(fc.nat(5), { maxLength: 12 }).map((choices) => ({ rules, grammar, word: steer(grammar, choices) })),
)

it('judges every event as the derivative of the rules does', () => {
  let compiled = 0
  fc.assert(
    fc.property(cases, fc.array(words, { minLength: 5, maxLength: 5 }), ({ grammar, rules }, samples) => {
      const sequence = compile(rules)
      if (!sequence) return
      compiled++
      for (const word of samples) {
        let rest = grammar
        for (let length = 0; length <= word.length; length++) {
          const { state, violations } = judgeWord(sequence, word.slice(0, length))
          const next = nextLetters(rest, LETTERS)
          expect(violations).toEqual([])
          expect(expectedAfter(sequence, state)).toEqual({ names: next, free: [], mayEnd: isNullable(rest) })
          expect(isOver(state)).toBe(next.length === 0)
          expect(endSequence(sequence, state, 'closed')).toEqual(
            isNullable(rest) ? [] : [{ kind: 'ended-early', position: length, expected: next }],
          )
          const letter = word[length]
          if (letter === undefined) break
          if (next.includes(letter)) {
            rest = derive(rest, letter)
            continue
          }
          const [violation] = judgeWord(sequence, word.slice(0, length + 1)).violations
          const position = length + 1
          expect(violation).toEqual(
            next.length === 0
              ? { kind: 'after-end', position, got: letter }
              : { kind: 'order', position, got: letter, key: undefined, expected: next, mayEnd: isNullable(rest) },
          )
          break
        }
      }
    }),
    { numRuns: 1200 },
  )
  expect(compiled).toBeGreaterThan(500)
})

it('finds nothing wrong with any start of a legal stream', () => {
  fc.assert(
    fc.property(steered, ({ rules, word }) => {
      const sequence = compile(rules)
      if (!sequence) return
      const { state, violations } = judgeWord(sequence, word)
      expect(violations).toEqual([])
      expect(endSequence(sequence, state, 'closed')).toEqual([])
      expect(endSequence(sequence, state, 'cut')).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

it('finds one fault in a stream with one event added, left out or replaced, unless it is legal still', () => {
  const edits = fc.record({ at: fc.nat(20), remove: fc.nat(1), add: fc.option(fc.constantFrom(...LETTERS)) })
  let edited = 0
  fc.assert(
    fc.property(steered, edits, ({ rules, grammar, word }, { at, remove, add }) => {
      const sequence = compile(rules)
      if (!sequence) return
      const wrong = word.toSpliced(at % (word.length + 1), remove, ...(add === null ? [] : [add]))
      const { state, violations } = judgeWord(sequence, wrong)
      const legal = isNullable(wrong.reduce(derive, grammar))
      if (!legal) edited++
      expect([...violations, ...endSequence(sequence, state, 'closed')]).toHaveLength(legal ? 0 : 1)
    }),
    { numRuns: 2500 },
  )
  expect(edited).toBeGreaterThan(500)
})

it('finds one fault in a stream with any part in the middle missing', () => {
  fc.assert(
    fc.property(steered, fc.nat(20), fc.nat(20), ({ rules, grammar, word }, from, count) => {
      const sequence = compile(rules)
      if (!sequence) return
      const wrong = word.toSpliced(from % (word.length + 1), count)
      const { state, violations } = judgeWord(sequence, wrong)
      const legal = isNullable(wrong.reduce(derive, grammar))
      expect([...violations, ...endSequence(sequence, state, 'closed')]).toHaveLength(legal ? 0 : 1)
    }),
    { numRuns: 1000 },
  )
})

it('finds exactly the foreign events when only they are added', () => {
  fc.assert(
    fc.property(steered, fc.array(fc.nat(20), { maxLength: 3 }), ({ rules, word }, places) => {
      const sequence = compile(rules)
      if (!sequence) return
      const mixed = places.reduce<readonly string[]>((w, at) => w.toSpliced(at % (w.length + 1), 0, 'zzz'), word)
      const { state, violations } = judgeWord(sequence, mixed)
      const foreign = [...mixed.entries()].filter(([, name]) => name === 'zzz')
      expect(violations).toEqual(foreign.map(([index, name]) => ({ kind: 'foreign', position: index + 1, name })))
      expect(endSequence(sequence, state, 'closed')).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

it('takes anywhere-events before the end and nothing of the order from them', () => {
  fc.assert(
    fc.property(steered, fc.array(fc.nat(20), { maxLength: 4 }), ({ rules, grammar, word }, places) => {
      const sequence = compile(rules, { anywhere: ['ping'], after: ['ping'] })
      if (!sequence) return
      const mixed = places.reduce<readonly string[]>((w, at) => w.toSpliced(at % (w.length + 1), 0, 'ping'), word)
      const { state, violations } = judgeWord(sequence, mixed)
      expect(violations).toEqual([])
      const rest = word.reduce(derive, grammar)
      expect(expectedAfter(sequence, state)).toMatchObject({ names: nextLetters(rest, LETTERS), free: ['ping'] })
    }),
    { numRuns: 1000 },
  )
})

it('lets the name of an event cover its finer symbols', () => {
  const samples = fc.array(fc.array(fc.constantFrom(...COVERED), { maxLength: 6 }), { minLength: 5, maxLength: 5 })
  let compiled = 0
  fc.assert(
    fc.property(grammars(COVERING, 3), samples, (grammar, covered) => {
      const single = expand(grammar)
      const outcome = compileOrWitness(['a', 'b'], { rules: writeRules(grammar), symbols: SYMBOLS })
      if ('witness' in outcome) {
        const witness = outcome.witness.map((name) => (name === 'a' ? 'rest' : name))
        expect(countDerivations(single, witness)).toBeGreaterThan(1)
        return
      }
      compiled++
      for (const word of covered) {
        expect(countDerivations(single, word)).toBeLessThan(2)
        const { state, violations } = judgeEvents(outcome.sequence, word.map(eventOf))
        const faults = [...violations, ...endSequence(outcome.sequence, state, 'closed')]
        expect(faults.length === 0).toBe(isNullable(word.reduce(derive, single)))
      }
    }),
    { numRuns: 1000 },
  )
  expect(compiled).toBeGreaterThan(250)
})

it('calls rules ambiguous exactly when some word has two derivations, and shows a shortest one', () => {
  const small = grammars(['a', 'b'], 3)
  let ambiguous = 0
  fc.assert(
    fc.property(small, (grammar) => {
      const outcome = compileOrWitness(['a', 'b'], { rules: writeRules(grammar) })
      const witness = 'witness' in outcome ? outcome.witness : undefined
      if (witness) ambiguous++
      for (const word of wordsUpTo(witness ? witness.length : 5, ['a', 'b'])) {
        if (word.length === witness?.length) break
        expect([word, countDerivations(grammar, word) > 1]).toEqual([word, false])
      }
      if (witness) expect(countDerivations(grammar, witness)).toBeGreaterThan(1)
    }),
    { numRuns: 1500 },
  )
  expect(ambiguous).toBeGreaterThan(200)
})

/** The machine, or the shortest ambiguous stream that its author is told of. */
function compileOrWitness(eventNames: readonly string[], source: Record<string, unknown>) {
  try {
    return { sequence: sequenceOf(eventNames, source) }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('ambiguous: the empty stream')) return { witness: [] }
    const word = /ambiguous: the stream `([^`]*)`/.exec(message)?.[1]
    if (word === undefined) throw error
    return { witness: word.split(' ') }
  }
}
