import { type JobAnswer, jobStateIn, type Lifecycle } from '../spec/lifecycle.ts'
import { jsonOf, type Transcript } from './transcript.ts'

/** An answer as lifecycles read it; undefined when none came. */
export function jobAnswerOf(transcript: Transcript): JobAnswer | undefined {
  return transcript.answer && { status: transcript.answer.status, body: jsonOf(transcript) }
}

/** The state of a job that a good request for its status was told, by a success or by a refusal; undefined for every other answer. */
export function stateToldBy(lifecycle: Lifecycle, transcript: Transcript): string | undefined {
  const answer = jobAnswerOf(transcript)
  const asked = transcript.operation === lifecycle.status.operation && transcript.flaw === undefined
  return asked && answer ? jobStateIn(lifecycle, answer) : undefined
}
