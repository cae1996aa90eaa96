import type { Call, UploadedFile } from '../../src/mock/call.ts'
import { isRecord, type Values } from './is-record.ts'
import { has } from './variants.ts'

/** The body of a prediction: its fields, from JSON or a form. */
export type ReadMessage =
  | { readonly kind: 'fields'; readonly fields: Values; readonly files: readonly UploadedFile[] }
  | { readonly kind: 'malformed'; readonly reason: string }
  /** No body, a list, or a content type that the server does not know: as good as empty. */
  | { readonly kind: 'nothing' }

/** Fields of a form that documents describe as JSON. */
const JSON_FIELDS = ['overrideConfig', 'history', 'humanInput']

/** Reads the body of a prediction. */
export function readMessage(call: Call<unknown>): ReadMessage {
  const { body } = call
  switch (body.kind) {
    case 'malformed':
      return { kind: 'malformed', reason: body.reason }
    case 'json':
      return isRecord(body.value) ? { kind: 'fields', fields: body.value, files: [] } : { kind: 'nothing' }
    case 'form':
      return { kind: 'fields', fields: formFields(body, has(call, 'unparsed-form-fields')), files: body.files }
    case 'none':
    case 'other':
      return { kind: 'nothing' }
  }
}

type Form = Extract<Call<unknown>['body'], { kind: 'form' }>

// As soon as there is a file, the fields of the form count as the overrides of the flow.
function formFields({ fields, files }: Form, unparsed: boolean): Values {
  const texts: Values = Object.fromEntries(fields)
  const read = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, !unparsed && JSON_FIELDS.includes(name) ? parse(text) : text]),
  )
  if (files.length === 0) return read
  const vars = 'vars' in texts ? { vars: parse(texts.vars) } : {}
  const overrides = isRecord(read.overrideConfig) ? read.overrideConfig : {}
  return { ...read, overrideConfig: { ...texts, ...overrides, ...vars } }
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return text
  }
}

/** Whether the message asks for events. */
export function asksToStream({ streaming }: Values): boolean {
  return streaming === true || streaming === 'true'
}
