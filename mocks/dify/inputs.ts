import type { InputSpec, Scenario } from '../../src/run/scenario.ts'
import { type FileRules, findFile } from './file-inputs.ts'
import { isRecord, pythonRepr, pythonType } from './python-value.ts'

/** The API's word for each kind of input. */
export const CONTROL_TYPES = {
  text: 'text-input',
  paragraph: 'paragraph',
  select: 'select',
  number: 'number',
  boolean: 'checkbox',
  file: 'file',
  files: 'file-list',
  object: 'json_object',
} as const

/** `bad`: refused with a sentence. `crash`: the server's code trips over the value, and that is its error's text. */
type Refused = { readonly kind: 'bad' | 'crash'; readonly message: string }

/** Inputs as the flow will see them, or why there are none. */
export type InputResult = { readonly kind: 'good'; readonly inputs: Readonly<Record<string, unknown>> } | Refused

/** The one variable of an app whose scenario declares none. */
const QUERY: InputSpec = {
  name: 'query',
  type: 'paragraph',
  label: 'Question',
  required: false,
  max: undefined,
  options: [],
  default: undefined,
}

/** The variables that an app's start form asks for. */
export function startFormOf({ inputs }: Pick<Scenario, 'inputs'>): readonly InputSpec[] {
  return inputs.length > 0 ? inputs : [QUERY]
}

/**
 * Applies the rules of the app's start form, one variable after the other, then looks for the files; the first broken rule speaks. The API
 * itself drops inputs that the form does not declare; here they are kept, since a scenario stands for a flow of the caller's own whose
 * variables it cannot know.
 */
export function checkInputs(
  specs: readonly InputSpec[],
  given: Readonly<Record<string, unknown>>,
  rules: FileRules,
): InputResult {
  const inputs: Record<string, unknown> = { ...given }
  for (const spec of specs) {
    const checked = checkInput(spec, given[spec.name])
    if (checked.kind !== 'value') return checked
    inputs[spec.name] = checked.value
  }
  for (const { name, type } of specs) {
    if (type !== 'file' && type !== 'files') continue
    const found = findFiles(inputs[name], rules)
    if (found.kind !== 'value') return found
    inputs[name] = found.value
  }
  return { kind: 'good', inputs }
}

type Checked = { readonly kind: 'value'; readonly value: unknown } | Refused

function checkInput(spec: InputSpec, given: unknown): Checked {
  const value = given ?? spec.default
  if ((given === undefined || given === null) && spec.required) return bad(`${spec.name} is required in input form`)
  if (value === undefined) return good(null)
  switch (spec.type) {
    case 'text':
    case 'paragraph':
    case 'select':
      return checkText(spec, value)
    case 'number':
      return checkNumber(spec, value)
    case 'boolean':
      return good(toBoolean(value))
    case 'object':
      return isRecord(value) ? good(value) : bad(`${spec.name} in input form must be a dict`)
    case 'file':
    case 'files':
      return checkFileShape(spec, value)
  }
}

function checkText({ name, type, options, max }: InputSpec, value: unknown): Checked {
  if (typeof value !== 'string') return bad(`(type '${CONTROL_TYPES[type]}') ${name} in input form must be a string`)
  if (type === 'select' && !options.includes(value)) {
    return bad(`${name} in input form must be one of the following: ${pythonRepr(options)}`)
  }
  if (type !== 'select' && max !== undefined && [...value].length > max) {
    return bad(`${name} in input form must be less than ${max} characters`)
  }
  return good(value)
}

const INTEGER = /^[+-]?\d+$/
const DECIMAL = /^[+-]?(\d+\.\d*|\.\d+)(e[+-]?\d+)?$/i

// A boolean is a number in Python.
function checkNumber({ name }: InputSpec, value: unknown): Checked {
  if (typeof value === 'number' || typeof value === 'boolean') return good(value)
  if (typeof value !== 'string') {
    const type = pythonType(value)
    return {
      kind: 'crash',
      message: `expected value type int, float or str, got <class '${type}'>, value: ${pythonRepr(value)}`,
    }
  }
  const text = value.trim()
  if (text === '') return good(null)
  if (INTEGER.test(text) || DECIMAL.test(text)) return good(Number(text))
  return bad(`${name} in input form must be a valid number`)
}

const TRUE = new Set<unknown>([true, 1, 'true', '1', 'yes', 'on'])
const FALSE = new Set<unknown>([false, 0, 'false', '0', 'no', 'off'])

// What is neither stays as it is.
function toBoolean(value: unknown): unknown {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (TRUE.has(word)) return true
  return FALSE.has(word) ? false : value
}

// Web pages send an empty text for a file that nobody chose.
function checkFileShape({ name, type, required, max }: InputSpec, value: unknown): Checked {
  if (value === '' && !required) return good(null)
  if (type === 'file') return isRecord(value) ? good(value) : bad(`${name} in input form must be a file`)
  if (!Array.isArray(value) || !value.every(isRecord)) return bad(`${name} in input form must be a list of files`)
  if (max !== undefined && value.length > max) return bad(`${name} in input form must be less than ${max} files`)
  return good(value)
}

function findFiles(value: unknown, rules: FileRules): Checked {
  if (isRecord(value)) {
    const found = findFile(value, rules)
    return found.kind === 'file' ? good(found.file) : found
  }
  if (!Array.isArray(value)) return good(value)
  const files: unknown[] = []
  for (const given of value.filter(isRecord)) {
    const found = findFile(given, rules)
    if (found.kind === 'bad') return found
    files.push(found.file)
  }
  return good(files)
}

function good(value: unknown): Checked {
  return { kind: 'value', value }
}

function bad(message: string): Refused {
  return { kind: 'bad', message }
}
