import { fileURLToPath } from 'node:url'
import type { Contender } from './harness/contender.ts'
import type { BenchRequest } from './harness/request.ts'

/** What is asked in a comparison: a run answered at once, a description of the app, a run as a stream. */
export type Kind = 'run' | 'info' | 'stream'

const PRISM = fileURLToPath(import.meta.resolve('@stoplight/prism-cli'))
const AIMOCK = fileURLToPath(new URL('./cli.js', import.meta.resolve('@copilotkit/aimock')))
/** A bearer key selects the scenario by its name. */
const KEY = 'app-answer'
const BODY = { inputs: { query: 'Why is the sea salty?' }, user: 'bench' }
const ENDINGS: Readonly<Record<Kind, string>> = { run: '"finished_at"', info: '"mode"', stream: '"workflow_finished"' }

/** The request of one kind to the mock, and so to the bare servers. */
export function requestOf(kind: Kind, key = KEY): BenchRequest {
  const headers = {
    authorization: `Bearer ${key}`,
    accept: kind === 'stream' ? 'text/event-stream' : 'application/json',
  }
  if (kind === 'info') return { method: 'GET', path: '/v1/info', headers }
  const body = JSON.stringify({ ...BODY, response_mode: kind === 'stream' ? 'streaming' : 'blocking' })
  return { method: 'POST', path: '/v1/workflows/run', headers, body }
}

/** The mock as it is shipped, started by its own command. */
export function mock(kind: Kind, flags: readonly string[] = ['--speed', 'instant']): Contender {
  return {
    name: 'flowproof mock',
    command: (port) => ['dist/src/cli/main.js', 'mock', 'dify', '--port', String(port), '--quiet', ...flags],
    request: requestOf(kind),
    ending: ENDINGS[kind],
  }
}

/** Prism with the same spec, down-levelled to what it reads; it knows no base path and answers with examples. */
export function prism(kind: Kind): Contender {
  const request = requestOf(kind)
  return {
    name: 'Prism',
    command: (port) => [PRISM, 'mock', 'dist/openapi/dify-3.1.yaml', '--port', String(port), '--verboseLevel', 'error'],
    request: { ...request, path: request.path.replace(/^\/v1/, '') },
    ending: ENDINGS[kind],
  }
}

/**
 * AIMock, which knows no spec: its nearest answers are a chat completion of the same text and its list of models.
 * @param fixture - file that holds the text.
 * @param chunk - characters in one streamed piece of it.
 */
export function aimock(kind: Kind, fixture: string, chunk: number): Contender {
  const settings = ['--fixtures', fixture, '--chunk-size', String(chunk), '--latency', '0', '--log-level', 'silent']
  const headers = { authorization: 'Bearer bench' }
  const messages = [{ role: 'user', content: BODY.inputs.query }]
  const body = JSON.stringify({ model: 'gpt-4o-mini', stream: kind === 'stream', messages })
  return {
    name: 'AIMock',
    command: (port) => [AIMOCK, '--port', String(port), ...settings],
    request:
      kind === 'info'
        ? { method: 'GET', path: '/v1/models', headers }
        : { method: 'POST', path: '/v1/chat/completions', headers, body },
    ending: { run: '"usage"', info: '"data"', stream: 'data: [DONE]' }[kind],
  }
}

/** The fixture that makes AIMock say a text. */
export function aimockFixture(text: string): unknown {
  return { fixtures: [{ match: { userMessage: BODY.inputs.query }, response: { content: text } }] }
}

/** Express 5 with one route that sends a recorded answer. */
export function bareExpress(kind: Kind, recording: string): Contender {
  return {
    name: 'bare Express 5',
    command: (port) => ['--import', 'tsx', 'bench/servers/bare-express.ts', recording, String(port)],
    request: requestOf(kind),
    ending: ENDINGS[kind],
  }
}

/** Node's own server that answers each POST with a recording, in its recorded time. */
export function bareHttp(recording: string): Contender {
  return {
    name: 'bare node:http',
    command: (port) => ['--import', 'tsx', 'bench/servers/bare-http.ts', recording, String(port)],
    request: requestOf('info'),
    ending: '',
  }
}
