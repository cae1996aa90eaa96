import type { Place } from '../../errors.ts'
import { type Condition, readConditions } from '../condition.ts'
import { createExtensionReader, type ExtensionReader } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'

/** A letter finer than an event's name: an event is of the first one whose conditions all hold. */
export interface FinerSymbol {
  readonly name: string
  readonly event: string
  readonly when: readonly Condition[]
}

/** Events that belong together by a key. Words are event names or finer symbols. */
export interface PairRule {
  readonly open: readonly string[]
  /** Empty: what is opened stays open for good, and may be opened again. */
  readonly close: readonly string[]
  /** Legal only while a pair of the same key is open. */
  readonly inside: readonly string[]
  /** JSON Pointer of the key in each of these events; absent when one pair at a time is open. */
  readonly key: string | undefined
  /** A stream whose last ordered event is one of these may end with open pairs. */
  readonly mayStayOpen: readonly string[]
  /** The stream may have been joined late: a close without its open is legal. */
  readonly openedBefore: boolean
}

/** An `x-sequence` as written: its shape is right, its words and rules are not checked yet. */
export interface SequenceSource {
  readonly reader: ExtensionReader
  /** JSON Pointer of what names an event. */
  readonly symbol: string
  readonly symbols: readonly FinerSymbol[]
  readonly rules: ReadonlyMap<string, string>
  readonly anywhere: readonly string[]
  readonly after: readonly string[]
  readonly pairs: readonly PairRule[]
  readonly constant: readonly string[]
  /** The order is inferred: there is an `x-assumed` that says why. */
  readonly assumed: boolean
}

const OPTIONAL = ['symbols', 'anywhere', 'after', 'pairs', 'constant', 'x-assumed']

/** Reads the shape of an `x-sequence`. Throws `spec-invalid`. */
export function readSequenceSource(source: unknown, where: (pointer: string) => Place): SequenceSource {
  const reader = createExtensionReader('x-sequence', where)
  const keys = reader.map(source, '', { required: ['symbol', 'rules'], optional: OPTIONAL })
  return {
    reader,
    symbol: reader.pointer(keys.symbol, '/symbol'),
    symbols: readSymbols(reader, keys.symbols),
    rules: readRules(reader, keys.rules),
    anywhere: reader.texts(keys.anywhere, '/anywhere'),
    after: reader.texts(keys.after, '/after'),
    pairs: readPairs(reader, keys.pairs),
    constant: reader.pointers(keys.constant, '/constant'),
    assumed: reader.remark(keys['x-assumed'], '/x-assumed'),
  }
}

function readRules(reader: ExtensionReader, value: unknown): ReadonlyMap<string, string> {
  const rules = new Map<string, string>()
  for (const [name, rule] of Object.entries(reader.map(value, '/rules'))) {
    if (typeof rule !== 'string' || rule.trim() === '') {
      const advice = 'Write words, `|`, `*`, `+`, `?` and parentheses.'
      throw reader.error(joinPointer('/rules', name), `rule \`${name}\` is empty, or no text`, advice)
    }
    rules.set(name, rule)
  }
  if (rules.has('stream')) return rules
  const advice = 'Add it: it says what a whole stream is made of.'
  throw reader.error('/rules', 'there is no rule `stream`', advice)
}

function readSymbols(reader: ExtensionReader, value: unknown): readonly FinerSymbol[] {
  if (value === undefined) return []
  return Object.entries(reader.map(value, '/symbols')).map(([name, symbol]) => {
    const at = joinPointer('/symbols', name)
    const { event, ...conditions } = reader.map(symbol, at)
    if (event === undefined) {
      throw reader.error(at, `symbol \`${name}\` has no \`event\``, 'Say which event it is a finer symbol of.')
    }
    const when = readConditions(reader, conditions, at, 'event')
    if (when.length > 0) return { name, event: reader.text(event, joinPointer(at, 'event')), when }
    const advice = 'Add a JSON Pointer and what it must hold, or use the name of the event itself.'
    throw reader.error(at, `symbol \`${name}\` is every event of its name`, advice)
  })
}

const PAIR_OPTIONAL = ['close', 'inside', 'key', 'may-stay-open', 'opened-before']

function readPairs(reader: ExtensionReader, value: unknown): readonly PairRule[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw reader.error('/pairs', '`/pairs` is not a list', 'Put it in `[ ]`.')
  return value.map((item: unknown, index) => {
    const at = joinPointer('/pairs', index)
    const keys = reader.map(item, at, { required: ['open'], optional: PAIR_OPTIONAL })
    const words = (key: string) => {
      const written = keys[key]
      return reader.texts(typeof written === 'string' ? [written] : written, joinPointer(at, key))
    }
    return {
      open: words('open'),
      close: words('close'),
      inside: words('inside'),
      key: keys.key === undefined ? undefined : reader.pointer(keys.key, joinPointer(at, 'key')),
      mayStayOpen: words('may-stay-open'),
      openedBefore: reader.flag(keys['opened-before'], joinPointer(at, 'opened-before')),
    }
  })
}
