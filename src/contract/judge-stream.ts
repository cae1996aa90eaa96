import {
  endSequence,
  isOver,
  type Sequence,
  type SequenceViolation,
  startSequence,
  stepSequence,
} from '../spec/sequence.ts'
import { framesOf, type Transcript } from './transcript.ts'

/** A whole stream, judged by its sequence. */
export interface JudgedStream {
  readonly violations: readonly SequenceViolation[]
  /** Whether it came to its end, after which only keep-alives are legal. */
  readonly over: boolean
}

/** Judges the events of a streamed answer, and its end if the server closed it. */
export function judgeStream(sequence: Sequence, transcript: Transcript): JudgedStream {
  const violations: SequenceViolation[] = []
  let state = startSequence(sequence)
  for (const { value } of framesOf(transcript)) {
    if (value === undefined) continue
    const step = stepSequence(sequence, state, value)
    violations.push(...step.violations)
    state = step.state
  }
  const how = transcript.answer?.end.how === 'closed' ? 'closed' : 'cut'
  violations.push(...endSequence(sequence, state, how))
  return { violations, over: isOver(state) }
}
