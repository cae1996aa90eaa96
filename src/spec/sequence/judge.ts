import { readTokens } from '../pointer.ts'
import { isSameValue } from '../same-value.ts'
import type { Sequence, SequenceMachine } from '../sequence.ts'
import type { OpenPairs } from './open-pairs.ts'
import { endPairs, firstKey, startPairs, stepPairs } from './pairs.ts'
import type { Hypothesis } from './repair.ts'
import type { PairViolation, SequenceViolation } from './violation.ts'

/** How far a stream has been judged: an immutable value, to be passed on. */
export interface SequenceState {
  /** Events so far. */
  readonly position: number
  readonly hypothesis: Hypothesis
  readonly open: readonly OpenPairs[]
  /** By constant: the value that came first, and the one that changed last. */
  readonly constants: readonly (Seen | undefined)[]
  /** Letter of the last event that the rules know and that did not come after the end; -1 before it. */
  readonly lastOrdered: number
  /** An event after the end was reported: that the stream then goes on, or stops, is the same fault. */
  readonly wentOn: boolean
}

interface Seen {
  readonly first: unknown
  readonly latest: unknown
}

export interface SequenceStep {
  readonly state: SequenceState
  readonly violations: readonly SequenceViolation[]
}

/** What may come next. */
export interface ExpectedEvents {
  /** Names that the rules take, sorted. */
  readonly names: readonly string[]
  /** Names that are legal here without moving on: those of `anywhere`, or after the end those of `after`. */
  readonly free: readonly string[]
  /** The stream may end here. */
  readonly mayEnd: boolean
}

/** The state before the first event. */
export function startSequence({ machine }: Sequence): SequenceState {
  return {
    position: 0,
    hypothesis: machine.repair.start,
    open: startPairs(machine.pairs),
    constants: machine.constants.map(() => undefined),
    lastOrdered: -1,
    wentOn: false,
  }
}

/**
 * Judges the next event value. Order, pairs and constants are judged apart, so one event may break several promises. Of
 * order there is one violation for each repair that explains the stream (see `Hypothesis`): a stream in which one event
 * was added, left out or replaced has at most one.
 */
export function stepSequence(sequence: Sequence, state: SequenceState, event: unknown): SequenceStep {
  const { machine } = sequence
  const violations: SequenceViolation[] = []
  const position = state.position + 1
  const reading = machine.alphabet.read(event)
  const ordered = reading.kind === 'letter' ? stepOrder(machine, state, reading.letter, event, violations) : state
  if (reading.kind === 'foreign') violations.push({ kind: 'foreign', position, name: reading.name })
  if (reading.kind === 'unnamed') {
    violations.push({ kind: 'unnamed', position, pointer: machine.symbol, actual: reading.actual })
  }
  const constants = stepConstants(machine, state, event, violations)
  const { hypothesis, open, lastOrdered, wentOn } = ordered
  return { state: { position, hypothesis, open, constants, lastOrdered, wentOn }, violations }
}

type OrderState = Pick<SequenceState, 'hypothesis' | 'open' | 'lastOrdered' | 'wentOn'>

function stepOrder(
  machine: SequenceMachine,
  state: SequenceState,
  letter: number,
  event: unknown,
  violations: SequenceViolation[],
): OrderState {
  const position = state.position + 1
  const { hypothesis } = state
  const { to, wrong } = machine.repair.judge(hypothesis, letter)
  const afterEnd = wrong && hypothesis.over
  const got = machine.alphabet.letters[letter]?.name ?? ''
  if (afterEnd) violations.push({ kind: 'after-end', position, got })
  else if (wrong) {
    const { names, mayEnd } = expectedBy(machine, hypothesis)
    violations.push({
      kind: 'order',
      position,
      got,
      key: firstKey(machine.pairs, letter, event),
      expected: names,
      mayEnd,
    })
  }
  const found: PairViolation[] = []
  const open = stepPairs(machine.pairs, state.open, { letter, got, position, value: event }, found)
  violations.push(...found)
  const lastOrdered = machine.ordered.has(letter) && !afterEnd ? letter : state.lastOrdered
  return { hypothesis: to, open, lastOrdered, wentOn: state.wentOn || afterEnd }
}

function stepConstants(
  machine: SequenceMachine,
  state: SequenceState,
  event: unknown,
  violations: SequenceViolation[],
): SequenceState['constants'] {
  let constants: (Seen | undefined)[] | undefined
  for (const [index, { pointer, tokens }] of machine.constants.entries()) {
    const value = readTokens(event, tokens) ?? undefined
    const seen = state.constants[index]
    if (value === undefined) continue
    if (seen && (isSameValue(value, seen.first) || isSameValue(value, seen.latest))) continue
    if (seen)
      violations.push({ kind: 'constant-changed', position: state.position + 1, pointer, from: seen.first, to: value })
    constants ??= [...state.constants]
    constants[index] = { first: seen ? seen.first : value, latest: value }
  }
  return constants ?? state.constants
}

/**
 * What is wrong with the end of a stream. A stream that was `cut` by somebody else promises nothing about its end, unless
 * it was over already. Pairs are judged where the stream may end: of one that ended early they are the consequence.
 */
export function endSequence(
  sequence: Sequence,
  state: SequenceState,
  how: 'closed' | 'cut',
): readonly SequenceViolation[] {
  const { machine } = sequence
  const { hypothesis, position } = state
  if (how === 'cut' && !hypothesis.over) return []
  if (hypothesis.mayEnd) return endPairs(machine.pairs, state.open, state.lastOrdered)
  if (state.wentOn) return []
  return [{ kind: 'ended-early', position, expected: expectedBy(machine, hypothesis).names }]
}

/** What may come after the events so far. After a wrong event: after any repair that explains it. */
export function expectedAfter({ machine }: Sequence, { hypothesis }: SequenceState): ExpectedEvents {
  return expectedBy(machine, hypothesis)
}

/** Whether the stream has reached its end, so that only events of `after` are legal. */
export function isOver({ hypothesis }: SequenceState): boolean {
  return hypothesis.over
}

function expectedBy({ automaton, alphabet }: SequenceMachine, { best, mayEnd }: Hypothesis): ExpectedEvents {
  const ordered = new Set(best.flatMap((state) => automaton.ordered[state] ?? []))
  const legal = (letter: number) => best.some((state) => (automaton.moves[state]?.[letter] ?? -1) !== -1)
  const free = [...alphabet.letters.keys()].filter((letter) => !ordered.has(letter) && legal(letter))
  return { names: alphabet.namesOf(ordered), free: alphabet.namesOf(free), mayEnd }
}
