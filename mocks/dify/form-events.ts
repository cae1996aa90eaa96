import type { components, StreamEvent } from '../../src/generated/dify.ts'
import type { Form, MomentOf } from '../../src/run/moment.ts'
import { elapsedOf, eventOf, formIdOf, formTokenOf, nodeIdOf, runIdOf, type Story, timeOf, totalsOf } from './story.ts'

/** Actions and fields of a form, as events and the form's own route show them. */
export function formParts(form: Form) {
  return {
    inputs: form.fields.map(formInput),
    actions: form.actions.map(({ id, title, style }) => ({ id, title, button_style: style })),
  }
}

type FormInput = components['schemas']['FormField']

function formInput({ name, type, options, default: preset }: Form['fields'][number]): FormInput {
  const uploads = {
    allowed_file_types: ['image', 'document'],
    allowed_file_extensions: [],
    allowed_file_upload_methods: ['local_file', 'remote_url'],
  }
  switch (type) {
    case 'paragraph':
      return {
        output_variable_name: name,
        type,
        default: preset === undefined ? null : { type: 'constant', selector: [], value: preset },
      }
    case 'select':
      return {
        output_variable_name: name,
        type,
        option_source: { type: 'constant', selector: [], value: [...options] },
      }
    case 'file':
      return { output_variable_name: name, type, ...uploads }
    case 'files':
      return { output_variable_name: name, type: 'file-list', ...uploads, number_limits: 5 }
  }
}

/** Texts that fields start with, by field. */
export function formDefaults(form: Form): Record<string, string> {
  return Object.fromEntries(
    form.fields.flatMap(({ name, default: preset }) => (preset === undefined ? [] : [[name, preset]])),
  )
}

/** The ways by which people are asked. */
const CHANNELS = ['web_app'] as const
const THREE_DAYS = 3 * 24 * 3600 * 1000

/** Unix time in seconds at which a form expires; three days after it was made when the scenario says nothing. */
export function expiryOf(story: Story, form: Form): number {
  return timeOf(story, form.expiresAt ?? THREE_DAYS)
}

/** A form waits for a person. */
export function humanInputRequired(story: Story, form: Form): StreamEvent {
  const { inputs, actions } = formParts(form)
  return eventOf(story, 'human_input_required', {
    form_id: formIdOf(story, form.node),
    node_id: nodeIdOf(story, form.node),
    node_title: form.node.title,
    form_content: form.content,
    inputs,
    actions,
    display_in_ui: true,
    form_token: formTokenOf(story, form.node),
    approval_channels: [...CHANNELS],
    resolved_default_values: formDefaults(form),
    expiration_time: expiryOf(story, form),
  })
}

/** Why a run is paused, once for each form. */
export function pauseReasons(story: Story, forms: readonly Form[]) {
  return forms.map((form) => ({
    TYPE: 'human_input_required' as const,
    form_id: formIdOf(story, form.node),
    form_content: form.content,
    ...formParts(form),
    node_id: nodeIdOf(story, form.node),
    node_title: form.node.title,
    resolved_default_values: formDefaults(form),
    form_token: formTokenOf(story, form.node),
    expiration_time: expiryOf(story, form),
    approval_channels: [...CHANNELS],
  }))
}

/** The run waits; the stream ends here. */
export function workflowPaused(
  story: Story,
  { at, forms, totals }: MomentOf<'run-paused'>,
  startedAt: number,
): StreamEvent {
  return eventOf(story, 'workflow_paused', {
    workflow_run_id: runIdOf(story),
    paused_nodes: forms.map(({ node }) => nodeIdOf(story, node)),
    outputs: {},
    reasons: pauseReasons(story, forms),
    status: 'paused',
    created_at: timeOf(story, startedAt),
    elapsed_time: elapsedOf(story, startedAt, at, 'paused'),
    ...totalsOf(totals),
  })
}

/** A person answered. */
export function formFilled(story: Story, { form, answer, content }: MomentOf<'input-answered'>): StreamEvent {
  return eventOf(story, 'human_input_form_filled', {
    node_id: nodeIdOf(story, form.node),
    node_title: form.node.title,
    rendered_content: content,
    action_id: answer.action,
    action_text: actionTitle(form, answer.action),
    submitted_data: submittedData(form, answer.inputs),
  })
}

function actionTitle({ actions }: Form, action: string): string {
  return actions.find(({ id }) => id === action)?.title ?? action
}

// What the form has no field for is dropped.
function submittedData({ fields }: Form, inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap(({ name }) => (name in inputs ? [[name, inputs[name]]] : [])))
}

/** Nobody answered in time. */
export function formTimeout(story: Story, form: Form): StreamEvent {
  const data = {
    node_id: nodeIdOf(story, form.node),
    node_title: form.node.title,
    expiration_time: expiryOf(story, form),
  }
  return eventOf(story, 'human_input_form_timeout', data)
}

/** How a form was settled. */
export type Settled = MomentOf<'input-answered'> | MomentOf<'input-expired'>

/** The end of a node with a form, as its second start saw it: from when the form was settled, with what was filled in and chosen. */
export function settledNode(moment: MomentOf<'node-finished'>, settled: Settled): MomentOf<'node-finished'> {
  const { form, at } = settled
  const answer = settled.kind === 'input-answered' ? settled.answer : undefined
  const inputs = submittedData(form, answer?.inputs ?? {})
  const outputs = {
    ...inputs,
    __action_id: answer?.action ?? '',
    __action_value: answer ? actionTitle(form, answer.action) : '',
    __rendered_content: settled.kind === 'input-answered' ? settled.content : form.content,
  }
  return { ...moment, startedAt: at, inputs, outputs }
}
