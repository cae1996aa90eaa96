import type { ToolCall, Usage } from '../moment.ts'
import type { StepSpec } from '../scenario.ts'
import { formatValue } from '../template.ts'

/** Roughly how many letters make a token. */
const LETTERS_PER_TOKEN = 4
/** What the instructions around a question take. */
const INSTRUCTIONS = 20

interface Spent {
  /** Pieces of text and reasoning that were written. */
  readonly pieces: number
  readonly first: number
  readonly generating: number
  /** What the model was given to read. */
  readonly read: Readonly<Record<string, unknown>>
  readonly tools: readonly ToolCall[]
}

/** What a model's work cost: the scenario's numbers, or an estimate from what it read and wrote. */
export function usageOf(spec: StepSpec, { pieces, first, generating, read, tools }: Spent): Usage {
  const texts = [
    ...Object.values(read).map(formatValue),
    ...tools.map(({ output }) => output),
    ...spec.documents.map(({ content }) => content),
  ]
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  return {
    promptTokens: spec.tokens.prompt ?? INSTRUCTIONS + Math.ceil(letters / LETTERS_PER_TOKEN),
    completionTokens: spec.tokens.completion ?? pieces,
    promptPrice: spec.price.prompt,
    completionPrice: spec.price.completion,
    first,
    generating,
  }
}
