import type { Call } from '../../src/mock/call.ts'
import type { Form, Moment } from '../../src/run/moment.ts'
import { expiryOf, formDefaults, formParts } from './form-events.ts'
import { faultOf, modelError, NOT_AN_OBJECT } from './model-error.ts'
import { phaseOf } from './phase.ts'
import { isRecord } from './python-value.ts'
import { refuse } from './refusals.ts'
import { readUserBody } from './run-payload.ts'
import { appOf, type State } from './state.ts'
import { formIdOf, formTokenOf, type Story } from './story.ts'

/** Reads a form that waits. */
export function getHumanInputForm(call: Call<State>) {
  const found = findForm(call)
  if (!found) return refuse(404, 'not_found', 'Form not found')
  const closed = whyClosed(found)
  if (closed) return closed
  const { inputs, actions } = formParts(found.form)
  const body = {
    form_content: found.form.content,
    inputs,
    resolved_default_values: formDefaults(found.form),
    user_actions: actions,
    expiration_time: expiryOf(found.story, found.form),
  }
  return { kind: 'body', status: 200, body } as const
}

/** Answers a form; the run goes on, and its stream can be joined again. */
export function submitHumanInputForm(call: Call<State>) {
  const read = readUserBody(call)
  if (read.kind === 'refused') return read.reply
  const { inputs, action } = read.body
  if (!isRecord(inputs) || typeof action !== 'string') {
    return refuse(400, 'invalid_param', modelError('HumanInputFormSubmitPayload', payloadFaults(read.body)))
  }
  const found = findForm(call)
  if (!found) return refuse(404, 'not_found', 'Form not found')
  const closed = whyClosed(found)
  if (closed) return closed
  const invalid = whyInvalid(found.form, action, inputs)
  if (invalid !== undefined) return refuse(400, 'invalid_form_data', invalid)
  const taken = found.story.run.answer({ node: found.form.node.key, action, inputs })
  return taken ? ({ kind: 'body', status: 200, body: {} } as const) : expired(found)
}

const NOT_A_STRING = { says: 'Input should be a valid string', type: 'string_type' } as const

function payloadFaults(body: Readonly<Record<string, unknown>>) {
  const isString = (value: unknown) => typeof value === 'string'
  return [faultOf(body, 'inputs', isRecord, NOT_AN_OBJECT), faultOf(body, 'action', isString, NOT_A_STRING)].flatMap(
    (fault) => fault ?? [],
  )
}

interface FoundForm {
  readonly story: Story
  readonly form: Form
}

function findForm(call: Call<State>): FoundForm | undefined {
  const token = call.params.form_token
  const app = appOf(call)
  for (const run of call.runs.list()) {
    const record = call.state.records.get(run)
    if (record?.app.id !== app.id) continue
    const story = { run, record }
    const told = run
      .past()
      .find((moment) => moment.kind === 'input-required' && formTokenOf(story, moment.form.node) === token)
    if (told?.kind === 'input-required') return { story, form: told.form }
  }
  return undefined
}

// A form that was left when its run was stopped is taken for an expired one.
function whyClosed(found: FoundForm) {
  const past = found.story.run.past()
  const isSettled = (moment: Moment, kind: 'input-answered' | 'input-expired') =>
    moment.kind === kind && moment.form.node.key === found.form.node.key
  if (past.some((moment) => isSettled(moment, 'input-answered'))) return submitted(found)
  const isOver = past.some((moment) => isSettled(moment, 'input-expired')) || phaseOf(past).kind === 'finished'
  return isOver ? expired(found) : undefined
}

function submitted({ story, form }: FoundForm) {
  const message = `This form has already been submitted by another user, form_id=${formIdOf(story, form.node)}`
  return refuse(412, 'human_input_form_submitted', message)
}

function expired({ story, form }: FoundForm) {
  return refuse(412, 'human_input_form_expired', `This form has expired, form_id=${formIdOf(story, form.node)}`)
}

function whyInvalid(form: Form, action: string, inputs: Readonly<Record<string, unknown>>): string | undefined {
  if (!form.actions.some(({ id }) => id === action)) return `Invalid action: ${action}`
  const isMissing = (name: string) => inputs[name] === undefined || inputs[name] === null
  const missing = form.fields.filter(({ name, required }) => required && isMissing(name))
  if (missing.length > 0) return `Missing required inputs: ${missing.map(({ name }) => name).join(', ')}`
  const broken = form.fields.find((field) => !isMissing(field.name) && !fits(field, inputs[field.name]))
  return broken && `Invalid value for input '${broken.name}'`
}

function fits({ type, options }: Form['fields'][number], value: unknown): boolean {
  switch (type) {
    case 'paragraph':
      return typeof value === 'string'
    case 'select':
      return options.some((option) => option === value)
    case 'file':
      return isRecord(value)
    case 'files':
      return Array.isArray(value)
  }
}
