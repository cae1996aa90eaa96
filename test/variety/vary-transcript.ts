import { type Receiving, receiveAnswer } from '../../src/contract/receive-answer.ts'
import { type Answer, framesOf, jsonOf, type ReceivedFrame, type Transcript } from '../../src/contract/transcript.ts'
import { matchMediaType, matchResponse } from '../../src/spec/match-response.ts'
import type { Operation, ResponseSpec, StreamSpec } from '../../src/spec/spec.ts'
import type { Validator } from '../../src/spec/validator.ts'
import { framingOf } from '../../src/wire/framing.ts'
import { cutBytes } from './cut-bytes.ts'
import { guestsBefore } from './guests.ts'
import type { Dice } from './random.ts'
import { varyHeaders } from './vary-head.ts'
import { createFrameWriter, type ScopedFrame, type StreamVariety, type TimedText } from './vary-stream.ts'
import { type Scope, scopeOf, varyValue, writeJson } from './vary-value.ts'

/** What may be different about an answer. */
export interface Variety extends StreamVariety {
  /** The same bytes come in other pieces, of one byte at the least. */
  readonly cut: boolean
  /** Headers are named, ordered and added to as servers and proxies do. */
  readonly headed: boolean
  /** When something happens, in milliseconds since the verify began, that was recorded at a time. */
  readonly clock: (time: number) => number
}

/** An exchange, and what may be changed about its answer. */
export interface ScopedTranscript {
  readonly transcript: Transcript
  readonly operation: Operation
  readonly response: ResponseSpec | undefined
  /** Of a stream that is documented as one. */
  readonly frames: readonly ScopedFrame[]
  readonly framing: string | undefined
  /** Of a body of JSON. */
  readonly scope: Scope | undefined
}

/** Finds out what may be changed about an exchange. */
export function scopeTranscript(validator: Validator, operation: Operation, transcript: Transcript): ScopedTranscript {
  const { answer } = transcript
  const response = answer && matchResponse(operation, answer.status)
  const { stream, schema } = (response && matchMediaType(response.content, answer?.headers['content-type'] ?? '')) ?? {}
  const json = stream || schema === undefined ? undefined : jsonOf(transcript)
  const frames = framesOf(transcript).map((frame) => scopeFrame(validator, stream, frame))
  const scope = json === undefined ? undefined : scopeOf(validator, schema ?? '', json)
  return { transcript, operation, response, frames, framing: stream?.framing, scope }
}

/** Finds out what may be changed about a frame. */
export function scopeFrame(validator: Validator, stream: StreamSpec | undefined, frame: ReceivedFrame): ScopedFrame {
  const isEvent = stream !== undefined && frame.data !== undefined && !frame.problem
  const scope = isEvent ? scopeOf(validator, stream.eventSchema, frame.value) : undefined
  return { frame, scope, before: guestsBefore(validator, stream, frame) }
}

/** The exchange with an answer that is as legal, read from its bytes as a live one is. */
export async function varyTranscript(scoped: ScopedTranscript, variety: Variety, dice: Dice): Promise<Transcript> {
  const { answer, ...sent } = scoped.transcript
  const sentAt = variety.clock(sent.sentAt)
  return answer
    ? { ...sent, sentAt, answer: await receive(scoped, answer, variety, dice) }
    : { ...sent, sentAt, answer }
}

async function receive(scoped: ScopedTranscript, answer: Answer, variety: Variety, dice: Dice): Promise<Answer> {
  const { operation, framing, transcript } = scoped
  const texts = together(textsOf(scoped, answer, variety, dice))
  const chunks = texts.flatMap(({ text, at }) => piecesOf(text, variety, dice).map((bytes) => ({ bytes, at })))
  const { how, at: endedAt } = answer.end
  let time = answer.headAt
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = chunks.shift()
        time = next?.at ?? endedAt
        if (next) return controller.enqueue(next.bytes)
        if (how === 'closed') return controller.close()
        if (how === 'cut') controller.error(new TypeError('terminated'))
      },
    },
    // Nothing is pulled before it is read: the clock goes with what arrives.
    { highWaterMark: 0 },
  )
  const sinceSent = (at: number): number => variety.clock(transcript.sentAt + at) - variety.clock(transcript.sentAt)
  const events = how === 'left' ? countEvents(framing ?? '', texts) : 0
  let seen = 0
  const receiving: Receiving = {
    operation,
    response: responseOf(scoped, answer, body, variety, dice),
    controller: new AbortController(),
    timeout: 60_000,
    limits: { bytes: Number.POSITIVE_INFINITY, frames: Number.POSITIVE_INFINITY, milliseconds: 60_000 },
    live: { leaveAfter: () => how === 'left' && ++seen === events },
    now: () => sinceSent(time),
  }
  return receiveAnswer(receiving)
}

/** What came at once may be cut into other pieces. */
function together(texts: readonly TimedText[]): readonly TimedText[] {
  const byTime = new Map<number, string>()
  for (const { text, at } of texts) byTime.set(at, (byTime.get(at) ?? '') + text)
  return [...byTime].map(([at, text]) => ({ at, text }))
}

function countEvents(framing: string, texts: readonly TimedText[]): number {
  const bytes = Buffer.from(texts.map(({ text }) => text).join(''))
  const frames = framingOf(framing).createDecoder().decode(bytes)
  return frames.filter(({ value }) => value !== undefined).length
}

function textsOf(
  { frames, framing, scope }: ScopedTranscript,
  { body, end }: Answer,
  variety: Variety,
  dice: Dice,
): readonly TimedText[] {
  if (body.kind === 'stream') {
    const texts = frames.map(createFrameWriter(framing ?? '', variety, dice))
    return body.unfinished === undefined ? texts : [...texts, { text: body.unfinished, at: end.at }]
  }
  return [{ text: scope ? writeBody(scope, variety, dice) : body.text, at: end.at }]
}

/** The text of a body of JSON, as legal as the one of the scope. */
export function writeBody(scope: Scope, variety: Variety, dice: Dice): string {
  return writeJson(varyValue(scope, variety, dice), variety.respelled && dice.chance(0.2), variety, dice)
}

/** The bytes of a text, in the pieces that they arrive in. */
export function piecesOf(text: string, { cut }: Variety, dice: Dice): readonly Uint8Array[] {
  const bytes = Buffer.from(text)
  return cut ? cutBytes(bytes, dice) : [bytes]
}

// A body beside such a status is refused by the class of the same name.
const BODILESS = [101, 204, 205, 304]

function responseOf(
  { response }: ScopedTranscript,
  { status, headers }: Answer,
  body: ReadableStream<Uint8Array>,
  { headed }: Variety,
  dice: Dice,
): Response {
  const shown = headed ? varyHeaders(headers, response, dice) : headers
  return new Response(BODILESS.includes(status) ? null : body, { status, headers: { ...shown } })
}
