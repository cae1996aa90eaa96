import type { components } from '../../src/generated/langflow.ts'
import type { Built } from './cast.ts'
import type { Component, Graph } from './graph.ts'
import { reasonOf, tracebackOf } from './messages.ts'
import { artifactsOf, shortOf } from './results.ts'
import type { Story } from './story.ts'
import { buildTime, spokenDuration } from './times.ts'

type Schemas = components['schemas']

/** How the build of a component went, told at an offset. */
export function vertexBuild({ run }: Story, { component, took, ...rest }: Built, at: number): Schemas['VertexBuild'] {
  const built = { component, took, ...rest }
  return {
    id: component.id,
    inactivated_vertices: [],
    next_vertices_ids: [...component.next],
    top_level_vertices: [...component.next],
    valid: built.failure === undefined,
    params: built.failure ? reasonOf({ type: built.failure.type, text: built.failure.message }) : 'None',
    data: vertexResult(built),
    timestamp: buildTime(run.createdAt + Math.floor(at), `${run.seed}/${component.id}/${at}`),
  }
}

function vertexResult(built: Built): Schemas['VertexResult'] {
  const { component, message, value, took, usage, failure } = built
  const { output } = component.type
  const time = { timedelta: took / 1_000, duration: spokenDuration(took), used_frozen_result: false }
  if (failure) {
    const fault = { type: failure.type, text: failure.message }
    const said = { errorMessage: reasonOf(fault), stackTrace: tracebackOf(fault) }
    const outputs = { [output]: { message: said, type: 'error' as const } }
    return { results: {}, outputs, logs: {}, message: {}, artifacts: {}, ...time, token_usage: null }
  }
  const { message: short, type } = shortOf(built)
  const artifacts = shortenAll(artifactsOf(built))
  return {
    results: { [output]: message ? { text: shorten(message.text) } : shortenAll(value) },
    outputs: { [output]: { message: shortenAll(short), type } },
    logs: { [output]: [] },
    message: artifacts,
    artifacts,
    ...time,
    token_usage: usage ? { ...usage } : null,
  }
}

const MOST_CHARACTERS = 6_000
const MOST_ITEMS = 1_000

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}...` : text
}

/** Long texts and lists are cut in these events, wherever they are in a value. */
function shortenAll<T>(value: T): T
function shortenAll(value: unknown): unknown {
  if (typeof value === 'string') return shorten(value)
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => shortenAll(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shortenAll(member)]))
}

/** What a component is within its flow. */
export function outputMeta({ outputs }: Graph, component: Component): Schemas['OutputMeta'] {
  return {
    component_id: component.id,
    display_name: component.displayName,
    vertex_type: component.type.name,
    output_types: [component.type.gives],
    is_output: outputs.includes(component),
    is_terminal: component.next.length === 0,
  }
}
