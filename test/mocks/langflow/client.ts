import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { components } from '../../../src/generated/langflow.ts'
import { type MockOptions, startMock } from '../../../src/mock/start-mock.ts'
import { loadScenarios } from '../../../src/run/load-scenarios.ts'
import { createScenarios } from '../../../src/run/scenarios.ts'
import { loadSpec } from '../../../src/spec/load-spec.ts'
import { createJudge } from '../judge.ts'

export type Schemas = components['schemas']

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export const spec = loadSpec(path('../../../openapi/langflow.yaml'))

/** Scenarios that only these tests need: a model that fails in the middle of its text, and the like. */
export const OWN_SCENARIOS = path('scenarios')

export const SCENARIOS = loadScenarios([path('../../../mocks/scenarios')])
const deployed = createScenarios([...SCENARIOS, ...loadScenarios([OWN_SCENARIOS])], { default: 'answer' })

/** UUID of the flow that plays a scenario. */
export function flowId(name: string): string {
  const scenario = deployed.find(name)
  if (!scenario) throw new Error(`no scenario ${name}`)
  return deployed.idOf(scenario)
}

export interface Ask {
  readonly method?: string
  /** Empty: none. */
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** A mock of its own for one test, and requests to it that fail the test when an answer breaks the spec. */
export async function startLangflow(options: MockOptions = {}) {
  const mock = await startMock({ platforms: 'langflow', speed: 'instant', ...options })
  onTestFinished(() => mock.stop({ grace: 0 }))
  const judge = createJudge(spec)
  const send = (url: string, { method, key = 'sk-flowproof', body, headers, signal }: Ask = {}) =>
    fetch(mock.url + url, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key !== '' && { 'x-api-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body:
        body instanceof Uint8Array || typeof body === 'string'
          ? body
          : body === undefined
            ? null
            : JSON.stringify(body),
      signal: signal ?? null,
    })
  /** Sends, reads to the end, and throws with what the spec objects to. */
  const ask = async (operation: string, url: string, options: Ask = {}) => {
    const { answer, objections } = await judge(operation, await send(url, options))
    if (objections.length > 0)
      throw new Error(`${operation} breaks the spec:\n  ${objections.slice(0, 8).join('\n  ')}`)
    return answer
  }
  const run = (name: string, fields: object = {}) =>
    ask('runFlow', `/api/v1/run/${name}`, { body: { input_value: 'Good morning', session_id: 'chat-1', ...fields } })
  const stream = (name: string, fields: object = {}) =>
    ask('runFlow', `/api/v1/run/${name}?stream=true`, {
      body: { input_value: 'Good morning', session_id: 'chat-1', ...fields },
    })
  const workflow = (name: string, mode: 'sync' | 'stream' | 'background', fields: object = {}) =>
    ask('runWorkflow', '/api/v2/workflows', {
      body: { flow_id: flowId(name), input_value: 'Good morning', session_id: 'chat-1', mode, ...fields },
    })
  const build = (name: string, delivery: 'polling' | 'streaming' | 'direct', fields: object = {}) =>
    ask('buildFlow', `/api/v1/build/${flowId(name)}/flow?event_delivery=${delivery}`, {
      body: { inputs: { input_value: 'Good morning', session: 'chat-1', ...fields } },
    })
  return { mock, send, ask, run, stream, workflow, build }
}

type Event = Schemas['RunStreamEvent'] | Schemas['WorkflowStreamEvent'] | Schemas['BuildStreamEvent']

/** Events of a stream by name, typed. */
export function eventsNamed<N extends Event['event']>(events: readonly unknown[], name: N) {
  return (events as readonly Event[]).filter((event): event is Extract<Event, { event: N }> => event.event === name)
}

/** Names of the events of a stream, in order; tokens in a row count once. */
export function namesOf(events: readonly unknown[]): string[] {
  const names = (events as readonly Event[]).map(({ event }) => event)
  return names.filter((name, index) => name !== 'token' || names[index - 1] !== 'token')
}
