import { matchMediaType, matchResponse } from '../../spec/match-response.ts'
import type { Operation } from '../../spec/spec.ts'
import { decodeUtf8 } from '../../wire/decode-utf8.ts'
import { framingOf } from '../../wire/framing.ts'
import type { Answer, AnswerBody } from '../transcript.ts'
import type { RecordedAnswer } from './recorded-entry.ts'

/** A recorded answer as transcripts hold it. Recordings do not tell when its bytes came, so that all times in it are 0. */
export function readAnswer(operation: Operation, { status, headers, bytes, left }: RecordedAnswer): Answer {
  const content = matchResponse(operation, status)?.content ?? new Map()
  const framing = matchMediaType(content, headers['content-type'] ?? '')?.stream?.framing
  const body = framing === undefined ? readText(bytes) : readFrames(bytes, framing)
  return { status, headers, headAt: 0, body, end: { how: left ? 'left' : 'closed', at: 0 } }
}

function readText(bytes: Uint8Array): AnswerBody {
  return { kind: 'text', text: decodeUtf8(bytes).text, bytes: bytes.length }
}

function readFrames(bytes: Uint8Array, framing: string): AnswerBody {
  const decoder = framingOf(framing).createDecoder()
  const decoded = decoder.decode(bytes)
  const { frames, unfinished } = decoder.end()
  const all = [...decoded, ...frames].map((frame) => ({ ...frame, at: 0 }))
  return { kind: 'stream', frames: all, bytes: bytes.length, unfinished }
}
