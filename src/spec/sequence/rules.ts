import { suggest } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'
import type { Alphabet } from './alphabet.ts'
import { formatSpot, parseRule, type RuleExpression } from './rule.ts'
import type { SequenceSource } from './source.ts'

/** Rules by name, parsed: every word is known, no rule reaches itself, `stream` reaches all. */
export type Rules = ReadonlyMap<string, RuleExpression>

/** Parses the rules of a sequence. Throws `spec-invalid` at the first rule that is wrong. */
export function parseRules(source: SequenceSource, alphabet: Alphabet): Rules {
  checkNames(source, alphabet)
  const rules = new Map<string, RuleExpression>()
  for (const [name, text] of source.rules) {
    const rule = parseRule(text)
    if (rule.kind === 'fault') {
      const advice = 'Write words, `|`, `*`, `+`, `?` and parentheses.'
      throw source.reader.error(joinPointer('/rules', name), `rule \`${name}\` cannot be read: ${rule.reason}`, advice)
    }
    rules.set(name, rule)
  }
  checkWords(source, rules, alphabet)
  checkRecursion(source, rules)
  checkReached(source, rules)
  return rules
}

/** Throws `spec-invalid` when a word outside the rules (of `anywhere`, `after`, a pair) is no symbol and no event. */
export function checkSymbols(source: SequenceSource, alphabet: Alphabet, words: readonly string[], at: string): void {
  const unknown = words.findIndex((word) => alphabet.lettersOf(word) === undefined)
  const word = words[unknown]
  if (word === undefined) return
  const reason = `\`${word}\` is no symbol and no event`
  throw source.reader.error(joinPointer(at, unknown), reason, suggest(word, legalSymbols(alphabet)))
}

function legalSymbols(alphabet: Alphabet): readonly string[] {
  return alphabet.letters.map(({ name }) => name)
}

// A word in a rule has one meaning: rules, finer symbols and events share no name.
function checkNames({ reader, rules, symbols }: SequenceSource, alphabet: Alphabet): void {
  const events = [...new Set(alphabet.letters.map(({ event }) => event))]
  for (const { name, event } of symbols) {
    const at = joinPointer('/symbols', name)
    if (!events.includes(event)) {
      throw reader.error(joinPointer(at, 'event'), `\`${event}\` is no event`, suggest(event, events))
    }
    if (events.includes(name)) throw reader.error(at, `symbol \`${name}\` has the name of an event`, 'Rename it.')
  }
  for (const name of rules.keys()) {
    if (alphabet.lettersOf(name) === undefined) continue
    const other = events.includes(name) ? 'an event' : 'a symbol'
    throw reader.error(joinPointer('/rules', name), `rule \`${name}\` has the name of ${other}`, 'Rename it.')
  }
}

function checkWords({ reader }: SequenceSource, rules: Rules, alphabet: Alphabet): void {
  for (const [name, rule] of rules) {
    for (const { word, spot } of wordsOf(rule)) {
      if (rules.has(word) || alphabet.lettersOf(word) !== undefined) continue
      const reason = `\`${word}\` at ${formatSpot(spot)} of rule \`${name}\` is no rule, no symbol and no event`
      const advice = suggest(word, [...rules.keys(), ...legalSymbols(alphabet)])
      throw reader.error(joinPointer('/rules', name), reason, advice)
    }
  }
}

function checkRecursion({ reader }: SequenceSource, rules: Rules): void {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    const rule = rules.get(name)
    if (rule === undefined || done.has(name)) return
    if (path.includes(name)) {
      const cycle = [...path.slice(path.indexOf(name)), name].join(' -> ')
      const advice = 'Repeat with `*` or `+` instead.'
      throw reader.error(joinPointer('/rules', name), `rule \`${name}\` reaches itself: ${cycle}`, advice)
    }
    for (const { word } of wordsOf(rule)) visit(word, [...path, name])
    done.add(name)
  }
  for (const name of rules.keys()) visit(name, [])
}

function checkReached({ reader }: SequenceSource, rules: Rules): void {
  const reached = new Set(['stream'])
  for (const name of reached) {
    const rule = rules.get(name)
    for (const { word } of rule ? wordsOf(rule) : []) reached.add(word)
  }
  const unreached = [...rules.keys()].find((name) => !reached.has(name))
  if (unreached === undefined) return
  const reason = `rule \`${unreached}\` is not reached from \`stream\``
  throw reader.error(joinPointer('/rules', unreached), reason, 'Use it or remove it.')
}

function* wordsOf(rule: RuleExpression): Generator<Extract<RuleExpression, { kind: 'word' }>> {
  switch (rule.kind) {
    case 'word':
      yield rule
      break
    case 'repeat':
      yield* wordsOf(rule.item)
      break
    default:
      for (const item of rule.items) yield* wordsOf(item)
  }
}
