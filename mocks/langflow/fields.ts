import type { components } from '../../src/generated/langflow.ts'

/** One thing that is wrong with a request. */
export type Problem = components['schemas']['FieldProblem']
type Place = Problem['loc']

/** Says what is wrong with a value; empty when it will do. */
export type Rule = (value: unknown, loc: Place) => readonly Problem[]

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const simple =
  (type: string, msg: string, isGood: (value: unknown) => boolean): Rule =>
  (input, loc) =>
    isGood(input) ? [] : [{ type, loc, msg, input }]

export const aText: Rule = simple('string_type', 'Input should be a valid string', (it) => typeof it === 'string')
export const aRecord: Rule = simple('dict_type', 'Input should be a valid dictionary', isRecord)
export const anInteger: Rule = simple('int_type', 'Input should be a valid integer', Number.isInteger)

/** The rule, or null. */
export const orNull =
  (rule: Rule): Rule =>
  (value, loc) =>
    value === null ? [] : rule(value, loc)

/** A list whose items keep a rule. */
export const listOf =
  (rule: Rule): Rule =>
  (input, loc) => {
    if (Array.isArray(input)) return input.flatMap((item, index) => rule(item, [...loc, index]))
    return [{ type: 'list_type', loc, msg: 'Input should be a valid list', input }]
  }

/** An object whose values keep a rule, whatever their names. */
export const recordOf =
  (rule: Rule): Rule =>
  (value, loc) =>
    isRecord(value) ? Object.entries(value).flatMap(([key, item]) => rule(item, [...loc, key])) : aRecord(value, loc)

/** A text of at most `max` characters. */
export const shortText =
  (max: number): Rule =>
  (input, loc) => {
    if (typeof input !== 'string' || [...input].length <= max) return aText(input, loc)
    const msg = `String should have at most ${max} characters`
    return [{ type: 'string_too_long', loc, msg, input, ctx: { max_length: max } }]
  }

/** One of some words. An enumeration is refused under another name than a literal, in the same words. */
export const oneOf =
  (words: readonly string[], type: 'literal_error' | 'enum' = 'literal_error'): Rule =>
  (input, loc) => {
    if (typeof input === 'string' && words.includes(input)) return []
    const quoted = words.map((word) => `'${word}'`)
    const expected = [quoted.slice(0, -1).join(', '), quoted.at(-1)].join(' or ')
    return [{ type, loc, msg: `Input should be ${expected}`, input, ctx: { expected } }]
  }

/** Words that are taken for a flag in a query, in any case of letters. */
const FLAGS = new Map([
  ...['true', '1', 'on', 't', 'yes', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'off', 'f', 'no', 'n'].map((word) => [word, false] as const),
])

/** Reads a flag of a query. */
export const readFlag = (text: string): boolean | undefined => FLAGS.get(text.toLowerCase())

/** A flag, as a value or as a word for it. */
export const aFlag: Rule = (input, loc) => {
  if (typeof input === 'boolean' || input === 0 || input === 1) return []
  if (typeof input !== 'string') return [{ type: 'bool_type', loc, msg: 'Input should be a valid boolean', input }]
  if (readFlag(input) !== undefined) return []
  const msg = 'Input should be a valid boolean, unable to interpret input'
  return [{ type: 'bool_parsing', loc, msg, input }]
}

export interface FieldRules {
  readonly fields: Readonly<Record<string, Rule>>
  readonly required?: readonly string[]
  /** @default 'ignored' */
  readonly others?: 'ignored' | 'refused'
}

/** Checks the fields of an object, in the order of the rules; what has no rule comes last. */
export function checkFields(value: Readonly<Record<string, unknown>>, rules: FieldRules, loc: Place): Problem[] {
  const { fields, required = [], others = 'ignored' } = rules
  const problems = Object.entries(fields).flatMap(([name, rule]): readonly Problem[] => {
    if (name in value) return rule(value[name], [...loc, name])
    return required.includes(name) ? [missing([...loc, name], value)] : []
  })
  if (others === 'ignored') return problems
  const strangers = Object.keys(value).filter((name) => !(name in fields))
  const type = 'extra_forbidden'
  const msg = 'Extra inputs are not permitted'
  return [...problems, ...strangers.map((name) => ({ type, loc: [...loc, name], msg, input: value[name] }))]
}

export const missing = (loc: Place, input: unknown): Problem => ({ type: 'missing', loc, msg: 'Field required', input })

const UUID = /^(urn:uuid:)?\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i

export const isUuid = (text: string): boolean => UUID.test(text)

/** A UUID in a path or a query. */
export const aUuid: Rule = (input, loc) => {
  if (typeof input === 'string' && isUuid(input)) return []
  const error = uuidFault(String(input))
  return [{ type: 'uuid_parsing', loc, msg: `Input should be a valid UUID, ${error}`, input, ctx: { error } }]
}

function uuidFault(text: string): string {
  const strange = [...text].findIndex((sign) => !/[0-9a-f-]/i.test(sign))
  const found = [...text][strange]
  if (found !== undefined) {
    return `invalid character: expected an optional prefix of \`urn:uuid:\` followed by [0-9a-fA-F-], found \`${found}\` at ${strange + 1}`
  }
  const groups = text.split('-').length
  if (groups > 1 && groups !== 5) return `invalid group count: expected 5, found ${groups}`
  return `invalid length: expected length 32 for simple format, found ${text.replaceAll('-', '').length}`
}
