import type { MomentOf, RunRequest } from '../../src/run/moment.ts'
import type { DocumentSpec, Scenario } from '../../src/run/scenario.ts'
import { historyOf } from './query.ts'

type Values = Record<string, unknown>

/** What the Output node gives out: the flow's one result, or an object of all of them. */
export function finalOutput(outputs: Readonly<Values>): { readonly response: unknown } {
  const values = Object.values(outputs)
  return { response: values.length === 1 ? values[0] : { ...outputs } }
}

/** A final output as the text of a chat message: JSON where it is not a text. */
export function contentOf({ response }: Readonly<Values>): string {
  return typeof response === 'string' ? response : JSON.stringify(response)
}

/** What a run was asked, and of which flow. */
export interface Asked {
  readonly scenario: Scenario
  readonly request: RunRequest
}

/** Values of a node by output port. */
export function portsOf(asked: Asked, moment: MomentOf<'node-finished'> | MomentOf<'group-finished'>): Values {
  if (moment.kind === 'group-finished') {
    return moment.group === 'iteration' ? { results: [...moment.results] } : { ...moment.variables }
  }
  const { node, outputs, text, documents } = moment
  switch (node.kind) {
    case 'start':
      return inputPorts(asked)
    case 'end':
    case 'answer':
      return finalOutput(outputs)
    default:
      return {
        ...(text !== undefined && { response: text }),
        ...(documents.length > 0 && { documents: documents.map(documentOf) }),
        ...outputs,
      }
  }
}

function inputPorts({ scenario, request }: Asked): Values {
  const own = scenario.inputs
    .filter(({ name }) => name !== 'query')
    .map(({ name, default: preset }) => [name, request.inputs[name] ?? preset ?? null])
  return {
    user_message: request.message,
    message_history: historyOf(request.inputs.query),
    ...Object.fromEntries(own),
  }
}

function documentOf({ title, content, source, score }: DocumentSpec) {
  return { page_content: content, metadata: { source, title, score } }
}
