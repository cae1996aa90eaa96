import type { Alphabet } from './alphabet.ts'
import type { Edges, PositionAutomaton } from './positions.ts'

/** The deterministic machine of a sequence: states are numbers, 0 is the start. */
export interface Automaton {
  readonly size: number
  /** By state, then letter: the next state, or -1 when the letter is wrong there. */
  readonly moves: readonly Int32Array[]
  /** By state: the letters that the rules take there, anywhere-events and what follows the end left out. */
  readonly ordered: readonly (readonly number[])[]
  /** By state: the stream may end there. */
  readonly accepting: readonly boolean[]
  /** By state: the stream has ended, only events of `after` are legal. */
  readonly over: readonly boolean[]
  /** By state: the states that some letters lead to, itself included. */
  readonly reach: readonly (readonly number[])[]
}

/** Letters that are legal outside the rules. */
export interface FreeLetters {
  /** Legal at any point before the end. */
  readonly anywhere: ReadonlySet<number>
  /** Legal wherever the stream may have ended. */
  readonly after: ReadonlySet<number>
}

/** More states than this come from rules that keep count of what was long ago; they would fill the memory. */
export const MOST_STATES = 1000

/** Subset construction; `undefined` when it takes more than `MOST_STATES` states. */
export function createAutomaton(
  positions: PositionAutomaton,
  { letters }: Alphabet,
  free: FreeLetters,
): Automaton | undefined {
  const subsets = [createSubset(positions, [START])]
  const known = new Map([[START.toString(), 0]])
  const moves: Int32Array[] = []
  for (const subset of subsets) {
    if (subsets.length > MOST_STATES) return undefined
    const row = new Int32Array(letters.length).fill(-1)
    for (const letter of letters.keys()) {
      const members = membersAfter(subset, letter, free)
      if (members.length === 0) continue
      const key = members.join()
      const state = known.get(key) ?? subsets.push(createSubset(positions, members)) - 1
      known.set(key, state)
      row[letter] = state
    }
    moves.push(row)
  }
  return {
    size: subsets.length,
    moves,
    ordered: subsets.map(({ next }) => [...next.keys()].sort((a, b) => a - b)),
    accepting: subsets.map(({ accepting }) => accepting),
    over: subsets.map(({ next }) => next.size === 0),
    reach: moves.map((_, state) => reachFrom(moves, state)),
  }
}

/** Positions the stream may be at, with what the rules take from there. */
interface Subset {
  readonly members: readonly number[]
  readonly accepting: boolean
  readonly next: ReadonlyMap<number, ReadonlySet<number>>
}

const START = -1
/** Where a letter of `after` leads: nothing of the rules comes any more. */
const ENDED = -2

function createSubset(
  { positions, first, follow, last, empty }: PositionAutomaton,
  members: readonly number[],
): Subset {
  const next = new Map<number, Set<number>>()
  const edgesOf = (member: number): Edges | undefined => (member === START ? first : follow[member])
  for (const to of members.flatMap((member) => [...(edgesOf(member)?.keys() ?? [])])) {
    for (const letter of positions[to]?.letters ?? []) next.set(letter, (next.get(letter) ?? new Set()).add(to))
  }
  const mayEndAt = (member: number) => member === ENDED || (member === START ? empty !== 'none' : last.has(member))
  return { members, accepting: members.some(mayEndAt), next }
}

// A state that is over takes no anywhere-event; before that they change nothing. The rules take no anywhere-event at all.
function membersAfter({ members, accepting, next }: Subset, letter: number, free: FreeLetters): readonly number[] {
  if (free.anywhere.has(letter) && next.size > 0) return members
  const ended = accepting && free.after.has(letter) ? [ENDED] : []
  return [...(next.get(letter) ?? []), ...ended].sort((a, b) => a - b)
}

function reachFrom(moves: readonly Int32Array[], state: number): readonly number[] {
  const reached = new Set([state])
  for (const from of reached) {
    for (const to of moves[from] ?? []) if (to !== -1) reached.add(to)
  }
  return [...reached].sort((a, b) => a - b)
}
