import type { Alphabet } from './alphabet.ts'
import type { RuleExpression, Spot } from './rule.ts'
import type { Rules } from './rules.ts'

/**
 * The position automaton of the rule `stream` (Glushkov's construction): a state is one occurrence of a word after all
 * rules are written out, and an edge says in how many ways one occurrence may follow another. A word of letters has as
 * many derivations as there are ways through the automaton that spell it.
 */
export interface PositionAutomaton {
  readonly positions: readonly Position[]
  readonly first: Edges
  /** By position. */
  readonly follow: readonly Edges[]
  readonly last: Edges
  /** In how many ways the stream may be empty. */
  readonly empty: Ways
}

/** One occurrence of a word: its letters, and the way to it from the rule `stream`. */
export interface Position {
  readonly word: string
  readonly letters: readonly number[]
  readonly trail: readonly RuleSpot[]
}

export interface RuleSpot {
  readonly rule: string
  readonly spot: Spot
}

/** Positions and the ways to them; a position that is not there cannot be reached. */
export type Edges = ReadonlyMap<number, Ways>

/** How many ways: none, one, or several because of something in a rule. */
export type Ways = 'none' | 'one' | Doubling

/** Why there are several ways to read the same occurrences. */
export interface Doubling extends RuleSpot {
  readonly kind: 'empty-repeat' | 'empty-option' | 'empty-choice' | 'nested-repeat'
}

/** What stands between two ends of an expression. */
interface Fragment {
  readonly empty: Ways
  readonly first: Edges
  readonly last: Edges
}

/** More occurrences than this come from rules that multiply each other; they would take minutes. */
export const MOST_POSITIONS = 1000

/** Writes out `stream`; `undefined` when that takes more than `MOST_POSITIONS` words. */
export function createPositions(rules: Rules, alphabet: Alphabet): PositionAutomaton | undefined {
  const start = rules.get('stream')
  const build: Build = { rules, alphabet, positions: [], follow: [] }
  const { empty, first, last } = start ? buildExpression(build, start, 'stream', []) : EMPTY
  const { positions, follow } = build
  return positions.length > MOST_POSITIONS ? undefined : { positions, first, follow, last, empty }
}

/** What grows while the rules are written out. */
interface Build {
  readonly rules: Rules
  readonly alphabet: Alphabet
  readonly positions: Position[]
  readonly follow: Map<number, Ways>[]
}

function buildExpression(build: Build, expression: RuleExpression, rule: string, path: readonly RuleSpot[]): Fragment {
  if (build.positions.length > MOST_POSITIONS) return EMPTY
  const at = { rule, spot: expression.spot }
  switch (expression.kind) {
    case 'word': {
      const inner = build.rules.get(expression.word)
      if (inner) return buildExpression(build, inner, expression.word, [...path, at])
      return addPosition(build, expression.word, [...path, at])
    }
    case 'repeat':
      return repeat(build, buildExpression(build, expression.item, rule, path), expression.mark, at)
    case 'row': {
      const parts = expression.items.map((item) => buildExpression(build, item, rule, path))
      return parts.reduce((left, right) => row(build, left, right))
    }
    case 'choice': {
      const parts = expression.items.map((item) => buildExpression(build, item, rule, path))
      return parts.reduce((left, right) => choice(left, right, at))
    }
  }
}

function addPosition({ alphabet, positions, follow }: Build, word: string, trail: readonly RuleSpot[]): Fragment {
  const edges: Edges = new Map([[positions.length, 'one']])
  positions.push({ word, letters: alphabet.lettersOf(word) ?? [], trail })
  follow.push(new Map())
  return { empty: 'none', first: edges, last: edges }
}

function row(build: Build, left: Fragment, right: Fragment): Fragment {
  connect(build, left.last, right.first, 'one', undefined)
  return {
    empty: both(left.empty, right.empty),
    first: union(left.first, scale(right.first, left.empty)),
    last: union(right.last, scale(left.last, right.empty)),
  }
}

function repeat(build: Build, item: Fragment, mark: '*' | '+' | '?', at: RuleSpot): Fragment {
  if (mark === '?') return { ...item, empty: either('one', item.empty, { kind: 'empty-option', ...at }) }
  // An empty round may be repeated at will, so whatever goes through the repeat has several derivations.
  const times: Ways = item.empty === 'none' ? 'one' : { kind: 'empty-repeat', ...at }
  connect(build, item.last, item.first, times, { kind: 'nested-repeat', ...at })
  const empty = item.empty === 'none' && mark === '+' ? 'none' : times
  return { empty, first: scale(item.first, times), last: scale(item.last, times) }
}

function connect({ follow }: Build, from: Edges, to: Edges, times: Ways, doubling: Doubling | undefined): void {
  for (const [a, ways] of from) {
    const edges = follow[a]
    for (const [b, more] of to) {
      edges?.set(b, either(edges.get(b) ?? 'none', both(both(ways, times), more), doubling))
    }
  }
}

const EMPTY: Fragment = { empty: 'one', first: new Map(), last: new Map() }

function choice(left: Fragment, right: Fragment, at: RuleSpot): Fragment {
  return {
    empty: either(left.empty, right.empty, { kind: 'empty-choice', ...at }),
    first: union(left.first, right.first),
    last: union(left.last, right.last),
  }
}

// Every occurrence is a position of its own, so two parts of an expression share none.
function union(left: Edges, right: Edges): Edges {
  return new Map([...left, ...right])
}

function scale(edges: Edges, times: Ways): Edges {
  if (times === 'none') return EMPTY.first
  return times === 'one' ? edges : new Map([...edges].map(([position, ways]) => [position, both(ways, times)]))
}

function both(a: Ways, b: Ways): Ways {
  if (a === 'none' || b === 'none') return 'none'
  return a === 'one' ? b : a
}

function either(a: Ways, b: Ways, doubling: Doubling | undefined): Ways {
  if (a === 'none') return b
  if (b === 'none') return a
  if (a !== 'one') return a
  return b === 'one' ? (doubling ?? 'one') : b
}
