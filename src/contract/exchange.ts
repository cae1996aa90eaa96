import { formatCurl } from './curl.ts'
import { formatFlaw } from './flaw.ts'
import { type Answer, type ReceivedFrame, shorten, type Transcript } from './transcript.ts'

/** One request and its answer, as reports show them: bounded in size, and as plain as JSON. */
export interface Exchange {
  /** 1 for the first request of a verify. */
  readonly id: number
  readonly probe: string
  /** operationId of the request. */
  readonly operation: string
  /** What is wrong with the request on purpose, in a few words. */
  readonly flaw?: string
  /** Milliseconds since the verify began. All other times are milliseconds since this one. */
  readonly sentAt: number
  readonly request: ShownRequest
  /** Absent when no head of an answer came; then `failure` says why. */
  readonly answer?: ShownAnswer
  readonly failure?: string
}

export interface ShownRequest {
  readonly method: string
  readonly url: string
  /** Lower-case names; credentials stand as `$KEY`. */
  readonly headers: Readonly<Record<string, string>>
  /** The first 4,000 characters, and `…` where there are more. */
  readonly body?: string
  /** A command that sends it again. */
  readonly curl: string
}

export interface ShownAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly headAt: number
  readonly endedAt: number
  /** `closed`, `cut`, `timed-out`, `left` by us, `too-much` or `too-long`. */
  readonly end: string
  readonly bytes: number
  /** The first 4,000 characters, and `…` where there are more; absent for a stream. */
  readonly body?: string
  /** The first 1,000 frames of a stream. */
  readonly frames?: readonly ShownFrame[]
}

export interface ShownFrame {
  /** When it was complete. */
  readonly at: number
  /** Its place among the events of the stream, from 1, by which findings call it; absent for what holds none. */
  readonly event?: number
  /** The event's name, `comment` for a keep-alive, `settings` or `no event` for what says nothing. */
  readonly name: string
  /** The first 500 characters of its text, and `…` where there are more. */
  readonly text: string
}

const MOST_TEXT = 4000
const MOST_FRAMES = 1000
const MOST_FRAME_TEXT = 500

/**
 * A transcript as reports show it.
 * @param nameOf - name of an event value
 */
export function showExchange(transcript: Transcript, nameOf: (event: unknown) => string | undefined): Exchange {
  const { id, probe, operation, flaw, sentAt, request, answer, failure } = transcript
  const { method, url, headers, body } = request
  return {
    id,
    probe,
    operation,
    ...(flaw && { flaw: formatFlaw(flaw) }),
    sentAt: Math.round(sentAt),
    request: {
      method,
      url,
      headers,
      ...(body !== undefined && { body: shorten(body, MOST_TEXT) }),
      curl: formatCurl(request),
    },
    ...(answer && { answer: showTheAnswer(answer, nameOf) }),
    ...(failure !== undefined && { failure }),
  }
}

function showTheAnswer(answer: Answer, nameOf: (event: unknown) => string | undefined): ShownAnswer {
  const { status, headers, headAt, body, end } = answer
  const base = { status, headers, headAt: Math.round(headAt), endedAt: Math.round(end.at), end: end.how }
  if (body.kind === 'text') return { ...base, bytes: body.bytes, body: cut(body.text, MOST_TEXT) }
  let events = 0
  const frames = body.frames.slice(0, MOST_FRAMES).map((frame) => {
    const isEvent = frame.value !== undefined
    if (isEvent) events += 1
    return { ...showFrame(frame, nameOf), ...(isEvent && { event: events }) }
  })
  return { ...base, bytes: body.bytes, frames }
}

function showFrame(frame: ReceivedFrame, nameOf: (event: unknown) => string | undefined): ShownFrame {
  const name = frame.kind === 'event' ? (nameOf(frame.value) ?? frame.event ?? 'no event') : frame.kind
  return { at: Math.round(frame.at), name, text: cut(frame.raw, MOST_FRAME_TEXT) }
}

/** What a frame is called, as findings do: `event 7 (frame 9)` where keep-alives came before it, `frame 9` for what is no event. */
export function frameWords({ event }: Pick<ShownFrame, 'event'>, index: number): string {
  const frame = `frame ${index + 1}`
  if (event === undefined) return frame
  return event === index + 1 ? `event ${event}` : `event ${event} (${frame})`
}

// The sign tells whoever takes out the key that the rest of it may be missing.
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
