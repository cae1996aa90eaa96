import type { ChatCompletionChunk, ChatCompletionResponse, ChunkChoice } from '../../src/generated/waterflai.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Moment, MomentOf } from '../../src/run/moment.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import { contentOf, finalOutput } from './outputs.ts'
import { STAYS_OPEN } from './stream.ts'

/** A whole answer. @param model - id under which the flow or chatbot was called. */
export function chatCompletion(run: Run, model: string, content: string) {
  const { promptTokens, completionTokens } = endOf(run.past())?.totals ?? { promptTokens: 0, completionTokens: 0 }
  return {
    id: completionIdOf(run),
    object: 'chat.completion',
    created: createdOf(run),
    model,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  } satisfies ChatCompletionResponse
}

/** The same answer piece by piece, token by token where it is one model's text; a failure is told by the last piece. */
export function* chunkFrames(run: Run, model: string, moments: readonly Moment[]): Generator<Frame> {
  const writer = writerOf(run.scenario)
  const chunk = (at: number, delta: ChunkChoice['delta'], reason: ChunkChoice['finish_reason'] = null): Frame => {
    const choices = [{ index: 0, delta: delta ?? {}, finish_reason: reason }]
    const object = 'chat.completion.chunk'
    const event: ChatCompletionChunk = { id: completionIdOf(run), object, created: createdOf(run), model, choices }
    return { at, text: `data: ${pythonJson(event)}\n\n`, event: object }
  }
  for (const moment of moments) {
    if (moment.kind === 'run-started') yield chunk(moment.at, { role: 'assistant', content: '' })
    if (moment.kind === 'text' && moment.node.id === writer) yield chunk(moment.at, { content: moment.text })
    if (moment.kind !== 'run-finished') continue
    const content = writer === undefined && isGood(moment) ? contentOf(finalOutput(moment.outputs)) : ''
    if (content !== '') yield chunk(moment.at, { content })
    yield chunk(moment.at, {}, moment.status === 'failed' ? 'error' : 'stop')
  }
  if (!endOf(moments)) yield STAYS_OPEN
}

/** How a run has ended, if it has. */
export function endOf(moments: readonly Moment[]): MomentOf<'run-finished'> | undefined {
  const last = moments.at(-1)
  return last?.kind === 'run-finished' ? last : undefined
}

/** Whether a run came to its results. */
export function isGood({ status }: MomentOf<'run-finished'>): boolean {
  return status === 'succeeded' || status === 'partial'
}

/** Id of the node whose text, and nothing else, is the answer. Absent: the answer is known at the end only. */
function writerOf({ outputs, nodes }: Scenario): string | undefined {
  const [template = '', ...more] = Object.values(outputs)
  const id = /^\{\{\s*nodes\.([^.}]+)\.text\s*\}\}$/.exec(template)?.[1]
  const node = nodes.find((spec) => spec.id === id)
  // A way out around a failure takes back what was said.
  const steady = node?.does === 'step' && (node.fails === undefined || node.fails.handled === 'no')
  return more.length === 0 && steady ? id : undefined
}

function completionIdOf(run: Run): string {
  return `chatcmpl-${run.id('completion').replaceAll('-', '').slice(0, 24)}`
}

function createdOf({ createdAt }: Run): number {
  return Math.floor(createdAt / 1000)
}
