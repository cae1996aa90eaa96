import type { Call } from '../../src/mock/call.ts'
import {
  aRecord,
  aText,
  checkFields,
  type FieldRules,
  isRecord,
  missing,
  oneOf,
  orNull,
  type Problem,
  type Rule,
} from './fields.ts'
import { textOf } from './refusals.ts'
import type { State } from './state.ts'
import type { Tweaks } from './tweaks.ts'

/** What to run a flow with, defaults filled in. */
export interface RunFields {
  readonly input: string | null
  readonly inputType: string | null
  readonly outputType: string | null
  readonly outputComponent: string
  readonly tweaks: Tweaks
  readonly sessionId: string | null
}

export type RunBody =
  | { readonly kind: 'fields'; readonly fields: RunFields }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

const aTweak: Rule = (value, loc) =>
  typeof value === 'string' || isRecord(value)
    ? []
    : [...aText(value, [...loc, 'str']), ...aRecord(value, [...loc, 'dict[str,any]'])]

const tweaks: Rule = (value, loc) =>
  isRecord(value) ? Object.entries(value).flatMap(([key, tweak]) => aTweak(tweak, [...loc, key])) : aRecord(value, loc)

const RULES: FieldRules = {
  fields: {
    input_value: orNull(aText),
    input_type: orNull(oneOf(['chat', 'text', 'any'])),
    output_type: orNull(oneOf(['chat', 'text', 'any', 'debug'])),
    output_component: orNull(aText),
    tweaks: orNull(tweaks),
    session_id: orNull(aText),
  },
}

/**
 * Reads the body of a run. The framework looks for its fields one level down and refuses what is wrong there; the flat form that everybody
 * sends is read by hand, and dropped as a whole when a value of it is wrong.
 */
export function readRunBody(call: Call<State>): RunBody {
  const value = jsonOf(call)
  if (value === undefined) return { kind: 'fields', fields: fieldsOf({}) }
  if (!isRecord(value)) return { kind: 'refused', problems: [gone('input_request'), gone('context')] }
  const embedded = value.input_request
  const problems = [
    ...(embedded === undefined ? [] : orNull(checkEmbedded)(embedded, ['body', 'input_request'])),
    ...(value.context === undefined ? [] : orNull(aRecord)(value.context, ['body', 'context'])),
  ]
  if (problems.length > 0) return { kind: 'refused', problems }
  if (isRecord(embedded)) return { kind: 'fields', fields: fieldsOf(embedded) }
  return { kind: 'fields', fields: fieldsOf(checkFields(value, RULES, ['body']).length > 0 ? {} : value) }
}

// Whatever the content type says, JSON is taken for JSON.
function jsonOf(call: Call<State>): unknown {
  if (call.body.kind === 'json') return call.body.value ?? undefined
  try {
    return JSON.parse(textOf(call) ?? '')
  } catch {
    return undefined
  }
}

const gone = (name: string): Problem => missing(['body', name], null)

const checkEmbedded: Rule = (input, loc) => {
  if (isRecord(input)) return checkFields(input, RULES, loc)
  const msg = 'Input should be a valid dictionary or object to extract fields from'
  return [{ type: 'model_attributes_type', loc, msg, input }]
}

function fieldsOf(value: Readonly<Record<string, unknown>>): RunFields {
  return {
    input: textIn(value.input_value),
    inputType: 'input_type' in value ? textIn(value.input_type) : 'chat',
    outputType: 'output_type' in value ? textIn(value.output_type) : 'chat',
    outputComponent: textIn(value.output_component) ?? '',
    tweaks: isRecord(value.tweaks) ? value.tweaks : {},
    sessionId: textIn(value.session_id),
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
