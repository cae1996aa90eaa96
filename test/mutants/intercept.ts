import { wrongKeyLike } from '../../src/contract/wrong-key.ts'
import type { Spec } from '../../src/spec/spec.ts'
import { createExchangeNames } from './exchange-names.ts'
import { type Answer, isDamaged, type Mutant } from './mutant.ts'
import { operationFinder } from './operation-of.ts'
import { type Recording, spliceFor } from './recording.ts'
import { spliceStream } from './splice.ts'

/** Where a proxy stands, and what it does there. */
export interface Interception {
  readonly spec: Spec
  /** Base URL of the correct server. */
  readonly url: string
  /** The key that it takes. */
  readonly key: string
  readonly recording: Recording
  readonly mutant: Mutant
}

/** A `fetch` that damages the answers of one operation. */
export interface Interceptor {
  readonly fetch: typeof fetch
  /** What is sent from now on, this probe sends. */
  begin(probe: string): void
  /** Answers damaged so far. */
  hits(): number
}

/** Stands between contract and server. Only answers of the mutant's operation are read whole. */
export function intercept({ spec, url, key, recording, mutant }: Interception): Interceptor {
  const operationOf = operationFinder(spec, url)
  const names = createExchangeNames()
  const recorded = new Map(recording.map((answer) => [answer.name, answer]))
  const damage = mutant.begin()
  let hits = 0
  return {
    hits: () => hits,
    begin: names.begin,
    async fetch(input, init) {
      const request = new Request(input, init)
      const operation = operationOf(request)?.id
      const name = names.next(operation ?? '')
      const probe = names.probe()
      const response = await fetch(request)
      if (operation !== mutant.operation) return response
      const head = { ...headOf(request, response, key), probe }
      const change = (text: string): Answer => {
        const damaged = damage({ ...head, text })
        if (!isDamaged(damaged)) return { ...head, text }
        hits += 1
        return damaged
      }
      if (!isStreamed(response)) return responseOf(change(await response.text()), request.signal)
      if (mutant.part === 'head') {
        const { status, headers, text } = change('')
        return new Response(text === '' ? response.body : text, { status, headers })
      }
      const known = recorded.get(name)
      if (mutant.part === 'held') {
        if (known?.course !== 'waits') return response
        hits += 1
        return new Response(holdBack(response.body), response)
      }
      if (known?.course === 'left') return response
      if (known?.course === 'waits') {
        const splice = spliceFor(known, damage(known.answer))
        const onDone = () => {
          hits += 1
        }
        return splice ? new Response(response.body?.pipeThrough(spliceStream(splice, onDone)), response) : response
      }
      // What is asked after a damage may differ from what was recorded.
      const patience = known && hits === 0 ? undefined : SILENCE
      return new Response(changeFinished(response.body, change, patience), response)
    },
  }
}

/** What an answer says before its body, and whom it answers. */
export function headOf(request: Request, { status, headers }: Response, key: string): Omit<Answer, 'text' | 'probe'> {
  const sent = [request.url, ...request.headers.values()].join('\n')
  const used = sent.includes(key) ? 'valid' : sent.includes(wrongKeyLike(key)) ? 'wrong' : 'none'
  return { status, headers: Object.fromEntries(headers), end: 'closed', url: request.url, key: used }
}

/** Whether a body comes bit by bit. */
export function isStreamed({ headers }: Response): boolean {
  return /event-stream|ndjson/.test(headers.get('content-type') ?? '')
}

function responseOf(answer: Answer, signal: AbortSignal): Response {
  const { 'content-length': _, ...headers } = answer.headers
  const { status } = answer
  const body = [204, 205, 304].includes(status) ? null : bodyOf(answer, signal)
  return new Response(body, { status, headers })
}

/** A stream that has been silent for so long, in milliseconds, waits for something: on an instant clock all else comes at once. */
const SILENCE = 120

/**
 * A body as it comes, changed as a whole where it ends by itself. One that falls silent before is passed on as it is: a proxy that held it back
 * would break promises of its own.
 */
function changeFinished(
  body: ReadableStream<Uint8Array> | null,
  change: (text: string) => Answer,
  patience: number | undefined,
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
        const next = live || patience === undefined ? await pending : await orSilence(pending, patience)
        if (next === 'silence') {
          live = true
          for (const chunk of held) controller.enqueue(chunk)
          if (held.length > 0) return
          continue
        }
        if (next.done) {
          done = true
          return live ? controller.close() : finish(controller, change(Buffer.concat(held).toString()))
        }
        pending = reader.read()
        if (live) return controller.enqueue(next.value)
        held.push(next.value)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/** A stream that is sent whole at its end. */
function holdBack(body: ReadableStream<Uint8Array> | null): ReadableStream<Uint8Array> | null {
  const held: Uint8Array[] = []
  const hold = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk) => void held.push(chunk),
    flush: (controller) => {
      for (const chunk of held) controller.enqueue(chunk)
    },
  })
  return body?.pipeThrough(hold) ?? null
}

function orSilence<T>(pending: Promise<T>, patience: number): Promise<T | 'silence'> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(resolve, patience, 'silence')
  })
  return Promise.race([pending, silence]).finally(() => clearTimeout(timer))
}

// A stream that stalls stays open: who reads it gives up.
function finish(controller: ReadableStreamDefaultController<Uint8Array>, { text, end }: Answer): void {
  if (text !== '') controller.enqueue(new TextEncoder().encode(text))
  if (end === 'cut') controller.error(new TypeError('terminated'))
  if (end === 'closed') controller.close()
}

/** A body in one piece, which may be cut or stall as well. */
function bodyOf({ text, end }: Answer, signal: AbortSignal): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => controller.error(signal.reason))
    },
    pull(controller) {
      const bytes = sent ? new Uint8Array() : new TextEncoder().encode(text)
      sent = true
      if (bytes.length > 0) return controller.enqueue(bytes)
      if (end === 'cut') controller.error(new TypeError('terminated'))
      if (end === 'closed') controller.close()
    },
  })
}
