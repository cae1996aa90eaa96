import type { Doubling, Edges, Position, PositionAutomaton, Ways } from './positions.ts'

/** A shortest word of letters with two derivations, and where they part. */
export interface Ambiguity {
  readonly word: readonly number[]
  readonly cause: Doubling | Fork
}

/** The letter at `index` of the word may be either occurrence. */
export interface Fork {
  readonly kind: 'fork'
  readonly index: number
  readonly either: Position
  readonly or: Position
}

/** Two ways through the position automaton that spell the same letters; -1 is the start. */
interface Walk {
  readonly either: number
  readonly or: number
  /** Set once the two ways are different ways. */
  readonly cause: Doubling | Fork | undefined
  readonly word: Word | undefined
}

/** A word, last letter first: walks share what they have in common. */
interface Word {
  readonly letter: number
  readonly length: number
  readonly before: Word | undefined
}

/**
 * Walks the product of the position automaton with itself, breadth first: the first pair of different ways that both may
 * end there is a shortest ambiguous word. No such pair: every word has at most one derivation.
 */
export function findAmbiguity(automaton: PositionAutomaton): Ambiguity | undefined {
  const steps = [automaton.first, ...automaton.follow].map((edges) => byLetter(edges, automaton.positions))
  const walks: Walk[] = [{ either: -1, or: -1, cause: undefined, word: undefined }]
  const passed = new Set<number>()
  for (const walk of walks) {
    const cause = causeAtEnd(automaton, walk)
    if (cause) return { word: lettersOf(walk.word), cause }
    for (const next of stepsFrom(steps, automaton.positions, walk)) {
      const key = keyOf(next, steps.length)
      if (passed.has(key)) continue
      passed.add(key)
      walks.push(next)
    }
  }
  return undefined
}

/** By letter: the positions that take it, and in how many ways they are reached. */
type Steps = ReadonlyMap<number, readonly { readonly to: number; readonly ways: Ways }[]>

function byLetter(edges: Edges, positions: readonly Position[]): Steps {
  const steps = new Map<number, { to: number; ways: Ways }[]>()
  for (const [to, ways] of [...edges].sort(([a], [b]) => a - b)) {
    for (const letter of positions[to]?.letters ?? []) steps.set(letter, [...(steps.get(letter) ?? []), { to, ways }])
  }
  return new Map([...steps].sort(([a], [b]) => a - b))
}

function causeAtEnd({ empty, last }: PositionAutomaton, { either, or, cause }: Walk): Doubling | Fork | undefined {
  const waysOf = (position: number) => (position === -1 ? empty : (last.get(position) ?? 'none'))
  const ways = waysOf(either)
  if (ways === 'none' || waysOf(or) === 'none') return undefined
  return cause ?? (ways === 'one' ? undefined : ways)
}

function* stepsFrom(steps: readonly Steps[], positions: readonly Position[], walk: Walk): Generator<Walk> {
  for (const [letter, ones] of steps[walk.either + 1] ?? []) {
    const word = { letter, length: (walk.word?.length ?? 0) + 1, before: walk.word }
    for (const one of ones) {
      for (const other of steps[walk.or + 1]?.get(letter) ?? []) {
        // While the two ways are the same, a fork and its mirror image are one.
        if (walk.cause === undefined && other.to < one.to) continue
        const cause = walk.cause ?? causeOf(one, other, word, positions)
        yield { either: one.to, or: other.to, cause, word }
      }
    }
  }
}

function causeOf(
  one: { readonly to: number; readonly ways: Ways },
  other: { readonly to: number },
  word: Word,
  positions: readonly Position[],
): Doubling | Fork | undefined {
  if (one.to === other.to) return one.ways === 'none' || one.ways === 'one' ? undefined : one.ways
  const [either, or] = [positions[one.to], positions[other.to]]
  return either && or ? { kind: 'fork', index: word.length - 1, either, or } : undefined
}

function keyOf({ either, or, cause }: Walk, size: number): number {
  return ((either + 1) * size + or + 1) * 2 + (cause ? 1 : 0)
}

function lettersOf(word: Word | undefined): readonly number[] {
  const letters: number[] = []
  for (let at = word; at !== undefined; at = at.before) letters.push(at.letter)
  return letters.reverse()
}
