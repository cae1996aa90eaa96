import type { Operation, Spec } from '../../src/spec/spec.ts'
import type { Answer, Mutant } from './mutant.ts'

/** What stands between contract and server. */
export interface Between {
  readonly spec: Spec
  /** Base URL of the server. */
  readonly url: string
  readonly key: string
}

/** A `fetch` whose answers to the operations of a set are read whole and changed. */
export function intercept(
  { spec, url: base, key }: Between,
  isWanted: (operation: string) => boolean,
  part: Mutant['part'],
  change: (operation: string, answer: Answer) => Answer,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const response = await fetch(request)
    const id = operationOf(spec, base, request)?.id
    if (id === undefined || !isWanted(id)) return response
    const headers = Object.fromEntries(response.headers)
    const head = {
      status: response.status,
      headers,
      end: 'closed',
      url: request.url,
      key: keyOf(request, key),
    } as const
    const streamed = /event-stream|ndjson/.test(headers['content-type'] ?? '')
    if (!streamed) {
      return responseOf(change(id, { ...head, text: await response.text(), waited: false }), request.signal)
    }
    if (part === 'head') {
      const { status, headers: others, text } = change(id, { ...head, text: '', waited: false })
      return new Response(text === '' ? response.body : text, { status, headers: others })
    }
    const changeWhole = (text: string, waited: boolean) => change(id, { ...head, text, waited })
    return new Response(changeFinished(response.body, part === 'pace', changeWhole), response)
  }
}

function keyOf({ headers }: Request, key: string): Answer['key'] {
  const given = ['authorization', 'x-api-key'].flatMap((name) => headers.get(name) ?? [])
  if (given.length === 0) return 'none'
  return given.some((value) => value.includes(key)) ? 'right' : 'wrong'
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
 * A body as it comes, changed as a whole where it ends by itself. One that waits for a person or a stop is passed on as it is, unless it is to be
 * kept back: a proxy that held it back would break promises of its own.
 */
function changeFinished(
  body: ReadableStream<Uint8Array> | null,
  keepBack: boolean,
  change: (text: string, waited: boolean) => Answer,
): ReadableStream<Uint8Array> {
  const reader = (body ?? new Blob([]).stream()).getReader()
  const came: Uint8Array[] = []
  let pending = reader.read()
  let waited = false
  let done = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (done) return
      for (;;) {
        const next = waited ? await pending : await orSilence(pending)
        if (next === 'silence') {
          waited = true
          if (keepBack) continue
          for (const chunk of came) controller.enqueue(chunk)
          if (came.length > 0) return
          continue
        }
        if (next.done) {
          done = true
          const answer = change(Buffer.concat(came).toString(), waited)
          return waited && !keepBack ? controller.close() : end(controller, answer)
        }
        pending = reader.read()
        came.push(next.value)
        if (waited && !keepBack) return controller.enqueue(next.value)
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
