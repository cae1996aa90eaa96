import { endSequence, type Sequence, startSequence, stepSequence } from '../../src/spec/sequence.ts'
import type { Framing } from '../../src/wire/framing.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import type { Answer } from './mutant.ts'

/** The frames of a whole stream, in its own framing. */
export function decodeText(framing: Framing, text: string): readonly DecodedFrame[] {
  const decoder = framing.createDecoder()
  return [...decoder.decode(new TextEncoder().encode(text)), ...decoder.end().frames]
}

/** The text of a frame; as it came, where it was not changed. */
export function encodeText(framing: Framing, frame: DecodedFrame): string {
  const { event, id, data } = frame
  if (frame.kind !== 'event') return `${frame.raw}\n\n`
  return framing.encode({
    ...(event !== undefined && { event }),
    ...(id !== undefined && { id }),
    ...(data !== undefined && { data }),
  })
}

/** The same frame with another event value. */
export function withValue(frame: DecodedFrame, value: unknown): DecodedFrame {
  return { ...frame, value, data: JSON.stringify(value) }
}

/** Whether a sequence objects to these frames; it objects to nothing where there is none. */
export function breaksSequence(sequence: Sequence | undefined, frames: readonly DecodedFrame[]): boolean {
  if (sequence === undefined) return false
  let state = startSequence(sequence)
  for (const frame of frames) {
    if (frame.kind !== 'event') continue
    const step = stepSequence(sequence, state, frame.value)
    if (step.violations.length > 0) return true
    state = step.state
  }
  return endSequence(sequence, state, 'closed').length > 0
}

/** Whether an answer is a stream under this media type that came without waiting for anything. */
export function isStream(answer: Answer, mediaType: string): boolean {
  return !answer.waited && startsAs(answer, mediaType)
}

/** Whether an answer is a stream under this media type. */
export function startsAs({ status, headers }: Answer, mediaType: string): boolean {
  return status < 300 && (headers['content-type'] ?? '').startsWith(mediaType)
}
