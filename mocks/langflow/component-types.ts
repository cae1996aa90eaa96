import type { NodeSpec } from '../../src/run/scenario.ts'

/** What the platform calls a kind of component, and what it gives. */
export interface ComponentType {
  /** First part of its id: `OpenAIModel`. */
  readonly name: string
  /** Name of its first output. */
  readonly output: string
  /** Type of that output. */
  readonly gives: 'Message' | 'Data' | 'DataFrame'
  readonly icon: string
}

export const CHAT_INPUT: ComponentType = type('ChatInput', 'message', 'Message', 'MessagesSquare')
export const CHAT_OUTPUT: ComponentType = type('ChatOutput', 'message', 'Message', 'MessagesSquare')
export const TEXT_OUTPUT: ComponentType = type('TextOutput', 'text', 'Message', 'type')
export const DATA_OUTPUT: ComponentType = type('DataOutput', 'data', 'Data', 'database')

const OPENAI = type('OpenAIModel', 'text_output', 'Message', 'OpenAI')
const ANTHROPIC = type('AnthropicModel', 'text_output', 'Message', 'Anthropic')
const OTHER = type('CustomComponent', 'output', 'Data', 'code')

const TYPES: Readonly<Record<string, ComponentType>> = {
  agent: type('Agent', 'response', 'Message', 'Bot'),
  'http-request': type('APIRequest', 'data', 'Data', 'Globe'),
  'knowledge-retrieval': type('KnowledgeRetrieval', 'retrieve_data', 'DataFrame', 'download'),
  code: type('PythonREPLComponent', 'results', 'Data', 'square-terminal'),
  'template-transform': type('Prompt', 'prompt', 'Message', 'braces'),
  'document-extractor': type('File', 'data', 'Data', 'file-text'),
  'variable-aggregator': type('MergeDataComponent', 'combined_data', 'Data', 'merge'),
}

const LOOP = type('LoopComponent', 'done', 'DataFrame', 'infinity')
const HUMAN_INPUT = type('HumanInput', 'decision', 'Data', 'user')

/** The component that stands for a node of a scenario. */
export function componentTypeOf(node: NodeSpec): ComponentType {
  switch (node.does) {
    case 'step':
      if (node.kind === 'llm') return isAnthropic(node.model) ? ANTHROPIC : OPENAI
      return TYPES[node.kind] ?? OTHER
    case 'human-input':
      return HUMAN_INPUT
    case 'iteration':
    case 'loop':
    case 'parallel':
      return LOOP
  }
}

/** Whether the provider of a model begins and ends its streams without empty pieces. */
export const isAnthropic = (model: string | undefined): boolean => /^claude/i.test(model ?? '')

function type(name: string, output: string, gives: ComponentType['gives'], icon: string): ComponentType {
  return { name, output, gives, icon }
}
