import { joinPointer, readPointer } from '../spec/pointer.ts'
import type { MediaType, Operation, Spec, StreamSpec } from '../spec/spec.ts'
import { eventsOf, reachedOperation, type Transcript } from './transcript.ts'

/** What of a spec the exchanges of a verify have shown. */
export interface Coverage {
  /** By operationId, all of the spec. */
  readonly operations: Readonly<Record<string, OperationCoverage>>
  /** By event name, all of the spec: how often it came. Names that the spec does not know come last. */
  readonly events: Readonly<Record<string, number>>
}

export interface OperationCoverage {
  readonly requests: number
  /** How often each status came. */
  readonly statuses: Readonly<Record<string, number>>
}

/** Counts what the transcripts show. */
export function measureCoverage(spec: Spec, transcripts: readonly Transcript[]): Coverage {
  const operations = [...spec.operations.values()]
  const answers = transcripts.filter(reachedOperation)
  return {
    operations: Object.fromEntries(
      operations.map(({ id }) => [id, coverOperation(answers.filter(({ operation }) => operation === id))]),
    ),
    events: countEvents(spec, operations, transcripts),
  }
}

function coverOperation(transcripts: readonly Transcript[]): OperationCoverage {
  return {
    requests: transcripts.length,
    statuses: count(transcripts.flatMap(({ answer }) => (answer ? [String(answer.status)] : []))),
  }
}

function countEvents(
  spec: Spec,
  operations: readonly Operation[],
  transcripts: readonly Transcript[],
): Coverage['events'] {
  const streams = operations.flatMap((operation) => {
    const stream = streamOf(operation)
    return stream ? [{ id: operation.id, stream }] : []
  })
  const seen = streams.flatMap(({ id, stream }) => {
    const name = nameOfEvent(spec, stream)
    return transcripts
      .filter(({ operation }) => operation === id)
      .flatMap((transcript) => eventsOf(transcript).map(name))
  })
  const known = streams.flatMap(({ stream }) => stream.eventNames)
  return { ...Object.fromEntries(known.map((name) => [name, 0])), ...count(seen) }
}

/** Names the events of a stream: by the property that tells them apart. */
export function nameOfEvent({ document }: Spec, { eventSchema }: StreamSpec): (event: unknown) => string {
  const property = String(readPointer(document, `${eventSchema}/discriminator/propertyName`))
  return (event) => String(readPointer(event, joinPointer('', property)))
}

/** The stream that an operation may answer with; the first, when it has several. */
export function streamOf(operation: Operation): StreamSpec | undefined {
  return streamedMediaType(operation)?.stream
}

/** The media type of that stream. */
export function streamedMediaType({ responses }: Operation): MediaType | undefined {
  const contents = [...responses.values()].flatMap(({ content }) => [...content.values()])
  return contents.find(({ stream }) => stream)
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
