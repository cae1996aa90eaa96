import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { AsyncExecutionStartResponse, AsyncExecutionStatusResponse } from '../../../src/generated/waterflai.ts'
import { type MockOptions, startMock } from '../../../src/mock/start-mock.ts'
import { loadSpec } from '../../../src/spec/load-spec.ts'
import { createJudge } from '../judge.ts'

export const spec = loadSpec(fileURLToPath(new URL('../../../openapi/waterflai.yaml', import.meta.url)))
export const KEY = 'wf_test_key_0001'

export interface Ask {
  readonly method?: string
  /** Empty: none. */
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** A mock of its own for one test, and requests to it that fail the test when an answer breaks the spec. */
export async function startWaterflai(options: MockOptions = {}) {
  const mock = await startMock({ platforms: 'waterflai', speed: 'instant', ...options })
  onTestFinished(() => mock.stop({ grace: 0 }))
  const judge = createJudge(spec)
  const send = (path: string, { method, key = KEY, body, headers, signal }: Ask = {}) =>
    fetch(path.startsWith('http') ? path : mock.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key !== '' && { 'x-api-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  /** Reads an answer to its end, and throws with what the spec objects to. */
  const accept = async (operation: string, response: Response) => {
    const { answer, objections } = await judge(operation, response)
    if (objections.length > 0)
      throw new Error(`${operation} breaks the spec:\n  ${objections.slice(0, 8).join('\n  ')}`)
    return answer
  }
  const ask = async (operation: string, path: string, options: Ask = {}) => accept(operation, await send(path, options))
  const start = async (flow: string, input_data: Record<string, unknown> = { query: 'Good morning' }) =>
    (await ask('startExecution', `/v1/executions/${flow}/async`, { body: { input_data } }))
      .json as AsyncExecutionStartResponse
  const status = async (job: AsyncExecutionStartResponse) =>
    (await ask('getExecution', job.status_url)).json as AsyncExecutionStatusResponse
  const follow = (job: AsyncExecutionStartResponse) => send(job.stream_url)
  const cancel = async (job: AsyncExecutionStartResponse) =>
    (await ask('cancelExecution', job.cancel_url, { method: 'DELETE' })).json
  return { mock, send, accept, ask, start, status, follow, cancel }
}
