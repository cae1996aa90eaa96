import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { components } from '../../../src/generated/dify.ts'
import { type MockOptions, startMock } from '../../../src/mock/start-mock.ts'
import { loadSpec } from '../../../src/spec/load-spec.ts'
import { createJudge } from '../judge.ts'

/** The spec's own types of bodies and events. */
export type Schemas = components['schemas']

/** The spec that all answers are held against. */
export const spec = loadSpec(fileURLToPath(new URL('../../../openapi/dify.yaml', import.meta.url)))

/** Folder with scenarios of the tests' own. */
export const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url))

const judge = createJudge(spec)

/** What a request has beside its path; a GET unless it has a body. */
export interface Ask {
  readonly method?: string
  /** Empty: none. */
  readonly key?: string
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly form?: FormData
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** Calls back when a mock is no longer needed: at the end of the test, or of the file with `afterAll`. */
type WhenOver = (stop: () => Promise<void>) => void

/** A mock of its own, and requests to it that fail the test when an answer breaks the spec. */
export async function startDify(options: MockOptions = {}, whenOver: WhenOver = onTestFinished) {
  const mock = await startMock({ platforms: 'dify', speed: 'instant', ...options })
  whenOver(() => mock.stop({ grace: 0 }))
  const send = (path: string, { method, key = 'app-flowproof', body, form, headers, signal }: Ask = {}) =>
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
  /** Sends, reads to the end, and throws with what the spec objects to. */
  const ask = async (operation: string, path: string, options: Ask = {}) => {
    const { answer, objections } = await judge(operation, await send(path, options))
    if (objections.length > 0)
      throw new Error(`${operation} breaks the spec:\n  ${objections.slice(0, 8).join('\n  ')}`)
    return answer
  }
  const run = (
    mode: 'blocking' | 'streaming',
    options: Ask & { inputs?: Record<string, unknown>; user?: string } = {},
  ) => {
    const { inputs = { query: 'Good morning' }, user = 'user-42', ...rest } = options
    return ask('runWorkflow', '/workflows/run', { ...rest, body: { inputs, user, response_mode: mode } })
  }
  return { mock, send, ask, run }
}

type Event = Schemas['WorkflowStreamEvent']

/** Events of a stream by name, typed. */
export function eventsNamed<N extends Event['event']>(events: readonly unknown[], name: N) {
  return (events as readonly Event[]).filter((event): event is Extract<Event, { event: N }> => event.event === name)
}

/** What a stream gave out, by the variable it came from. */
export function textsOf(events: readonly unknown[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { data } of eventsNamed(events, 'text_chunk')) {
    const selector = (data.from_variable_selector ?? []).join('.')
    texts[selector] = (texts[selector] ?? '') + data.text
  }
  return texts
}
