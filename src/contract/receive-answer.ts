import { matchMediaType, matchResponse } from '../spec/match-response.ts'
import type { Operation } from '../spec/spec.ts'
import type { EndKind } from '../wire/byte-reader.ts'
import { createByteReader } from '../wire/byte-reader.ts'
import { decodeUtf8 } from '../wire/decode-utf8.ts'
import { readFrames } from '../wire/read-frames.ts'
import type { Answer, AnswerBody, AnswerEnd, ReceivedFrame } from './transcript.ts'

/** What a probe does while a stream comes in. */
export interface Live {
  /** Called with each event value as it arrives. Reading goes on while a promise is pending; the transcript is ready when all are settled. */
  readonly onEvent?: (event: unknown) => void | Promise<void>
  /** Whether to leave the stream after this event. */
  readonly leaveAfter?: (event: unknown) => boolean
}

/** Bounds on one answer; past them it is left. */
export interface Limits {
  /** Of the body, unzipped. */
  readonly bytes: number
  readonly frames: number
  /** From the request to the end. */
  readonly milliseconds: number
}

export const DEFAULT_LIMITS: Limits = { bytes: 16 * 1024 * 1024, frames: 100_000, milliseconds: 5 * 60_000 }

/** Why we leave an answer before its end, as a transcript says it. It is the reason that `controller` is aborted with. */
export type Leaving = 'too-much' | 'too-long' | 'left'

export interface Receiving {
  readonly operation: Operation
  readonly response: Response
  /** The one given to `fetch`; aborted with a `Leaving`. */
  readonly controller: AbortController
  readonly timeout: number
  readonly limits: Limits
  readonly live: Live
  /** Milliseconds since the request was sent. */
  readonly now: () => number
}

/** Reads an answer to its end. What is documented as a stream is decoded frame by frame, the rest is kept as text. */
export async function receiveAnswer(receiving: Receiving): Promise<Answer> {
  const { operation, response, controller, limits, now } = receiving
  const headAt = now()
  const headers = Object.fromEntries(response.headers)
  const content = matchResponse(operation, response.status)?.content ?? new Map()
  const framing = matchMediaType(content, headers['content-type'] ?? '')?.stream?.framing
  const overtime = setTimeout(leave, Math.max(limits.milliseconds - headAt, 0), controller, 'too-long')
  try {
    const received = framing === undefined ? await receiveText(receiving) : await receiveFrames(receiving, framing)
    return { status: response.status, headers, headAt, ...received }
  } finally {
    clearTimeout(overtime)
  }
}

interface Received {
  readonly body: AnswerBody
  readonly end: AnswerEnd
}

async function receiveText({ response, controller, timeout, limits, now }: Receiving): Promise<Received> {
  const reader = createByteReader(response.body, { silence: timeout, signal: controller.signal })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let chunk = await reader.read(); chunk; chunk = await reader.read()) {
    bytes += chunk.length
    chunks.push(chunk)
    if (bytes > limits.bytes) leave(controller, 'too-much')
  }
  const { text } = decodeUtf8(Buffer.concat(chunks))
  return { body: { kind: 'text', text, bytes }, end: endOf(reader.ended()?.how ?? 'closed', now(), controller) }
}

async function receiveFrames(receiving: Receiving, framing: string): Promise<Received> {
  const { response, controller, timeout, limits, live, now } = receiving
  const { signal } = controller
  const reader = readFrames(response.body, { framing, now, signal, silence: timeout, maxBytes: limits.bytes })
  const frames: ReceivedFrame[] = []
  const reactions = createReactions()
  let bytes = 0
  reading: for await (const chunk of reader) {
    bytes += chunk.bytes.length
    for (const frame of chunk.frames) {
      frames.push({ ...frame, at: chunk.at })
      if (frame.value === undefined) continue
      if (live.onEvent) reactions.add(live.onEvent(frame.value))
      if (live.leaveAfter?.(frame.value)) break reading
    }
    if (bytes > limits.bytes || frames.length > limits.frames) leave(controller, 'too-much')
  }
  const { how, unfinished } = await reader.end
  const end = endOf(how, now(), controller)
  await reactions.settled()
  return { body: { kind: 'stream', frames, bytes, unfinished }, end }
}

/** Leaves an answer; only the first reason counts. */
export function leave(controller: AbortController, why: Leaving): void {
  controller.abort(why)
}

// Nobody but us aborts, and only with a reason of ours.
function endOf(how: EndKind, at: number, { signal }: AbortController): AnswerEnd {
  const why: Leaving = signal.reason
  return { how: how === 'aborted' ? why : how, at }
}

/** Collects promises without letting a rejection go unseen; `settled` rejects with the first one. */
function createReactions(): { add(reaction: void | Promise<void>): void; settled(): Promise<void> } {
  const pending: Promise<{ error: unknown } | undefined>[] = []
  return {
    add(reaction) {
      if (reaction)
        pending.push(
          reaction.then(
            () => undefined,
            (error: unknown) => ({ error }),
          ),
        )
    },
    async settled() {
      for (const outcome of await Promise.all(pending)) if (outcome) throw outcome.error
    },
  }
}
