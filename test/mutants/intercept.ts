import type { Operation, Spec } from '../../src/spec/spec.ts'
import type { Answer, Mutant } from './mutant.ts'

/** A `fetch` that damages the answers of one operation, and how many it has damaged. */
export interface Intercepted {
  readonly fetch: typeof fetch
  hits(): number
}

/** Stands between contract and server. Only answers of the mutant's operation are read whole. */
export function intercept(spec: Spec, base: string, mutant: Mutant): Intercepted {
  let hits = 0
  return {
    hits: () => hits,
    async fetch(input, init) {
      const request = new Request(input, init)
      const response = await fetch(request)
      if (operationOf(spec, base, request)?.id !== mutant.operation) return response
      const headers = Object.fromEntries(response.headers)
      const keyed = ['authorization', 'x-api-key'].some((name) => request.headers.has(name))
      const head = { status: response.status, headers, end: 'closed', url: request.url, keyed } as const
      const change = (text: string): Answer => {
        const damaged = mutant.damage({ ...head, text })
        if (damaged !== undefined) hits += 1
        return damaged ?? { ...head, text }
      }
      const streamed = /event-stream|ndjson/.test(headers['content-type'] ?? '')
      if (!streamed) return responseOf(change(await response.text()), request.signal)
      if (mutant.part === 'head') {
        const { status, headers: others, text } = change('')
        return new Response(text === '' ? response.body : text, { status, headers: others })
      }
      return new Response(changeFinished(response.body, change), response)
    },
  }
}

function operationOf(spec: Spec, base: string, { method, url }: Request): Operation | undefined {
  const path = new URL(url).pathname.slice(new URL(base).pathname.replace(/\/$/, '').length)
  return [...spec.operations.values()]
    .filter((operation) => operation.method === method.toLowerCase() && pathPattern(operation.path).test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

function pathPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]*\}/g, '[^/]+')}$`)
}

function responseOf(answer: Answer, signal: AbortSignal): Response {
  const { 'content-length': _, ...headers } = answer.headers
  const { status } = answer
  const body = [204, 205, 304].includes(status) ? null : bodyLater(Promise.resolve(answer), signal)
  return new Response(body, { status, headers })
}

/** A stream that has been silent for so long, in milliseconds, waits for something: on an instant clock all else comes at once. */
const WAITING = 120

/**
 * A body as it comes, changed as a whole where it ends by itself. One that waits for a person or a stop is passed on as it is: a proxy that held
 * it back would break promises of its own.
 */
function changeFinished(
  body: ReadableStream<Uint8Array> | null,
  change: (text: string) => Answer,
): ReadableStream<Uint8Array> {
  const reader = (body ?? new Blob([]).stream()).getReader()
  const held: Uint8Array[] = []
  let pending = reader.read()
  let live = false
  let done = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (done) return
      for (;;) {
        const next = live ? await pending : await orSilence(pending)
        if (next === 'silence') {
          live = true
          for (const chunk of held) controller.enqueue(chunk)
          if (held.length > 0) return
          continue
        }
        if (next.done) {
          done = true
          return live ? controller.close() : end(controller, change(Buffer.concat(held).toString()))
        }
        pending = reader.read()
        if (live) return controller.enqueue(next.value)
        held.push(next.value)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

function orSilence<T>(pending: Promise<T>): Promise<T | 'silence'> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(resolve, WAITING, 'silence')
  })
  return Promise.race([pending, silence]).finally(() => clearTimeout(timer))
}

// A stream that stalls stays open: who reads it gives up.
function end(controller: ReadableStreamDefaultController<Uint8Array>, answer: Answer): void {
  if (answer.text !== '') controller.enqueue(new TextEncoder().encode(answer.text))
  if (answer.end === 'cut') controller.error(new TypeError('terminated'))
  if (answer.end === 'closed') controller.close()
}

// What answers in one piece may be cut or stall as well.
function bodyLater(answer: Promise<Answer>, signal: AbortSignal): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => controller.error(signal.reason))
    },
    async pull(controller) {
      const { text, end } = await answer
      const bytes = sent ? new Uint8Array() : new TextEncoder().encode(text)
      sent = true
      if (bytes.length > 0) return controller.enqueue(bytes)
      if (end === 'cut') controller.error(new TypeError('terminated'))
      if (end === 'closed') controller.close()
    },
  })
}
