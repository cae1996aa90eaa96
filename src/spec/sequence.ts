import type { Place } from '../errors.ts'
import { pointerTokens } from './pointer.ts'
import { type Alphabet, createAlphabet } from './sequence/alphabet.ts'
import { findAmbiguity } from './sequence/ambiguity.ts'
import { describeAmbiguity } from './sequence/ambiguity-text.ts'
import { type Automaton, createAutomaton, type FreeLetters, MOST_STATES } from './sequence/automaton.ts'
import { createPairs, type Pair } from './sequence/pairs.ts'
import { createPositions, MOST_POSITIONS, type PositionAutomaton } from './sequence/positions.ts'
import { createRepair, type Repair } from './sequence/repair.ts'
import { checkSymbols, parseRules } from './sequence/rules.ts'
import { type FinerSymbol, type PairRule, readSequenceSource, type SequenceSource } from './sequence/source.ts'

export {
  endSequence,
  expectedAfter,
  isOver,
  startSequence,
  stepSequence,
} from './sequence/judge.ts'
export { formatViolation, type SequenceViolation } from './sequence/violation.ts'

/** The legal order of a stream's events, compiled from `x-sequence`. */
export interface Sequence {
  /** Names of the event union, as given. */
  readonly eventNames: readonly string[]
  readonly symbols: readonly FinerSymbol[]
  /** As written, by name; `stream` is the start. */
  readonly rules: ReadonlyMap<string, string>
  readonly anywhere: readonly string[]
  readonly after: readonly string[]
  readonly pairs: readonly PairRule[]
  /** JSON Pointers of what is the same in every event that has it; `null` counts as not having it. */
  readonly constant: readonly string[]
  /** Order, pairs and constants are inferred. */
  readonly assumed: boolean
  /** The finest name of an event value: its finer symbol or event name; `undefined` when the spec knows none. */
  symbolOf(event: unknown): string | undefined
  /** Whether an event value has a name, and the spec does not know it. */
  isForeign(event: unknown): boolean
  readonly machine: SequenceMachine
}

/** Tables for `stepSequence`; of no use elsewhere. */
export interface SequenceMachine {
  readonly symbol: string
  readonly alphabet: Alphabet
  readonly automaton: Automaton
  readonly repair: Repair
  readonly pairs: readonly Pair[]
  readonly constants: readonly { readonly pointer: string; readonly tokens: readonly string[] }[]
  /** Letters that the rules know. */
  readonly ordered: ReadonlySet<number>
}

export interface SequenceContext {
  /** Names of the event union. */
  readonly eventNames: readonly string[]
  /** Place of a JSON Pointer relative to the `x-sequence` object. */
  readonly where: (pointer: string) => Place
}

/** Compiles an `x-sequence`, already parsed from YAML. Throws `spec-invalid` with the line that is wrong. */
export function compileSequence(source: unknown, { eventNames, where }: SequenceContext): Sequence {
  const read = readSequenceSource(source, where)
  const alphabet = createAlphabet(read, eventNames)
  const positions = compileRules(read, alphabet)
  const ordered = new Set(positions.positions.flatMap(({ letters }) => letters))
  const automaton = compileAutomaton(read, alphabet, positions, ordered)
  const { symbols, rules, anywhere, after, pairs, constant, assumed } = read
  return {
    eventNames,
    symbols,
    rules,
    anywhere,
    after,
    pairs,
    constant,
    assumed,
    symbolOf(event) {
      const reading = alphabet.read(event)
      return reading.kind === 'letter' ? alphabet.letters[reading.letter]?.name : undefined
    },
    isForeign: (event) => alphabet.read(event).kind === 'foreign',
    machine: {
      symbol: read.symbol,
      alphabet,
      automaton,
      repair: createRepair(automaton),
      pairs: createPairs(read, alphabet),
      constants: constant.map((pointer) => ({ pointer, tokens: pointerTokens(pointer) })),
      ordered,
    },
  }
}

function compileRules(source: SequenceSource, alphabet: Alphabet): PositionAutomaton {
  const positions = createPositions(parseRules(source, alphabet), alphabet)
  if (positions === undefined) {
    const reason = `the rules come to more than ${MOST_POSITIONS} words when written out`
    throw source.reader.error('/rules', reason, 'Use each rule in fewer places.')
  }
  const ambiguity = findAmbiguity(positions)
  if (ambiguity === undefined) return positions
  const { at, reason, advice } = describeAmbiguity(ambiguity, alphabet)
  throw source.reader.error(at, reason, advice)
}

function compileAutomaton(
  source: SequenceSource,
  alphabet: Alphabet,
  positions: PositionAutomaton,
  ordered: ReadonlySet<number>,
): Automaton {
  const automaton = createAutomaton(positions, alphabet, readFreeLetters(source, alphabet, ordered))
  if (automaton) return automaton
  const reason = `the rules need more than ${MOST_STATES} states`
  throw source.reader.error('/rules', reason, 'Let a word depend less on words long before it.')
}

function readFreeLetters(source: SequenceSource, alphabet: Alphabet, ordered: ReadonlySet<number>): FreeLetters {
  checkSymbols(source, alphabet, source.anywhere, '/anywhere')
  checkSymbols(source, alphabet, source.after, '/after')
  const lettersOf = (words: readonly string[]) => new Set(words.flatMap((word) => alphabet.lettersOf(word) ?? []))
  const inRules = source.anywhere.findIndex((word) => alphabet.lettersOf(word)?.some((letter) => ordered.has(letter)))
  if (inRules === -1) return { anywhere: lettersOf(source.anywhere), after: lettersOf(source.after) }
  const reason = `\`${source.anywhere[inRules]}\` stands in the rules, too`
  throw source.reader.error(
    `/anywhere/${inRules}`,
    reason,
    'An event is either legal anywhere or has its place: remove one.',
  )
}
