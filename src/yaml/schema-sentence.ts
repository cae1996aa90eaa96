import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../nearest.ts'
import type { FileKind } from './file-kind.ts'

/**
 * Says what an error of a file's schema means and what would be right. Begins in lower case.
 * @param about - what is wrong, or where: `takes` in node `write`.
 */
export function schemaSentence(error: ErrorObject, about: string, kind: FileKind): string {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), about, error, kind)
    case 'required':
      return `${about} has no \`${error.params.missingProperty}\`.`
    case 'enum':
      return `${about} is ${show(error.data)}.${hintFor(String(error.data), error.params.allowedValues)}`
    default:
      return ended(`${about} ${kind.expectation?.(error) ?? expectation(error, kind)}`)
  }
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`
}

function expectation({ keyword, params, data }: ErrorObject, { patterns }: FileKind): string {
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
    case 'minProperties':
      return 'must not be empty'
    case 'uniqueItems':
      return 'must not hold the same value twice'
    case 'pattern':
      return `is ${show(data)}. Write ${patterns[params.pattern] ?? `something like ${params.pattern}`}`
    case 'format':
      return `is ${show(data)}, which is no ${params.format}. Write ${FORMATS[params.format] ?? 'one'}`
    default:
      return `is wrong: ${keyword}`
  }
}

const FORMATS: Readonly<Record<string, string>> = { date: 'a day like `2026-01-31`' }

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

/** A value of a file as an error quotes it. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = String(value)
  return `\`${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}\``
}

function unknownKey(key: string, about: string, { parentSchema }: ErrorObject, { keysBeside }: FileKind): string {
  const here = Object.keys(parentSchema?.properties ?? {})
  const legal = keysBeside?.(here) ?? here
  if (!legal.includes(key)) return `unknown key \`${key}\` in ${about}.${hintFor(key, legal)}`
  return `\`${key}\` has no place in ${about}.${legalList(here)}`
}

/** The legal word that was most likely meant, or all of them: a sentence with a space before it. */
export function hintFor(word: string, legal: readonly string[]): string {
  if (legal.length === 0) return ' There are none.'
  const near = nearest(word, legal)
  return near === undefined ? legalList(legal) : ` Did you mean \`${near}\`?`
}

function legalList(words: readonly string[]): string {
  return ` Legal: ${[...new Set(words)].map((word) => `\`${word}\``).join(', ')}.`
}
