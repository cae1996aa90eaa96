import type { Observation } from './check.ts'
import type { Answer, StreamBody, Transcript } from './transcript.ts'
import { framesOf } from './transcript.ts'

/** One answer of those that make a whole stream. */
type Part = Omit<Streamed, 'parts'>

/** A stream as checks judge it. */
export interface Streamed {
  readonly transcript: Transcript
  readonly answer: Answer
  readonly body: StreamBody
  /** The answers that it came in, in order: one, unless it is joined. */
  readonly parts: readonly Transcript[]
}

/** The streams among the answers to one operation; those that are parts of a whole (`expects.part`) are joined, and stand where the first one stood. */
export function wholeStreams(transcripts: readonly Transcript[]): readonly Streamed[] {
  const wholes = new Map<string, Part[]>()
  for (const transcript of transcripts.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const { answer, id, expects } = transcript
    if (answer?.body.kind !== 'stream') continue
    const name = expects.part === undefined ? `single ${id}` : `part ${expects.part}`
    wholes.set(name, [...(wholes.get(name) ?? []), { transcript, answer, body: answer.body }])
  }
  return [...wholes.values()].flatMap(join)
}

/** Points a break in a joined stream at the answer that the frame came in, and says that its number counts those before as well. */
export function placeFrame({ parts }: Streamed, seen: Observation): Observation {
  if (seen.verdict !== 'broken' || seen.frame === undefined) return seen
  let frame = seen.frame
  for (const transcript of parts) {
    const { length } = framesOf(transcript)
    if (frame < length)
      return { ...seen, actual: `${seen.actual}${parts.length > 1 ? COUNTED : ''}`, transcript, frame }
    frame -= length
  }
  return seen
}

const COUNTED = ' (counted over all answers that the stream came in)'

function join(parts: readonly Part[]): readonly Streamed[] {
  const [first, ...more] = parts
  if (!first) return []
  const transcripts = parts.map(({ transcript }) => transcript)
  if (more.length === 0) return [{ ...first, parts: transcripts }]
  const since = first.transcript.sentAt
  const body: StreamBody = {
    kind: 'stream',
    frames: parts.flatMap(({ transcript }) => {
      const late = transcript.sentAt - since
      return framesOf(transcript).map((frame) => ({ ...frame, at: frame.at + late }))
    }),
    bytes: parts.reduce((sum, part) => sum + part.body.bytes, 0),
    unfinished: parts.find((part) => part.body.unfinished !== undefined)?.body.unfinished,
  }
  const last = parts.find(({ answer }) => answer.end.how !== 'closed') ?? more.at(-1) ?? first
  const end = { ...last.answer.end, at: last.answer.end.at + last.transcript.sentAt - since }
  const answer = { ...first.answer, body, end }
  return [{ transcript: { ...first.transcript, answer }, answer, body, parts: transcripts }]
}
