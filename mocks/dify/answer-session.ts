import type { StreamEvent } from '../../src/generated/dify.ts'
import type { NodeSpec } from '../../src/run/scenario.ts'
import { namesIn } from '../../src/run/template.ts'
import { isFileValue } from './file-inputs.ts'
import { endOf, type Variable, variableOf } from './flow.ts'
import { pythonText } from './python-value.ts'
import type { Story } from './story.ts'
import { textChunk } from './text-events.ts'

/**
 * The text that a run gives out. It follows the outputs of the end node, in their order and a line break apart: what a later output gives
 * waits until the one before it is complete, and all of it waits while the flow may still turn away from the end node.
 */
export interface AnswerSession {
  readonly story: Story
  /** What is not complete yet, in order. */
  readonly rest: Segment[]
  /** Texts of models, by the scenario's id of the node. */
  readonly texts: Map<string, GrowingText>
  /** Outputs of nodes that have ended. */
  readonly values: Map<string, Readonly<Record<string, unknown>>>
  readonly passed: Set<string>
}

type Segment = { readonly kind: 'break' } | { readonly kind: 'variable'; readonly variable: Variable }

interface GrowingText {
  /** Not told yet. */
  readonly pieces: string[]
  readonly closed: boolean
}

/** Makes the session of a run. The start node's values are known from the beginning. */
export function createAnswerSession(story: Story): AnswerSession {
  const { scenario, request } = story.run
  const start = variableOf(scenario, 'message').node
  return {
    story,
    rest: segmentsOf(story),
    texts: new Map(),
    values: new Map([[start, { query: request.message, ...story.record.inputs }]]),
    passed: new Set(),
  }
}

/** A piece of a model's text has come. Returns the chunks that can be told now, as all of these do. */
export function addPiece(session: AnswerSession, node: string, piece: string): readonly StreamEvent[] {
  const { pieces = [] } = session.texts.get(node) ?? {}
  session.texts.set(node, { pieces: [...pieces, piece], closed: false })
  return tellAnswer(session)
}

/** A model's text is complete: an empty piece says so. */
export function closeText(session: AnswerSession, node: string): readonly StreamEvent[] {
  const { pieces = [] } = session.texts.get(node) ?? {}
  session.texts.set(node, { pieces: [...pieces, ''], closed: true })
  return tellAnswer(session)
}

/** A node has its outputs; what they tell goes before the event of its end. */
export function knowOutputs(
  session: AnswerSession,
  node: string,
  outputs: Readonly<Record<string, unknown>>,
): readonly StreamEvent[] {
  session.values.set(node, outputs)
  return tellAnswer(session)
}

/** A node has ended; what that sets free goes after the event of its end. */
export function passNode(session: AnswerSession, node: string): readonly StreamEvent[] {
  session.passed.add(node)
  return tellAnswer(session)
}

/** Whether nothing stands in the way any more: what models think is told from then on only. */
export function isOpen({ story, passed }: AnswerSession): boolean {
  return isReached(story.run.scenario.nodes, passed)
}

/** The chunks that can be told now. */
export function tellAnswer(session: AnswerSession): readonly StreamEvent[] {
  if (!isOpen(session)) return []
  const events: StreamEvent[] = []
  for (let segment = session.rest[0]; segment; segment = session.rest[0]) {
    const { chunks, complete } = takeChunks(session, segment)
    events.push(...chunks)
    if (!complete) break
    session.rest.shift()
  }
  return events
}

function takeChunks({ story, texts, values }: AnswerSession, segment: Segment) {
  if (segment.kind === 'break') {
    return { chunks: [textChunk(story, '\n', [endOf(story.run.scenario), 'answer'])], complete: true }
  }
  const { node, name } = segment.variable
  const text = name === 'text' ? texts.get(node) : undefined
  if (text) {
    texts.set(node, { ...text, pieces: [] })
    return { chunks: text.pieces.map((piece) => textChunk(story, piece, [node, name])), complete: text.closed }
  }
  const known = values.get(node)
  if (!known || !(name in known)) return { chunks: [], complete: false }
  return { chunks: [textChunk(story, renderValue(known[name]), [node, name])], complete: true }
}

function segmentsOf({ run: { scenario } }: Story): Segment[] {
  const outputs = Object.values(scenario.outputs)
    .map(namesIn)
    .filter((names) => names.length > 0)
  return outputs.flatMap((names, index): Segment[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...names.map((name): Segment => ({ kind: 'variable', variable: variableOf(scenario, name) })),
  ])
}

/** Whether the end of the flow is sure to come: by one branch of each fork at least, all nodes that can turn elsewhere have ended. */
function isReached(specs: readonly NodeSpec[], passed: ReadonlySet<string>): boolean {
  return specs.every((spec) =>
    spec.does === 'parallel'
      ? spec.branches.some((branch) => isReached(branch, passed))
      : !canTurn(spec) || passed.has(spec.id),
  )
}

const TURNS = new Set(['condition', 'if-else', 'classifier', 'question-classifier'])

// Containers count among them: the engine takes what follows them for uncertain.
function canTurn(spec: NodeSpec): boolean {
  return spec.does !== 'step' || TURNS.has(spec.kind) || spec.fails?.handled === 'fail-branch'
}

/** A value that is given out at once: lists as `- item` lines, objects as indented JSON. */
function renderValue(value: unknown): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((item) => `- ${pythonText(item)}`).join('\n')
  if (isFileValue(value)) return `${value.type === 'image' ? '!' : ''}[${value.filename ?? ''}](${value.url ?? ''})`
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : pythonText(value)
}
