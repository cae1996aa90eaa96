import type { Evidence } from './check.ts'
import { streamOf } from './coverage.ts'
import type { Transcript } from './transcript.ts'

const known = new WeakMap<readonly Transcript[], readonly Transcript[]>()

/**
 * The exchanges without the events whose names the spec does not know: a check of its own tells of these, and they break no other promise of
 * their stream.
 */
export function withKnownEvents({ spec, transcripts }: Pick<Evidence, 'spec' | 'transcripts'>): readonly Transcript[] {
  const found = known.get(transcripts) ?? transcripts.map((transcript) => withoutForeign(spec, transcript))
  known.set(transcripts, found)
  return found
}

function withoutForeign({ operations }: Evidence['spec'], transcript: Transcript): Transcript {
  const { answer } = transcript
  const operation = operations.get(transcript.operation)
  const sequence = operation && streamOf(operation)?.sequence
  if (!sequence || answer?.body.kind !== 'stream') return transcript
  const frames = answer.body.frames.filter(({ value }) => value === undefined || !sequence.isForeign(value))
  if (frames.length === answer.body.frames.length) return transcript
  return { ...transcript, answer: { ...answer, body: { ...answer.body, frames } } }
}
