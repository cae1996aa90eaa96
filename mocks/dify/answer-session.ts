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
  /** Whether nothing stands in the way any more: what models think is told from then on only. */
  readonly isOpen: () => boolean
  /** The run has begun. */
  readonly begin: () => readonly StreamEvent[]
  /** A piece of a model's text. */
  readonly add: (node: string, piece: string) => readonly StreamEvent[]
  /** The last piece of a model's text has come. */
  readonly close: (node: string) => readonly StreamEvent[]
  /** A node has its values, which goes before the event of its end. */
  readonly know: (node: string, values: Readonly<Record<string, unknown>>) => readonly StreamEvent[]
  /** A node has ended, which goes after the event of its end. */
  readonly pass: (node: string) => readonly StreamEvent[]
}

type Segment = { readonly kind: 'break' } | { readonly kind: 'variable'; readonly variable: Variable }

/** Begins the text of a run. The start node's values are known from the beginning. */
export function createAnswerSession(story: Story): AnswerSession {
  const { scenario, request } = story.run
  const rest = segmentsOf(story)
  const passed = new Set<string>()
  const streams = new Map<string, Stream>()
  const values = new Map<string, Readonly<Record<string, unknown>>>()
  values.set(variableOf(scenario, 'message').node, { query: request.message, ...story.record.inputs })
  const isOpen = () => isReached(scenario.nodes, passed)

  /** Takes what can be told of the first segment; undefined: it is not complete yet. */
  const take = (segment: Segment): { readonly events: readonly StreamEvent[]; readonly complete: boolean } => {
    if (segment.kind === 'break') {
      return { events: [textChunk(story, '\n', [endOf(scenario), 'answer'])], complete: true }
    }
    const { node, name } = segment.variable
    const stream = name === 'text' ? streams.get(node) : undefined
    const known = values.get(node)
    if (stream) {
      const events = stream.pieces.splice(0).map((piece) => textChunk(story, piece, [node, name]))
      return { events, complete: stream.closed }
    }
    if (!known || !(name in known)) return { events: [], complete: false }
    return { events: [textChunk(story, renderValue(known[name]), [node, name])], complete: true }
  }
  const flush = (): readonly StreamEvent[] => {
    if (!isOpen()) return []
    const events: StreamEvent[] = []
    for (let segment = rest[0]; segment; segment = rest[0]) {
      const taken = take(segment)
      events.push(...taken.events)
      if (!taken.complete) break
      rest.shift()
    }
    return events
  }
  const streamOf = (node: string): Stream => {
    const stream = streams.get(node) ?? { pieces: [], closed: false }
    streams.set(node, stream)
    return stream
  }
  return {
    isOpen,
    begin: flush,
    add(node, piece) {
      streamOf(node).pieces.push(piece)
      return flush()
    },
    // An empty piece is the sign of the end.
    close(node) {
      const stream = streamOf(node)
      stream.pieces.push('')
      stream.closed = true
      return flush()
    },
    know(node, known) {
      values.set(node, known)
      return flush()
    },
    pass(node) {
      passed.add(node)
      return flush()
    },
  }
}

interface Stream {
  /** Not told yet. */
  readonly pieces: string[]
  closed: boolean
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
