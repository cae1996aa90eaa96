import type { CalledTool, NodeOutput, SourceDocument, UsageMetadata, UsedTool } from '../../src/generated/flowise.ts'
import type { MomentOf, ToolCall, Usage } from '../../src/run/moment.ts'
import type { StepSpec } from '../../src/run/scenario.ts'
import { uuidOf } from '../../src/run/uuid.ts'
import type { Story } from './state.ts'

type Finished = MomentOf<'node-finished'>

/** A tool as a model asks for it. */
export const calledTool = (call: Pick<ToolCall, 'name' | 'input'>): CalledTool => ({
  tool: call.name,
  toolInput: { ...call.input },
  toolOutput: '',
})

/** A tool that has run. */
export function usedTool({ name, input, output, error }: ToolCall): UsedTool {
  const used = { tool: name, toolInput: { ...input } }
  return error === undefined ? { ...used, toolOutput: output } : { ...used, toolOutput: '', error }
}

/** A document as answers show it. */
export function sourceDocument({ title, content, source }: Finished['documents'][number]): SourceDocument {
  return { pageContent: content, metadata: { title, source } }
}

/** What a model used up, without prices: as it is told in a stream. */
export function usageMetadata({ promptTokens, completionTokens }: Usage) {
  return {
    input_tokens: promptTokens,
    output_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    input_token_details: {},
    output_token_details: {},
  } satisfies UsageMetadata
}

function pricedUsage(usage: Usage): UsageMetadata {
  const base_input_cost = usage.promptPrice / 1e6
  const base_output_cost = usage.completionPrice / 1e6
  const input_cost = usage.promptTokens * base_input_cost
  const output_cost = usage.completionTokens * base_output_cost
  return {
    ...usageMetadata(usage),
    input_cost,
    output_cost,
    total_cost: input_cost + output_cost,
    base_input_cost,
    base_output_cost,
  }
}

/** What came out of a model, in the order of the wire. `thoughtFor` is in seconds. */
export function modelOutput({ run }: Story, moment: Finished, thoughtFor: number | undefined): NodeOutput {
  const { node, startedAt, at, usage, tools, documents, reasoning } = moment
  const { start, end } = { start: Math.round(run.createdAt + startedAt), end: Math.round(run.createdAt + at) }
  return {
    content: moment.text ?? '',
    timeMetadata: { start, end, delta: end - start },
    calledTools: [],
    ...(usage && { usageMetadata: pricedUsage(usage), responseMetadata: responseMetadata(usage, node.model) }),
    ...(tools.length > 0 && { usedTools: tools.map(usedTool), availableTools: tools.map(availableTool) }),
    ...(documents.length > 0 && { sourceDocuments: documents.map(sourceDocument) }),
    ...(reasoning !== undefined && {
      reasonContent: { thinking: reasoning, ...(thoughtFor !== undefined && { thinkingDuration: thoughtFor }) },
    }),
  }
}

function responseMetadata({ promptTokens, completionTokens }: Usage, model: string | undefined) {
  return {
    prompt: 0,
    completion: 0,
    finish_reason: 'stop',
    model_name: model,
    model_provider: 'openai',
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  }
}

function availableTool({ name, input }: ToolCall) {
  const properties = Object.fromEntries(Object.keys(input).map((key) => [key, { type: 'string' }]))
  return {
    name,
    description: `Runs ${name}.`,
    schema: { type: 'object', properties, additionalProperties: false },
    toolNode: { label: name, name },
  }
}

const CREDENTIAL = uuidOf('credential:model')

/** How a model node is set up. Streams and records show the id of its credential twice. */
export function modelSettings(kind: 'llm' | 'agent', model: string | undefined, tools: StepSpec['tools']) {
  return {
    [`${kind}Model`]: 'chatOpenAI',
    ...(tools.length > 0 && { agentTools: tools.map(({ name }) => toolSetting(name)) }),
    [`${kind}EnableMemory`]: true,
    [`${kind}MemoryType`]: 'allMessages',
    [`${kind}ReturnResponseAs`]: 'userMessage',
    [`${kind}ModelConfig`]: {
      modelName: model,
      temperature: 0.1,
      streaming: true,
      [`${kind}Model`]: 'chatOpenAI',
      credential: CREDENTIAL,
      FLOWISE_CREDENTIAL_ID: CREDENTIAL,
    },
  }
}

function toolSetting(name: string) {
  return {
    agentSelectedTool: name,
    agentSelectedToolRequiresHumanInput: false,
    agentSelectedToolConfig: { agentSelectedTool: name },
  }
}
