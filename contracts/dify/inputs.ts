import { jsonOf, type Transcript } from '../../src/contract/transcript.ts'
import { isRecord } from '../../src/spec/record.ts'

/** A variable of the app's start form, as far as requests need it. */
export interface Variable {
  readonly name: string
  /** `text-input`, `paragraph`, `select`, `number`, `checkbox`, `file`, `file-list`, `json_object`; others may come. */
  readonly control: string
  readonly required: boolean
  readonly maxLength: number | undefined
  readonly options: readonly string[]
}

/** The question that default runs ask. */
export const QUESTION = 'Which is the largest ocean?'

/** The start form that `/parameters` was answered with; empty when it was not, or holds something else. */
export function variablesOf(transcripts: readonly Transcript[]): readonly Variable[] {
  const answered = transcripts.findLast(
    ({ operation, answer }) => operation === 'getAppParameters' && answer?.status === 200,
  )
  const body = answered && jsonOf(answered)
  const form = isRecord(body) ? body.user_input_form : undefined
  return Array.isArray(form) ? form.flatMap(readVariable) : []
}

function readVariable(control: unknown): readonly Variable[] {
  const [entry] = isRecord(control) ? Object.entries(control) : []
  if (!entry || !isRecord(entry[1])) return []
  const { variable, required, max_length, options } = entry[1]
  if (typeof variable !== 'string') return []
  return [
    {
      name: variable,
      control: entry[0],
      required: required === true,
      maxLength: typeof max_length === 'number' ? max_length : undefined,
      options: Array.isArray(options) ? options.map(String) : [],
    },
  ]
}

/** Inputs that the form should take: its required variables, and the question for apps that take one. Files are left to the caller. */
export function defaultInputs(variables: readonly Variable[]): Readonly<Record<string, unknown>> {
  const required = variables
    .filter((variable) => variable.required)
    .flatMap((variable) => {
      const value = valueFor(variable)
      return value === undefined ? [] : [[variable.name, value]]
    })
  return { query: QUESTION, ...Object.fromEntries(required) }
}

function valueFor({ control, maxLength, options }: Variable): unknown {
  switch (control) {
    case 'text-input':
    case 'paragraph':
      return QUESTION.slice(0, maxLength ?? QUESTION.length)
    case 'select':
      return options[0]
    case 'number':
      return 1
    case 'checkbox':
      return true
    case 'json_object':
      return {}
    default:
      return undefined
  }
}

/** Inputs that break one rule of the form: a required variable missing, else a text that is none. Undefined when the form has no such rule. */
export function brokenInputs(
  variables: readonly Variable[],
  good: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const required = variables.find((variable) => variable.required)
  if (required) return Object.fromEntries(Object.entries(good).filter(([name]) => name !== required.name))
  const text = variables.find(({ control }) => ['text-input', 'paragraph', 'select'].includes(control))
  return text && { ...good, [text.name]: 7 }
}

/** The inputs with an uploaded file where the form takes one; undefined when it takes none. */
export function withFile(
  variables: readonly Variable[],
  good: Readonly<Record<string, unknown>>,
  file: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const variable = variables.find(({ control }) => control === 'file' || control === 'file-list')
  return variable && { ...good, [variable.name]: variable.control === 'file' ? file : [file] }
}
