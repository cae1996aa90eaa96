import type { NodeRun, ToolCall, Usage } from '../moment.ts'
import type { StepSpec, ToolSpec } from '../scenario.ts'
import { fillRecord, fillText } from '../template.ts'
import { type Place, sleep, toldResults } from './place.ts'
import type { Part } from './schedule.ts'
import { usageOf } from './usage.ts'
import { type Written, writeText } from './write-text.ts'

/** What came of a step's work. */
export interface Work {
  readonly text: string | undefined
  readonly reasoning: string | undefined
  readonly tools: readonly ToolCall[]
  readonly usage: Usage | undefined
}

/**
 * One attempt of a step, up to its end: thinks, calls its tools, finds its documents, writes, works on.
 * @param read - what a model is given to read, beside tools and documents.
 */
export function* runWork(
  spec: StepSpec,
  node: NodeRun,
  place: Place,
  read: Readonly<Record<string, unknown>>,
): Part<Work> {
  const begunAt = place.flow.clock.now
  // A default value stands in for all that the node would have said.
  const writes = spec.model !== undefined && spec.fails?.handled !== 'default-value'
  const thought = writes ? yield* think(spec, node, place) : undefined
  const tools: ToolCall[] = []
  for (const [index, tool] of spec.tools.entries()) tools.push(yield* callTool(tool, index, node, place))
  if (!writes) yield* workOn(spec, place)
  findDocuments(spec, node, place)
  const pauses = thought === undefined || tools.length > 0
  const written = writes ? yield* speak(spec, node, place, pauses ? spec.pace.first : undefined) : undefined
  if (writes) yield* workOn(spec, place)
  const text = spec.text === undefined ? undefined : fillText(spec.text, place.scope)
  const reasoning = spec.reasoning === undefined || !writes ? undefined : fillText(spec.reasoning, place.scope)
  const firstAt = thought?.firstAt ?? written?.firstAt ?? begunAt
  const lastAt = written?.lastAt ?? thought?.lastAt ?? begunAt
  const pieces = (thought?.pieces ?? 0) + (written?.pieces ?? 0)
  const spent = { pieces, first: firstAt - begunAt, generating: lastAt - firstAt, read, tools }
  return { text, reasoning, tools, usage: writes ? usageOf(spec, spent) : undefined }
}

function* workOn({ takes }: StepSpec, place: Place): Part<void> {
  if (takes === 'until-stopped') yield { for: 'ever' }
  else yield* sleep(place, takes)
}

function* think(spec: StepSpec, node: NodeRun, place: Place): Part<Written | undefined> {
  if (spec.reasoning === undefined) return undefined
  const { clock, random } = place.flow
  return yield* writeText(fillText(spec.reasoning, place.scope), place, {
    pace: spec.pace,
    first: spec.pace.first,
    random: random(`${node.key}/reasoning`),
    tell: toldResults(node, place).includes('text')
      ? (text, last) => place.emit({ kind: 'reasoning', at: clock.now, node, text, last })
      : undefined,
  })
}

/** @param first - absent when the text follows what was thought without a break. */
function* speak(spec: StepSpec, node: NodeRun, place: Place, first: number | undefined): Part<Written | undefined> {
  if (spec.text === undefined) return undefined
  const { clock, random } = place.flow
  const told = toldResults(node, place).includes('text')
  const written = yield* writeText(fillText(spec.text, place.scope), place, {
    pace: spec.pace,
    first: first ?? 1000 / spec.pace.tokensPerSecond,
    random: random(`${node.key}/text`),
    tell: told
      ? (text) => place.emit({ kind: 'text', at: clock.now, node, output: 'text', text, whole: false })
      : undefined,
  })
  if (told && spec.fails === undefined) place.emit({ kind: 'text-ended', at: clock.now, node })
  return written
}

function* callTool(tool: ToolSpec, index: number, node: NodeRun, place: Place): Part<ToolCall> {
  const { clock } = place.flow
  const call: ToolCall = {
    key: `${node.key}/tool[${index}]`,
    name: tool.name,
    input: fillRecord(tool.input, place.scope),
    output: fillText(tool.output, place.scope),
    error: tool.error === undefined ? undefined : fillText(tool.error, place.scope),
  }
  const startedAt = clock.now
  place.emit({ kind: 'tool-started', at: startedAt, node, call, startedAt })
  yield* sleep(place, tool.takes)
  place.emit({ kind: 'tool-finished', at: clock.now, node, call, startedAt })
  return call
}

function findDocuments({ documents }: StepSpec, node: NodeRun, place: Place): void {
  if (documents.length > 0) place.emit({ kind: 'documents', at: place.flow.clock.now, node, documents })
}
