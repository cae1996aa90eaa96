import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { components } from '../../../src/generated/flowise.ts'
import { type MockOptions, startMock } from '../../../src/mock/start-mock.ts'
import { loadSpec } from '../../../src/spec/load-spec.ts'
import { createJudge } from '../judge.ts'

export type Schemas = components['schemas']
export type StreamEvent = Schemas['PredictionStreamEvent']

export const spec = loadSpec(fileURLToPath(new URL('../../../openapi/flowise.yaml', import.meta.url)))

/** The key of flows that are bound to one, where the mock has none of its own. */
export const SAMPLE_KEY = 'flowproof-sample-key-0123456789-abcdefghijk'

/** An id that no flow has. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** Scenarios that show what the given ones have no word for. */
export const OWN_SCENARIOS = fileURLToPath(new URL('scenarios', import.meta.url))

export interface Ask {
  readonly method?: string
  readonly key?: string
  readonly body?: unknown
  readonly form?: FormData | URLSearchParams
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** A mock of its own for one test, and requests to it that fail the test when an answer breaks the spec. */
export async function startFlowise(options: MockOptions = {}) {
  const mock = await startMock({ platforms: 'flowise', speed: 'instant', ...options })
  onTestFinished(() => mock.stop({ grace: 0 }))
  const judge = createJudge(spec)
  const send = (path: string, { method, key = '', body, form, headers, signal }: Ask = {}) =>
    fetch(mock.url + path, {
      method: method ?? (body === undefined && form === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key !== '' && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
    })
  /** Reads an answer to its end, and throws with what the spec objects to. */
  const read = async (operation: string, response: Response) => {
    const { answer, objections } = await judge(operation, response)
    if (objections.length > 0)
      throw new Error(`${operation} breaks the spec:\n  ${objections.slice(0, 8).join('\n  ')}`)
    return answer
  }
  const ask = async (operation: string, path: string, options: Ask = {}) => read(operation, await send(path, options))
  const predict = (flow: string, body: unknown, options: Ask = {}) =>
    ask('createPrediction', `/prediction/${flow}`, { ...options, body })
  /** The events of a message. */
  const stream = async (flow: string, body: object, options: Ask = {}) => {
    const { events } = await predict(flow, { ...body, streaming: true }, options)
    return events as readonly StreamEvent[]
  }
  /** Sends a message whose events are read later: the run has begun. */
  const begin = async (flow: string, body: object) => {
    const response = await send(`/prediction/${flow}`, { body: { ...body, streaming: true } })
    return async () => (await read('createPrediction', response)).events as readonly StreamEvent[]
  }
  return { mock, send, ask, predict, stream, begin }
}

/** Events of a stream by name, typed. */
export function named<N extends StreamEvent['event']>(events: readonly StreamEvent[], name: N) {
  return events.filter((event): event is Extract<StreamEvent, { event: N }> => event.event === name)
}

/** All pieces of the answer. */
export const textOf = (events: readonly StreamEvent[]): string =>
  named(events, 'token')
    .map(({ data }) => data)
    .join('')

/** A stream as a list of names, statuses with them; repeated names are counted. */
export function shapeOf(events: readonly StreamEvent[]): string[] {
  const names = events.map((event) => {
    if (event.event === 'agentFlowEvent') return `flow ${event.data}`
    if (event.event === 'nextAgentFlow') return `${event.data.nodeId} ${event.data.status}`
    if (event.event === 'agentFlowExecutedData') return `executed ${event.data.length}`
    return event.event
  })
  return names.flatMap((name, index) => {
    if (names[index - 1] === name) return []
    return [names[index + 1] === name ? `${name}+` : name]
  })
}
