import { undocumentedFields } from '../../src/contract/undocumented-fields.ts'
import { lazily } from '../../src/spec/load/lazily.ts'
import { joinPointer, pointerTokens, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { createDice, type Dice } from './random.ts'

/** What may be different about JSON that means the same, or is as legal. */
export interface ValueVariety {
  /** Whether members of this name are left out where the schema does not require them; undefined where none are. */
  readonly leavesOut: ((name: string) => boolean) | undefined
  /** Whether members of this name are null where the schema lets them be; undefined where none are. */
  readonly nulls: ((name: string) => boolean) | undefined
  /** Seed of the members that the schema does not know and that are put in; undefined where none are. */
  readonly more: string | undefined
  /** Fewer or more members are so in some answers and not in others. */
  readonly fickle: boolean
  /** Members stand in another order. */
  readonly reordered: boolean
  /** White space, escapes and numbers are such as another writer of JSON chooses. */
  readonly respelled: boolean
}

/** What may be changed about one value under its schema. */
export interface Scope {
  readonly value: unknown
  /** Members that the schema lets go, each by itself. */
  readonly optional: readonly string[]
  /** Members that the schema lets be null, each by itself, and that are not. */
  readonly nullable: readonly string[]
  /** Objects whose members the schema names: what a flow or a user has put into others is nobody's to add to. */
  readonly named: readonly string[]
  isLegal(value: unknown): boolean
}

/** The scope of a value, found out as far as it is asked for; undefined for one that is not legal as it is. */
export function scopeOf(validator: Validator, schema: string, value: unknown): Scope | undefined {
  const { document } = validator.spec
  const isLegal = (one: unknown): boolean => validator.check(schema, one).every(({ note }) => note)
  if (!isLegal(value)) return undefined
  const isNamed = (at: string): boolean => {
    const more = change(value, joinPointer(at, STRANGER), 0)
    return undocumentedFields(document, schema, more).some(({ name }) => name === STRANGER) && isLegal(more)
  }
  const named = lazily(() => pointersOf(value, '', (_, at) => [at]).filter(isNamed))
  const members = lazily(() => named().flatMap((at) => namesAt(value, at).map((name) => joinPointer(at, name))))
  const optional = lazily(() => members().filter((pointer) => isLegal(change(value, pointer, undefined))))
  const nullable = lazily(() =>
    members().filter((pointer) => readPointer(value, pointer) !== null && isLegal(change(value, pointer, null))),
  )
  return {
    value,
    isLegal,
    get named() {
      return named()
    },
    get optional() {
      return optional()
    },
    get nullable() {
      return nullable()
    },
  }
}

function namesAt(value: unknown, pointer: string): readonly string[] {
  return Object.keys(readPointer(value, pointer) ?? {})
}

const STRANGER = 'x_stranger'

/** A value that is as legal as the one of the scope. */
export function varyValue(scope: Scope, variety: ValueVariety, dice: Dice): unknown {
  const { leavesOut, nulls, fickle } = variety
  const emptied = nulls ? withNulls(scope, nulls) : scope.value
  const goes = leavesOut && ((name: string): boolean => leavesOut(name) && (!fickle || dice.chance(0.5)))
  const fewer = goes ? withFewer(scope, emptied, goes) : emptied
  const more = variety.more === undefined ? fewer : withMore(scope, fewer, variety, dice)
  return variety.reordered ? reorder(more, dice) : more
}

function withNulls({ value, nullable, isLegal }: Scope, nulls: (name: string) => boolean): unknown {
  const empty = nullable.filter((pointer) => nulls(pointerTokens(pointer).at(-1) ?? ''))
  const emptied = empty.reduce((sofar, pointer) => change(sofar, pointer, null), value)
  return empty.length === 0 || isLegal(emptied) ? emptied : value
}

function withFewer({ optional, isLegal }: Scope, value: unknown, goes: (name: string) => boolean): unknown {
  const gone = optional.filter((pointer) => goes(pointerTokens(pointer).at(-1) ?? ''))
  if (gone.length === 0) return value
  const fewer = gone.reduce((sofar, pointer) => change(sofar, pointer, undefined), value)
  return isLegal(fewer) ? fewer : value
}

/** The part of all objects that get a member more. */
const PART = 0.2

function withMore({ value, named }: Scope, fewer: unknown, { more, fickle }: ValueVariety, dice: Dice): unknown {
  return named.reduce((sofar, at) => {
    const names = namesAt(value, at).toSorted()
    // The same object has the same names wherever it is shown, and so gets the same member.
    const own = fickle ? dice : createDice(`${more} ${names}`)
    if (!own.chance(PART) || !isRecord(readPointer(sofar, at))) return sofar
    const [name, inner] = own.pick(STRANGERS)
    return change(sofar, joinPointer(at, name), inner)
  }, fewer)
}

/** Members of no schema; their names are such as a careless reader stumbles over. */
const STRANGERS: readonly (readonly [name: string, value: unknown])[] = [
  ['x_new', { a: [1, { b: null }] }],
  ['constructor', 'builder'],
  ['__proto__', { polluted: true }],
  ['toString', 0],
  ['', ''],
  ['a/b~c', [[]]],
  ['ключ', 'значение 🌊'],
  ['n'.repeat(300), 1e300],
]

function pointersOf(
  value: unknown,
  at: string,
  ofRecord: (record: Readonly<Record<string, unknown>>, at: string) => readonly string[],
): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pointersOf(item, joinPointer(at, index), ofRecord))
  if (!isRecord(value)) return []
  const inner = Object.entries(value).flatMap(([name, member]) => pointersOf(member, joinPointer(at, name), ofRecord))
  return [...ofRecord(value, at), ...inner]
}

/** A copy with another member at a pointer, or without it where it is undefined. */
function change(value: unknown, pointer: string, inner: unknown): unknown {
  return changeAt(value, pointerTokens(pointer), inner)
}

function changeAt(value: unknown, [name, ...below]: readonly string[], inner: unknown): unknown {
  if (name === undefined) return inner
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? changeAt(item, below, inner) : item))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== name)
  const own = Object.hasOwn(value, name) ? value[name] : undefined
  const changed = changeAt(own, below, inner)
  return Object.fromEntries(changed === undefined ? entries : [...entries, [name, changed]])
}

function reorder(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value)) return value.map((item) => reorder(item, dice))
  if (!isRecord(value)) return value
  return Object.fromEntries(dice.shuffle(Object.entries(value)).map(([name, inner]) => [name, reorder(inner, dice)]))
}

/** JSON text for a value; on several lines, if that is asked for. */
export function writeJson(
  value: unknown,
  lines: boolean,
  { respelled }: Pick<ValueVariety, 'respelled'>,
  dice: Dice,
): string {
  const text = JSON.stringify(value, null, lines ? dice.pick([1, 2, '\t']) : 0)
  if (!respelled || !dice.chance(0.5)) return text
  if (dice.chance(0.2)) return respell(text, dice)
  // No character of JSON itself is beyond ASCII.
  return text.replaceAll(/[\u0080-\uffff]/g, escaped)
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[{}[\],:]/g

/** The same JSON as no writer would have it: white space anywhere, letters escaped, numbers in another form. */
function respell(text: string, dice: Dice): string {
  return text.replaceAll(TOKEN, (token, at: number) => {
    const space = at > 0 && dice.chance(0.3) ? dice.pick([' ', '  ', '\t']) : ''
    if (token.startsWith('"'))
      return space + (dice.chance(0.2) ? token.replaceAll(ESCAPE_OR_LETTER, escapedLetter) : token)
    return space + (/^[-\d]/.test(token) ? otherNumber(token, dice) : token)
  })
}

const ESCAPE_OR_LETTER = /\\u[\da-f]{4}|\\.|[A-Za-z]/g

function escapedLetter(found: string): string {
  return found.length === 1 ? escaped(found) : found
}

function otherNumber(token: string, dice: Dice): string {
  const exponential = Number(token).toExponential()
  const other = dice.pick([exponential, exponential.toUpperCase(), /[.e]/i.test(token) ? token : `${token}.0`])
  return Object.is(Number(other), Number(token)) ? other : token
}
