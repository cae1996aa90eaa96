import type { NodeMessage, NodeOutput } from '../../src/generated/flowise.ts'
import type { MomentOf } from '../../src/run/moment.ts'
import type { FlowNode } from './graph.ts'
import { modelOutput, modelSettings } from './model-values.ts'
import { toText } from './reply-text.ts'
import type { Story, Turn } from './state.ts'

type Finished = MomentOf<'node-finished'>
type Values = Record<string, unknown>

/** What a step's record is made of. */
export interface StepContext {
  readonly story: Story
  readonly node: FlowNode
  readonly turn: Turn | undefined
  /** Messages of the run so far. */
  readonly history: readonly NodeMessage[]
  readonly thoughtFor: number | undefined
}

/** What went into a step and what came out, by its kind. */
export interface StepValues {
  readonly input: Values
  readonly output: NodeOutput
  readonly chatHistory?: NodeMessage[]
}

/** The values of a step that has ended. */
export function stepValues(context: StepContext, moment: Finished): StepValues {
  const { story, turn, node } = context
  switch (node.name) {
    case 'startAgentflow':
      return startValues(turn)
    case 'llmAgentflow':
      return modelValues('llm', context, moment)
    case 'agentAgentflow':
      return modelValues('agent', context, moment)
    case 'httpAgentflow':
      return httpValues(moment)
    case 'retrieverAgentflow':
      return {
        input: { question: story.run.request.message },
        output: { content: moment.documents.map(({ content }) => content).join('\n') },
      }
    case 'toolAgentflow':
      return { input: { toolInputArgs: [], selectedTool: moment.node.id }, output: { content: contentOf(moment) } }
    case 'conditionAgentflow':
      return conditionValues(
        { type: 'string', value1: story.run.request.message, operation: 'notEmpty', value2: '' },
        true,
      )
    default:
      return { input: functionInput(moment), output: { content: contentOf(moment) } }
  }
}

/** What the caller brought: the same goes in and out. */
export function startValues(turn: Turn | undefined): StepValues {
  const { question, form } = turn ?? {}
  const brought =
    typeof form === 'object' && form !== null ? { form: { ...form } } : { question: toText(question ?? '') }
  return { input: brought, output: brought }
}

/** A condition with one branch and the one for all else. */
export function conditionValues(condition: Values, isFulfilled: boolean): StepValues {
  const otherwise = { type: 'string', value1: '', operation: 'equal', value2: '', isFulfilled: !isFulfilled }
  const first = isFulfilled ? { ...condition, isFulfilled } : condition
  return { input: { conditions: { 0: condition } }, output: { conditions: [first, otherwise] } }
}

function modelValues(kind: 'llm' | 'agent', context: StepContext, moment: Finished): StepValues {
  const { story, node, history, thoughtFor } = context
  const output = modelOutput(story, moment, thoughtFor)
  const asked = history.length === 0 ? [{ role: 'user', content: story.run.request.message }] : []
  const { usedTools } = output
  const answer = {
    role: 'user',
    content: output.content,
    name: node.label.toLowerCase().replace(/\s/g, '_'),
    ...(usedTools && { additional_kwargs: { usedTools } }),
  }
  const tools = node.spec?.does === 'step' ? node.spec.tools : []
  return {
    input: { messages: [...history, ...asked], ...modelSettings(kind, moment.node.model, tools) },
    output,
    chatHistory: [...asked, answer],
  }
}

function httpValues({ outputs, status }: Finished): StepValues {
  const { status_code = 200, body = outputs } = outputs
  const sent = {
    method: 'GET',
    url: 'https://api.example.com/v1/items',
    headers: [],
    queryParams: [],
    responseType: 'json',
  }
  const answer = { data: body, status: status_code, statusText: status === 'succeeded' ? 'OK' : '', headers: {} }
  return { input: { http: sent }, output: { http: answer } }
}

function functionInput({ inputs, node }: Finished): Values {
  const inputVariables = Object.entries(inputs).map(([name, value]) => ({
    variableName: name.replace(/\W+/g, '_'),
    variableValue: value,
  }))
  return { inputVariables, code: `return ${node.id}();` }
}

/** A failure that the flow handles stands in for the result. */
function contentOf({ text, outputs, failure, handledBy }: Finished): string {
  if (handledBy === 'fail-branch') return failure?.message ?? ''
  return text ?? JSON.stringify(outputs, null, 2)
}
