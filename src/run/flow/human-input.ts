import type { FormAnswer, NodeFailure, NodeRun } from '../moment.ts'
import type { HumanInputSpec } from '../scenario.ts'
import { fillText, lookUp, namesIn, type Scope } from '../template.ts'
import type { Place } from './place.ts'
import type { Part } from './schedule.ts'
import { tellWhole } from './step.ts'

/** Waits until a person answers the form, or it expires. */
export function* runHumanInput(spec: HumanInputSpec, node: NodeRun, place: Place): Part<NodeFailure | undefined> {
  const { emit, flow, scope } = place
  const { clock } = flow
  const startedAt = clock.now
  emit({ kind: 'node-started', at: startedAt, node, startedAt })
  const fields = spec.fields.map((field) => ({
    ...field,
    default: field.default === undefined ? undefined : fillText(field.default, scope),
  }))
  const content = fillText(spec.content, scope)
  const { actions, expires } = spec
  const { settled } = yield { for: 'form', draft: { node, content, fields, actions, expires } }
  const answer = settled?.answer
  const outputs = answer ? valuesOf(spec, answer, scope) : {}
  if (answer) scope.answers.set(spec.id, outputs)
  scope.nodes.set(spec.id, { text: undefined, outputs, error: undefined })
  if (settled && answer) {
    emit({ kind: 'input-answered', at: clock.now, form: settled.form, answer, content: fillText(spec.content, scope) })
  } else if (settled) emit({ kind: 'input-expired', at: clock.now, form: settled.form })
  tellWhole(node, place, undefined, outputs)
  emit({
    kind: 'node-finished',
    at: clock.now,
    node,
    startedAt,
    status: 'succeeded',
    handledBy: undefined,
    failure: undefined,
    inputs: Object.fromEntries(namesIn(spec.content).map((name) => [name, lookUp(name.split('.'), scope) ?? ''])),
    outputs,
    text: undefined,
    reasoning: undefined,
    usage: undefined,
    tools: [],
    documents: [],
  })
  return undefined
}

/** The values by field, a field's default where the person left it out, and the chosen action beside them. */
function valuesOf({ fields }: HumanInputSpec, { action, inputs }: FormAnswer, scope: Scope): Record<string, unknown> {
  const values = fields.map(({ name, default: value }) => [
    name,
    inputs[name] ?? (value && fillText(value, scope)) ?? '',
  ])
  return { ...Object.fromEntries(values), ...inputs, action }
}
