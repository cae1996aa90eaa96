import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Mock, type MockOptions, startMock } from '../../src/mock/start-mock.ts'

/** Folder of the made-up platform. */
export const PARROT = fileURLToPath(new URL('fixtures/parrot', import.meta.url))
/** Folder of its scenarios. */
export const SCENARIOS = fileURLToPath(new URL('fixtures/scenarios', import.meta.url))

/** Serves the made-up platform until the test ends. */
export async function startParrot(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ platforms: PARROT, scenarios: SCENARIOS, scenario: 'words', ...options })
  onTestFinished(() => mock.stop({ grace: 0 }))
  return mock
}

/** What a call needs beside its path. */
export interface Ask {
  readonly method?: string
  readonly key?: string | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Calls the parrot: with a body it is JSON, and a POST unless told otherwise. */
export function ask(mock: Mock, path: string, { method, key = 'polly', body, signal }: Ask = {}): Promise<Response> {
  return fetch(mock.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}

/** Reads a stream as text, piece by piece. */
export function readText(response: Response): AsyncIterator<string, undefined> {
  async function* read(): AsyncGenerator<string, undefined> {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) yield decoder.decode(chunk, { stream: true })
  }
  return read()
}

/** Reads on until the text ends as wanted. */
export async function readUntil(reader: AsyncIterator<string, undefined>, end: string): Promise<string> {
  let text = ''
  while (!text.endsWith(end)) {
    const { done, value } = await reader.next()
    if (done) throw new Error(`The stream ended after ${JSON.stringify(text)}`)
    text += value
  }
  return text
}
