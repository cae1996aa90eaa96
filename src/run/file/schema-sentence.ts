import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../../nearest.ts'
import { nodeDefinitions } from './node-schema.ts'

/**
 * Says what an error of the scenario schema means and what would be right. Begins in lower case.
 * @param about - what is wrong, or where: `takes` in node `write`.
 */
export function schemaSentence(error: ErrorObject, about: string): string {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), about, error)
    case 'required':
      return `${about} has no \`${error.params.missingProperty}\`.`
    case 'enum':
      return `${about} is ${show(error.data)}.${hintFor(String(error.data), error.params.allowedValues)}`
    default:
      return ended(`${about} ${expectation(error)}`)
  }
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}

function expectation({ keyword, params, data, schemaPath }: ErrorObject): string {
  const [, definition] = /#\/\$defs\/(duration|work)\/(?:type|pattern)$/.exec(schemaPath) ?? []
  if (definition !== undefined) {
    return `is ${show(data)}, which is no duration. ${durationHint(data, definition === 'work')}`
  }
  switch (keyword) {
    case 'type':
      return `must be ${[params.type].flat().map(typeName).join(' or ')}, not ${show(data)}`
    case 'minimum':
      return `must be at least ${params.limit}, not ${show(data)}`
    case 'maximum':
      return `must be at most ${params.limit}, not ${show(data)}`
    case 'exclusiveMinimum':
      return `must be more than ${params.limit}, not ${show(data)}`
    case 'minItems':
      return 'must not be empty'
    case 'uniqueItems':
      return 'must not hold the same value twice'
    case 'pattern':
      return `is ${show(data)}. Write ${patternName(String(params.pattern))}`
    default:
      return `is wrong: ${keyword}`
  }
}

function durationHint(data: unknown, orNever: boolean): string {
  const never = orNever ? ', or `until-stopped`' : ''
  const isNear = orNever && nearest(String(data), ['until-stopped']) !== undefined
  if (isNear) return 'Did you mean `until-stopped`?'
  if (typeof data === 'number' && data >= 0) {
    return `A plain number has no unit: write \`${data}ms\` or \`${data}s\`${never}`
  }
  return `Write a number and its unit, like \`4ms\`, \`1.5s\` or \`2m\`${never}`
}

const PATTERNS: Readonly<Record<string, string>> = {
  '^[A-Za-z_][A-Za-z0-9_-]*$': 'a letter, then letters, digits, `-` and `_`',
  '^[a-z][a-z0-9-]*$': 'small letters, digits and `-`',
  '\\S': 'a word',
}

function patternName(pattern: string): string {
  return PATTERNS[pattern] ?? `something like ${pattern}`
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
}

function typeName(type: unknown): string {
  return TYPES[String(type)] ?? String(type)
}

const LONGEST_SHOWN = 40

function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = String(value)
  return `\`${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}\``
}

function unknownKey(key: string, about: string, { parentSchema }: ErrorObject): string {
  const here = Object.keys(parentSchema?.properties ?? {})
  // A misspelt `items` makes a node look like a step, so the words of all nodes count.
  const legal = here.includes('id') && here.includes('kind') ? NODE_WORDS : here
  if (!legal.includes(key)) return `unknown key \`${key}\` in ${about}.${hintFor(key, legal)}`
  return `\`${key}\` has no place in ${about}.${legalList(here)}`
}

const NODE_WORDS = Object.values(nodeDefinitions).flatMap((definition) =>
  'properties' in definition ? Object.keys(definition.properties) : [],
)

function hintFor(word: string, legal: readonly string[]): string {
  const near = nearest(word, legal)
  return near === undefined ? legalList(legal) : ` Did you mean \`${near}\`?`
}

function legalList(words: readonly string[]): string {
  return ` Legal: ${[...new Set(words)].map((word) => `\`${word}\``).join(', ')}.`
}
