import { pointerTokens, readTokens } from '../pointer.ts'
import type { FinerSymbol, SequenceSource } from './source.ts'

/** What the machine tells apart: a finer symbol, or the rest of an event name, which then bears that name. */
export interface Letter {
  readonly name: string
  readonly event: string
}

/** What an event value is to a sequence; a letter is an index into `Alphabet.letters`. */
export type Reading =
  | { readonly kind: 'letter'; readonly letter: number }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unnamed'; readonly actual: unknown }

export interface Alphabet {
  readonly letters: readonly Letter[]
  /** The letters that a word of the sequence covers: an event name covers its finer symbols too. */
  lettersOf(word: string): readonly number[] | undefined
  read(event: unknown): Reading
  /** Words for letters, sorted; the name of an event stands for its finer symbols when it covers them. */
  namesOf(letters: Iterable<number>): readonly string[]
}

/** Letters in the order of the event names, finer symbols before the rest of their event. */
export function createAlphabet({ symbol, symbols }: SequenceSource, eventNames: readonly string[]): Alphabet {
  const letters = eventNames.flatMap((event) => [
    ...symbols.filter((finer) => finer.event === event).map(({ name }) => ({ name, event })),
    { name: event, event },
  ])
  const covered = coverWords(letters)
  const readings = new Map(eventNames.map((event) => [event, createReading(event, symbols, letters)]))
  const tokens = pointerTokens(symbol)
  return {
    letters,
    lettersOf: (word) => covered.get(word),
    read(event) {
      const name = readTokens(event, tokens)
      if (typeof name !== 'string') return { kind: 'unnamed', actual: name }
      return readings.get(name)?.(event) ?? { kind: 'foreign', name }
    },
    namesOf: (found) => namesOf(letters, covered, new Set(found)),
  }
}

function coverWords(letters: readonly Letter[]): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>()
  for (const [letter, { name, event }] of letters.entries()) {
    for (const word of new Set([name, event])) words.set(word, [...(words.get(word) ?? []), letter])
  }
  return words
}

function createReading(event: string, symbols: readonly FinerSymbol[], letters: readonly Letter[]) {
  const readingOf = (name: string): Reading => ({
    kind: 'letter',
    letter: letters.findIndex((letter) => letter.name === name),
  })
  const rest = readingOf(event)
  const finer = symbols
    .filter((symbol) => symbol.event === event)
    .map(({ name, when }) => ({
      reading: readingOf(name),
      when: when.map(({ pointer, values }) => ({ tokens: pointerTokens(pointer), values: new Set<unknown>(values) })),
    }))
  return (value: unknown): Reading => {
    const symbol = finer.find(({ when }) => when.every(({ tokens, values }) => values.has(readTokens(value, tokens))))
    return symbol?.reading ?? rest
  }
}

function namesOf(
  letters: readonly Letter[],
  covered: ReadonlyMap<string, readonly number[]>,
  found: ReadonlySet<number>,
): readonly string[] {
  const whole = (event: string) => covered.get(event)?.every((letter) => found.has(letter)) ?? false
  const words = [...found]
    .flatMap((index) => letters[index] ?? [])
    .map(({ name, event }) => (whole(event) ? event : name))
  return [...new Set(words)].sort()
}
