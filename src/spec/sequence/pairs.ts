import { joinPointer, pointerTokens, readTokens } from '../pointer.ts'
import type { Alphabet } from './alphabet.ts'
import { createOpenPairs, findPair, listOpenPairs, type OpenedPair, type OpenPairs, withPair } from './open-pairs.ts'
import { checkSymbols } from './rules.ts'
import type { PairRule, SequenceSource } from './source.ts'
import type { PairViolation } from './violation.ts'

/** A pair rule, ready to be judged. */
export interface Pair {
  readonly rule: PairRule
  readonly tokens: readonly string[] | undefined
  readonly roles: ReadonlyMap<number, Role>
  /** Letters that excuse open pairs when one of them is the last ordered event. */
  readonly excuses: ReadonlySet<number>
}

type Role = 'open' | 'close' | 'inside'

/** Checks and prepares the pairs of a sequence. Throws `spec-invalid`. */
export function createPairs(source: SequenceSource, alphabet: Alphabet): readonly Pair[] {
  return source.pairs.map((rule, index) => {
    const at = joinPointer('/pairs', index)
    checkSymbols(source, alphabet, rule.mayStayOpen, joinPointer(at, 'may-stay-open'))
    if (rule.open.length === 0)
      throw source.reader.error(joinPointer(at, 'open'), 'nothing opens the pair', 'Name an event.')
    if (rule.close.length + rule.inside.length === 0) {
      throw source.reader.error(at, 'a pair with neither `close` nor `inside` says nothing', 'Add one of them.')
    }
    return {
      rule,
      tokens: rule.key === undefined ? undefined : pointerTokens(rule.key),
      roles: rolesOf(source, alphabet, rule, at),
      excuses: new Set(rule.mayStayOpen.flatMap((word) => alphabet.lettersOf(word) ?? [])),
    }
  })
}

function rolesOf(source: SequenceSource, alphabet: Alphabet, rule: PairRule, at: string): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>()
  for (const role of ['open', 'close', 'inside'] as const) {
    checkSymbols(source, alphabet, rule[role], joinPointer(at, role))
    for (const word of rule[role]) {
      for (const letter of alphabet.lettersOf(word) ?? []) {
        const other = roles.get(letter)
        if (other) {
          const reason = `\`${word}\` cannot be both \`${other}\` and \`${role}\` of one pair`
          throw source.reader.error(joinPointer(at, role), reason, 'Tell them apart with finer `symbols`.')
        }
        roles.set(letter, role)
      }
    }
  }
  return roles
}

/** Nothing open yet, for each pair rule. */
export function startPairs(pairs: readonly Pair[]): readonly OpenPairs[] {
  return pairs.map(createOpenPairs)
}

/** The event as pairs see it. */
export interface PairedEvent {
  readonly letter: number
  readonly got: string
  readonly position: number
  readonly value: unknown
}

/** Judges one event; `found` collects what is wrong with it. */
export function stepPairs(
  pairs: readonly Pair[],
  open: readonly OpenPairs[],
  event: PairedEvent,
  found: PairViolation[],
): readonly OpenPairs[] {
  if (!pairs.some(({ roles }) => roles.has(event.letter))) return open
  return open.map((opened, index) => {
    const pair = pairs[index]
    const role = pair?.roles.get(event.letter)
    return pair && role ? stepPair(pair, role, opened, event, found) : opened
  })
}

function stepPair(pair: Pair, role: Role, open: OpenPairs, event: PairedEvent, found: PairViolation[]): OpenPairs {
  const { rule } = pair
  const { got, position } = event
  const key = keyOf(pair, event.value)
  if (key === undefined && rule.key !== undefined) {
    found.push({ kind: 'pair-unkeyed', position, got, pointer: rule.key })
    return open
  }
  const known = findPair(open, key)
  const isOpen = known !== undefined && !known.closed
  if (role === 'open') {
    if (!isOpen) return withPair(open, key, { key, got, since: position, closed: false })
    if (rule.close.length > 0) found.push({ kind: 'pair-open-twice', position, got, key, since: known.since })
    return open
  }
  const openedBefore = rule.openedBefore && known === undefined
  if (!isOpen && !openedBefore) found.push({ kind: 'pair-not-open', position, got, key, open: rule.open })
  if (openedBefore) return withPair(open, key, { key, got, since: position, closed: role === 'close' })
  if (role === 'inside') return open
  return withPair(open, key, rule.openedBefore ? { key, got, since: position, closed: true } : undefined)
}

/** Text, number or boolean that stands at the key of a pair. */
function keyOf({ tokens }: Pair, event: unknown): OpenedPair['key'] {
  const key = tokens === undefined ? undefined : readTokens(event, tokens)
  return typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean' ? key : undefined
}

/** The key of the first pair that an event has a role in. */
export function firstKey(pairs: readonly Pair[], letter: number, event: unknown): OpenedPair['key'] {
  const pair = pairs.find(({ roles }) => roles.has(letter))
  return pair && keyOf(pair, event)
}

/** What is left open, by position of the open; `last` is the letter of the last ordered event. */
export function endPairs(pairs: readonly Pair[], open: readonly OpenPairs[], last: number): readonly PairViolation[] {
  return pairs
    .flatMap(({ rule, excuses }, index): PairViolation[] => {
      const opened = open[index]
      if (opened === undefined || rule.close.length === 0 || excuses.has(last)) return []
      return listOpenPairs(opened).map(({ since, got, key }) => {
        return { kind: 'pair-left-open', position: since, got, key, close: rule.close }
      })
    })
    .sort((a, b) => a.position - b.position)
}
