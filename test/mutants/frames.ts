import {
  endSequence,
  type Sequence,
  type SequenceViolation,
  startSequence,
  stepSequence,
} from '../../src/spec/sequence.ts'
import type { StreamSpec } from '../../src/spec/spec.ts'
import { framingOf } from '../../src/wire/framing.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'

type Framed = Pick<StreamSpec, 'framing'>

/** The frames of a whole stream, in its own framing. */
export function framesOf({ framing }: Framed, text: string): readonly DecodedFrame[] {
  const known = decoded.get(text)
  if (known) return known
  const decoder = framingOf(framing).createDecoder()
  const frames = withGaps([...decoder.decode(new TextEncoder().encode(text)), ...decoder.end().frames], text)
  if (decoded.size > 200) decoded.clear()
  decoded.set(text, frames)
  return frames
}

// The same recorded streams are read for each mutant.
const decoded = new Map<string, readonly DecodedFrame[]>()

/** Frames whose raw text reaches up to the next one, so that joined they are the stream, byte by byte. */
function withGaps(frames: readonly DecodedFrame[], text: string): readonly DecodedFrame[] {
  let from = 0
  const starts = frames.map(({ raw }) => {
    const start = text.indexOf(raw, from)
    from = start + raw.length
    return start
  })
  return frames.map((frame, index) => ({
    ...frame,
    raw: text.slice(index === 0 ? 0 : starts[index], starts[index + 1]),
  }))
}

/** The text of frames: each as it came, unless its value was changed. */
export function textOf(frames: readonly DecodedFrame[]): string {
  return frames.map(({ raw }) => raw).join('')
}

/** The same frame with another event value. */
export function withValue(frame: DecodedFrame, value: unknown): DecodedFrame {
  const data = JSON.stringify(value)
  const { data: old } = frame
  const raw = old === undefined ? `data: ${data}\n` : frame.raw.replace(old, () => data)
  return { ...frame, value, data, raw }
}

/** What a sequence objects to in frames, their end included; nothing where there is no sequence. */
export function violationsOf(
  sequence: Sequence | undefined,
  frames: readonly DecodedFrame[],
): readonly SequenceViolation[] {
  if (sequence === undefined) return []
  let state = startSequence(sequence)
  const found: SequenceViolation[] = []
  for (const { value } of frames) {
    if (value === undefined) continue
    const step = stepSequence(sequence, state, value)
    found.push(...step.violations)
    state = step.state
  }
  return [...found, ...endSequence(sequence, state, 'closed')]
}
