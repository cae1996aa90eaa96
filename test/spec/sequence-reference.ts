import fc from 'fast-check'
import { compileSequence, type Sequence, startSequence, stepSequence } from '../../src/spec/sequence.ts'

/** A rule as a tree: what the slow reference reads, and the machine gets as text. */
export type Grammar =
  | { readonly kind: 'nothing' | 'never' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'then' | 'or'; readonly left: Grammar; readonly right: Grammar }
  | { readonly kind: 'star' | 'plus' | 'option'; readonly item: Grammar }

const NOTHING: Grammar = { kind: 'nothing' }
const NEVER: Grammar = { kind: 'never' }

/** Random grammars over some letters; every part of one takes some word. */
export function grammars(letters: readonly string[], maxDepth = 4): fc.Arbitrary<Grammar> {
  const { grammar } = fc.letrec<{ grammar: Grammar }>((tie) => ({
    grammar: fc.oneof(
      { maxDepth, depthSize: 'small' },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('letter' as const), letter: fc.constantFrom(...letters) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('then' as const), left: tie('grammar'), right: tie('grammar') }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('or' as const), left: tie('grammar'), right: tie('grammar') }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constantFrom('star' as const, 'plus', 'option'), item: tie('grammar') }),
      },
    ),
  }))
  return grammar
}

/** The rules of a grammar as text; `inRule` says, node by node, whether a part becomes a rule of its own. */
export function writeRules(grammar: Grammar, inRule: () => boolean = () => false): Record<string, string> {
  const rules: Record<string, string> = {}
  const write = (part: Grammar): string => {
    const text = writePart(part)
    if (!inRule()) return text
    const name = `rule-${Object.keys(rules).length}`
    rules[name] = text
    return name
  }
  const writePart = (part: Grammar): string => {
    switch (part.kind) {
      case 'letter':
        return part.letter
      case 'then':
        return `(${write(part.left)} ${write(part.right)})`
      case 'or':
        return `(${write(part.left)}|${write(part.right)})`
      case 'star':
        return `(${write(part.item)})*`
      case 'plus':
        return `(${write(part.item)})+`
      case 'option':
        return `(${write(part.item)})?`
      default:
        throw new Error(`no text for ${part.kind}`)
    }
  }
  return { stream: writePart(grammar), ...rules }
}

/** Compiles an x-sequence whose events are `{ event: <name> }`. */
export function sequenceOf(eventNames: readonly string[], rest: Record<string, unknown>): Sequence {
  return compileSequence(
    { symbol: '/event', ...rest },
    { eventNames, where: (pointer) => ({ file: 'test.yaml', pointer }) },
  )
}

/** Judges event values, the end left out. */
export function judgeEvents(sequence: Sequence, events: readonly unknown[]) {
  let state = startSequence(sequence)
  const violations = events.flatMap((event) => {
    const step = stepSequence(sequence, state, event)
    state = step.state
    return step.violations
  })
  return { state, violations }
}

/** Judges a word of event names. */
export function judgeWord(sequence: Sequence, word: readonly string[]) {
  return judgeEvents(
    sequence,
    word.map((event) => ({ event })),
  )
}

/** Whether a grammar takes the empty word. */
export function isNullable(grammar: Grammar): boolean {
  switch (grammar.kind) {
    case 'nothing':
    case 'star':
    case 'option':
      return true
    case 'never':
    case 'letter':
      return false
    case 'plus':
      return isNullable(grammar.item)
    case 'then':
      return isNullable(grammar.left) && isNullable(grammar.right)
    case 'or':
      return isNullable(grammar.left) || isNullable(grammar.right)
  }
}

/** What may follow after a letter. @see https://en.wikipedia.org/wiki/Brzozowski_derivative */
export function derive(grammar: Grammar, letter: string): Grammar {
  switch (grammar.kind) {
    case 'nothing':
    case 'never':
      return NEVER
    case 'letter':
      return grammar.letter === letter ? NOTHING : NEVER
    case 'option':
      return derive(grammar.item, letter)
    case 'star':
      return then(derive(grammar.item, letter), grammar)
    case 'plus':
      return then(derive(grammar.item, letter), { kind: 'star', item: grammar.item })
    case 'or':
      return or(derive(grammar.left, letter), derive(grammar.right, letter))
    case 'then': {
      const first = then(derive(grammar.left, letter), grammar.right)
      return isNullable(grammar.left) ? or(first, derive(grammar.right, letter)) : first
    }
  }
}

function then(left: Grammar, right: Grammar): Grammar {
  if (left.kind === 'never' || right.kind === 'never') return NEVER
  if (left.kind === 'nothing') return right
  return right.kind === 'nothing' ? left : { kind: 'then', left, right }
}

// Without this the derivatives of a long word would double in size with every letter.
function or(left: Grammar, right: Grammar): Grammar {
  if (left.kind === 'never') return right
  if (right.kind === 'never' || JSON.stringify(left) === JSON.stringify(right)) return left
  return { kind: 'or', left, right }
}

/** The letters that may come next; every part of a derivative takes some word, so each of them can be completed. */
export function nextLetters(grammar: Grammar, letters: readonly string[]): string[] {
  return letters.filter((letter) => derive(grammar, letter).kind !== 'never')
}

/** How many derivations a word has; `Infinity` when rounds of nothing may be added. */
export function countDerivations(grammar: Grammar, word: readonly string[]): number {
  switch (grammar.kind) {
    case 'nothing':
      return word.length === 0 ? 1 : 0
    case 'never':
      return 0
    case 'letter':
      return word.length === 1 && word[0] === grammar.letter ? 1 : 0
    case 'option':
      return (word.length === 0 ? 1 : 0) + countDerivations(grammar.item, word)
    case 'or':
      return countDerivations(grammar.left, word) + countDerivations(grammar.right, word)
    case 'then':
      return sum(word, (start, end) =>
        product(countDerivations(grammar.left, start), () => countDerivations(grammar.right, end)),
      )
    case 'plus':
      return countRounds(grammar.item, word, false)
    case 'star':
      return countRounds(grammar.item, word, true)
  }
}

// Rounds that take something are counted by where they end; if a round may take nothing, there is no end of them.
function countRounds(item: Grammar, word: readonly string[], mayBeNone: boolean): number {
  if (isNullable(item)) return takesRounds(item, word) ? Number.POSITIVE_INFINITY : 0
  if (word.length === 0) return mayBeNone ? 1 : 0
  return sum(word, (start, end) =>
    start.length === 0 ? 0 : product(countDerivations(item, start), () => countRounds(item, end, true)),
  )
}

function takesRounds(item: Grammar, word: readonly string[]): boolean {
  return isNullable(word.reduce(derive, { kind: 'star', item }))
}

function sum(word: readonly string[], count: (start: readonly string[], end: readonly string[]) => number): number {
  let total = 0
  for (let at = 0; at <= word.length; at++) total += count(word.slice(0, at), word.slice(at))
  return total
}

function product(left: number, right: () => number): number {
  const more = left === 0 ? 0 : right()
  return more === 0 ? 0 : left * more
}

/** All words over some letters, shortest first. */
export function* wordsUpTo(length: number, letters: readonly string[]): Generator<readonly string[]> {
  let words: (readonly string[])[] = [[]]
  for (let size = 0; size <= length; size++) {
    yield* words
    words = words.flatMap((word) => letters.map((letter) => [...word, letter]))
  }
}
