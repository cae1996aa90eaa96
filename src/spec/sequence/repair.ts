import type { Automaton } from './automaton.ts'

/**
 * What the events so far leave possible. A wrong event is explained by a repair: it came too much, or in the place of
 * other events, or others before it are missing. As long as no event was wrong, `best` is the one state of the machine.
 */
export interface Hypothesis {
  /** States that need the fewest repairs, in ascending order. */
  readonly best: readonly number[]
  /** States that need one repair more. Kept because a wrong event may look right until later. */
  readonly next: readonly number[]
  /** The stream has ended: nothing but events of `after` is legal. */
  readonly over: boolean
  /** The stream may end here. */
  readonly mayEnd: boolean
}

export interface Verdict {
  readonly to: Hypothesis
  /** The letter fits no best state: one more repair is needed. */
  readonly wrong: boolean
}

/** Judges one letter after the other; a stream gets one wrong verdict for each repair that it needs. */
export interface Repair {
  readonly start: Hypothesis
  judge(from: Hypothesis, letter: number): Verdict
}

/**
 * Hypotheses are found once and kept with their verdicts, so that judging an event is one look into a table. There are
 * few: a stream without a wrong event passes about as many as the machine has states.
 */
export function createRepair(automaton: Automaton): Repair {
  const known = new Map<string, Hypothesis>()
  const verdicts = new Map<Hypothesis, (Verdict | undefined)[]>()

  const intern = (best: readonly number[], next: readonly number[]): Hypothesis => {
    const key = `${best.join()};${next.join()}`
    const found = known.get(key)
    if (found) return found
    const over = best.every((state) => automaton.over[state])
    const created = { best, next, over, mayEnd: best.some((state) => automaton.accepting[state]) }
    known.set(key, created)
    verdicts.set(created, [])
    return created
  }

  const verdictOf = ({ best, next }: Hypothesis, letter: number): Verdict => {
    const unrepaired = move(automaton, best, letter)
    const repaired = [...move(automaton, next, letter), ...reach(automaton, best)]
    if (unrepaired.length > 0) return { to: intern(...split(unrepaired, repaired)), wrong: false }
    return { to: intern(...split(repaired, reach(automaton, next))), wrong: true }
  }

  return {
    start: intern([0], []),
    judge(from, letter) {
      const kept = verdicts.get(from)
      const verdict = kept?.[letter] ?? verdictOf(from, letter)
      if (kept) kept[letter] = verdict
      return verdict
    },
  }
}

function move({ moves }: Automaton, states: readonly number[], letter: number): readonly number[] {
  return states.map((state) => moves[state]?.[letter] ?? -1).filter((state) => state !== -1)
}

function reach(automaton: Automaton, states: readonly number[]): readonly number[] {
  return states.flatMap((state) => automaton.reach[state] ?? [])
}

/** The better states, and the others without them; both sorted and distinct. */
function split(better: readonly number[], others: readonly number[]): [readonly number[], readonly number[]] {
  const best = new Set(better)
  return [sorted(best), sorted(new Set(others.filter((state) => !best.has(state))))]
}

function sorted(states: ReadonlySet<number>): readonly number[] {
  return [...states].sort((a, b) => a - b)
}
