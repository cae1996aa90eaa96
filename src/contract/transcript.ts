import type { EndKind } from '../wire/byte-reader.ts'
import { parseJson } from '../wire/parse-json.ts'
import type { DecodedFrame } from '../wire/wire-frame.ts'
import type { Flaw } from './flaw.ts'

/** One exchange with a target, as data: what was sent, what came back and when. Checks know nothing else of a target. */
export interface Transcript {
  /** 1 for the first request of a verify. */
  readonly id: number
  /** Name of the probe that sent it. */
  readonly probe: string
  /** Role whose flow the probe is about, if it is about one. */
  readonly role?: string | undefined
  /** operationId of the request. */
  readonly operation: string
  /** What is wrong with the request on purpose; absent from a good one. */
  readonly flaw: Flaw | undefined
  readonly expects: Expectation
  /** Milliseconds since the verify began. All other times are milliseconds since this one. */
  readonly sentAt: number
  readonly request: SentRequest
  /** Absent when no head of an answer came. */
  readonly answer: Answer | undefined
  /** Why there is no answer: `connection closed before an answer`. */
  readonly failure: string | undefined
}

/** What a probe says about the answer to a good request. */
export interface Expectation {
  /**
   * Statuses that are right; those of a refusal where the operation always refuses, or this request is to be refused.
   * @default every documented 2xx; where there is none, every documented status
   */
  readonly statuses?: readonly number[]
  /** Media type that this request asks for, by its query or its body, where the operation has several: `text/event-stream`. */
  readonly media?: string
  /** The request is a guess that this target may refuse: the advice says what would make it a sure one. */
  readonly guess?: string
  /** The run goes on until it is stopped, or at least for a while. */
  readonly slow?: true
  /**
   * Name of the whole of which the stream that comes is a part, such as the id of a job whose events are polled: the answers of one operation with
   * the same name are judged as one stream, in the order of sending.
   */
  readonly part?: string
}

export type Credentials = 'valid' | 'none' | 'wrong'

export interface SentRequest {
  /** Upper case. */
  readonly method: string
  readonly url: string
  /** Values of path and query parameters, before encoding. */
  readonly parameters: Readonly<Record<string, string>>
  /** Lower-case names; credentials stand as `$KEY` or `$WRONG_KEY`. */
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: Credentials
  /** The body as JSON value, where it is JSON. */
  readonly json: unknown
  /** The fields of the body, where it is a form; its files are left out. */
  readonly fields: Readonly<Record<string, string>> | undefined
  /** The text of the body, or an outline of it when it is a form. */
  readonly body: string | undefined
  /** curl arguments that send the same body, where `body` is only an outline. */
  readonly curl: readonly string[] | undefined
}

export interface Answer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** When the head came. */
  readonly headAt: number
  readonly body: AnswerBody
  readonly end: AnswerEnd
}

/** `too-much` and `too-long`: it passed a bound on its size, or on its time, and was left. */
export interface AnswerEnd {
  readonly how: EndKind | 'too-much' | 'too-long'
  readonly at: number
}

export type AnswerBody = TextBody | StreamBody

/** A body that is not documented as a stream. */
export interface TextBody {
  readonly kind: 'text'
  readonly text: string
  readonly bytes: number
}

export interface StreamBody {
  readonly kind: 'stream'
  readonly frames: readonly ReceivedFrame[]
  readonly bytes: number
  /** Text of a last frame that was never finished. */
  readonly unfinished: string | undefined
}

export interface ReceivedFrame extends DecodedFrame {
  /** When the bytes came that completed it. */
  readonly at: number
}

/** The JSON of a body that is not a stream; undefined when it is none, or too complex to be read. */
export function jsonOf({ answer }: Transcript): unknown {
  const body = answer?.body
  if (body?.kind !== 'text') return undefined
  const known = parsed.get(body)
  if (known) return known.value
  const read = parseJson(body.text)
  parsed.set(body, read)
  return read.value
}

// Every check asks for it again.
const parsed = new WeakMap<TextBody, { readonly value: unknown }>()

/** The frames of a streamed answer; empty for every other. */
export function framesOf(transcript: Transcript): readonly ReceivedFrame[] {
  const body = transcript.answer?.body
  return body?.kind === 'stream' ? body.frames : []
}

/** The event values of a streamed answer, in order; frames that hold none are left out. */
export function eventsOf(transcript: Transcript): readonly unknown[] {
  return framesOf(transcript).flatMap(({ value }) => (value === undefined ? [] : [value]))
}

/** Whether an operation answered: a request with another method than its own reaches none. */
export function reachedOperation({ flaw }: Transcript): boolean {
  return flaw?.kind !== 'wrong-method'
}

/** Whether the answer has a 2xx status. */
export function succeeded({ answer }: Transcript): boolean {
  return answer !== undefined && answer.status >= 200 && answer.status < 300
}

/** The head of an answer in a few words, for messages: `404 {"code":"not_found",…}`. */
export function showAnswer({ answer, failure }: Transcript): string {
  if (!answer) return failure ?? 'no answer'
  const { body } = answer
  const head = showHead(answer)
  if (body.kind === 'stream') return `${head} with a stream of ${body.frames.length} frames`
  return body.text === '' ? `${head} without a body` : `${head} ${shorten(body.text, 160)}`
}

function showHead({ status, headers }: Answer): string {
  const { location, 'retry-after': later } = headers
  if (status >= 300 && status < 400 && location !== undefined) return `${status} to ${shorten(location, 160)}`
  if (status !== 429) return String(status)
  return `429 (rate limit${later === undefined ? '' : `; Retry-After: ${shorten(later, 40)}`})`
}

/** How an answer ended, for messages. */
export function showEnd({ how }: AnswerEnd): string {
  if (how === 'timed-out') return 'left, for it was silent for longer than --timeout'
  if (how === 'too-long') return 'left, for it took longer than --answer-timeout'
  return how === 'too-much' ? 'left, for it was too much for one answer' : how
}

/** Cuts a text for a message and puts it on one line. */
export function shorten(text: string, most: number): string {
  const line = text
    .slice(0, most * 2)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > most || text.length > most * 2 ? `${line.slice(0, most)}…` : line
}
