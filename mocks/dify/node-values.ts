import type { MomentOf, NodeFailure, NodeRun, ToolCall } from '../../src/run/moment.ts'
import { textNameOf, variableOf } from './flow.ts'
import { formatUsage } from './money.ts'
import { nodeIdOf, type Story } from './story.ts'

const NODE_TYPES: Readonly<Record<string, string>> = {
  condition: 'if-else',
  template: 'template-transform',
  retrieval: 'knowledge-retrieval',
  classifier: 'question-classifier',
}

/** The API's word for what a node is. */
export function nodeTypeOf(node: { readonly kind: string }): string {
  return NODE_TYPES[node.kind] ?? node.kind
}

type Finished = MomentOf<'node-finished'>
type Values = Record<string, unknown>

/** What went into a node. */
export function inputsOf(story: Story, { node, inputs, outputs }: Finished): Values {
  switch (nodeTypeOf(node)) {
    case 'start':
      return { ...story.record.inputs }
    case 'end':
      return { ...outputs }
    case 'human-input':
      return { ...inputs }
    case 'http-request':
      return {}
    case 'knowledge-retrieval':
      return { query: story.run.request.message }
    default:
      return node.model === undefined ? namedInputs(inputs) : modelInputs(story, node, inputs)
  }
}

const MODEL_PROVIDER = 'langgenius/openai/openai'

// A model's inputs are named after the variables in its prompt, and the question is one of them.
function modelInputs(story: Story, node: NodeRun, inputs: Finished['inputs']): Values {
  const { message } = story.run.request
  const asked = Object.entries(story.record.inputs).find(([, value]) => value === message)
  const question = asked ? { [`inputs.${asked[0]}`]: message } : {}
  const named = Object.entries({ ...question, ...inputs }).map(([template, value]) => {
    const variable = variableOf(story.run.scenario, template, node)
    return [`#${nodeIdOf(story, { id: variable.node })}.${variable.name}#`, value]
  })
  return { ...Object.fromEntries(named), model_provider: MODEL_PROVIDER, model_name: node.model }
}

// Elsewhere the flow's author names them; a scenario has no such names, so `nodes.draft.text` becomes `draft_text`.
function namedInputs(inputs: Finished['inputs']): Values {
  const named = Object.entries(inputs).map(([template, value]) => {
    if (template === 'message') return ['query', value]
    return [template.replace(/^(inputs|nodes|answers)\.|\.outputs(?=\.)/g, '').replaceAll('.', '_'), value]
  })
  return Object.fromEntries(named)
}

/** What a node did with what went in. */
export function processDataOf({ run }: Story, { node, usage, status }: Finished): Values {
  if (node.kind === 'http-request') return { request: REQUEST }
  if (node.model === undefined || usage === undefined || status !== 'succeeded') return {}
  return {
    model_mode: 'chat',
    prompts: [{ role: 'user', text: run.request.message, files: [] }],
    usage: formatUsage(usage),
    finish_reason: 'stop',
    model_provider: MODEL_PROVIDER,
    model_name: node.model,
  }
}

/** The request that an HTTP node shows; scenarios do not say which one it sent. */
export const REQUEST = 'GET /v1/items HTTP/1.1\r\nHost: api.example.test\r\n\r\n'

/** What came out of a node. A failure that the flow handles is among its outputs, with the values that stand in. */
export function outputsOf(story: Story, moment: Finished): Values {
  const { node, status, failure, outputs } = moment
  if (status === 'handled') return { ...outputs, error_message: failure?.message, error_type: failure?.type }
  if (status === 'failed') return failedOutputs(node, failure)
  return nodeTypeOf(node) === 'start' ? { ...story.record.inputs } : { ...ownOutputs(moment), ...outputs }
}

/** What an attempt that failed gives out: an HTTP node shows the answer that it took for a failure. */
export function failedOutputs({ kind }: NodeRun, failure: NodeFailure | undefined): Values {
  const [, status] = /status code (\d{3})\b/.exec(failure?.message ?? '') ?? []
  if (kind !== 'http-request' || status === undefined) return {}
  return httpOutputs(Number(status), 'upstream unavailable')
}

function httpOutputs(status: number, body: string) {
  return { status_code: status, body, headers: { 'content-type': 'text/plain' }, files: [] }
}

// Those that nodes of a type always have; the scenario's own come on top.
function ownOutputs({ node, text = '', reasoning = '', usage, tools, documents }: Finished): Values {
  const cost = usage && { usage: formatUsage(usage) }
  switch (nodeTypeOf(node)) {
    case 'llm':
      return { text, reasoning_content: reasoning, ...cost, finish_reason: 'stop' }
    case 'agent':
      return { text, files: [], json: tools.map(toolResult), ...cost }
    case 'tool':
      return { text: text || tools.map(({ output }) => output).join('\n'), files: [], json: tools.map(toolResult) }
    case 'knowledge-retrieval':
      return { result: documents.map(documentResult) }
    case 'http-request':
      return httpOutputs(200, text)
    default:
      return text === '' ? {} : { [textNameOf(node.kind)]: text }
  }
}

const toolResult = ({ name, output }: ToolCall) => ({ tool_name: name, result: output })

function documentResult(document: MomentOf<'documents'>['documents'][number], index: number) {
  return {
    metadata: {
      _source: 'knowledge',
      position: index + 1,
      dataset_name: document.source,
      document_name: document.title,
      score: document.score,
    },
    title: document.title,
    content: document.content,
    files: [],
  }
}

/** What a node cost, and where it stood; null when there is nothing to say. A failure that the flow handles hides the cost. */
export function executionMetadata(story: Story, moment: Finished): Values | null {
  const { node, usage, status, handledBy } = moment
  return orNull({
    ...(usage && status === 'succeeded' && costOf(usage)),
    ...(handledBy && { error_strategy: handledBy }),
    ...placeOf(story, node),
  })
}

function costOf(usage: NonNullable<Finished['usage']>) {
  const { total_tokens, total_price, currency } = formatUsage(usage)
  return { total_tokens, total_price, currency }
}

/** Where a node stood, as metadata; null outside of containers. */
export function placeMetadata(story: Story, node: NodeRun): Values | null {
  return orNull(placeOf(story, node))
}

function placeOf(story: Story, { within }: NodeRun): Values {
  if (!within) return {}
  const id = nodeIdOf(story, within.node)
  return within.group === 'iteration'
    ? { iteration_id: id, iteration_index: within.index }
    : { loop_id: id, loop_index: within.index }
}

function orNull(values: Values): Values | null {
  return Object.keys(values).length > 0 ? values : null
}
