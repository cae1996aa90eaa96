import { matchMediaType, matchResponse } from '../spec/match-response.ts'
import { joinPointer, pointerTokens, readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import type { MediaType, Operation, Spec } from '../spec/spec.ts'
import { isRefusedByHttp } from './odd-flaws.ts'
import type { SourceLine } from './report.ts'
import { sourceLine } from './source-line.ts'
import { framesOf, jsonOf, reachedOperation, type Transcript } from './transcript.ts'
import { type UndocumentedField, undocumentedFields } from './undocumented-fields.ts'

/** Something that a target showed and its spec does not know: legal, and worth a look at the spec. */
export interface Drift {
  readonly kind: 'status' | 'event' | 'field'
  /** operationId. */
  readonly operation: string
  /** What came: `status 418`, `event "queued"`, `/data/retries of RunDetail`. */
  readonly seen: string
  /** In how many places it came. */
  readonly times: number
  /** Id of the first exchange that shows it. */
  readonly exchange: number
  /** Where it would stand in the document. */
  readonly source: SourceLine
  /** What would make the document know it. @see https://www.rfc-editor.org/rfc/rfc6902 */
  readonly patch: Patch
}

export interface Patch {
  readonly op: 'add'
  /** JSON Pointer; `-` is the end of a list. */
  readonly path: string
  readonly value: unknown
}

const MOST_DRIFT = 1000

/** Everything undocumented in the answers of a target, in the order in which it came, up to 1,000 things; one seen again is counted, not repeated. */
export function findDrift(spec: Spec, transcripts: readonly Transcript[]): readonly Drift[] {
  const found = new Map<string, Drift>()
  for (const transcript of transcripts) {
    const operation = spec.operations.get(transcript.operation)
    if (!operation) continue
    for (const sighting of sightings(spec, operation, transcript)) {
      const key = `${operation.id} ${sighting.seen} ${sighting.patch.path}`
      const before = found.get(key)
      const source = before?.source ?? sourceLine(spec, sighting.patch.path)
      const base = { ...sighting, operation: operation.id, exchange: transcript.id, source, times: 0 }
      found.set(key, { ...(before ?? base), times: (before?.times ?? 0) + 1 })
      // Who sends so much that is unknown speaks another language.
      if (found.size === MOST_DRIFT) return [...found.values()]
    }
  }
  return [...found.values()]
}

type Sighting = Pick<Drift, 'kind' | 'seen' | 'patch'>

function sightings(spec: Spec, operation: Operation, transcript: Transcript): readonly Sighting[] {
  const { answer, flaw } = transcript
  if (!answer || !reachedOperation(transcript)) return []
  const response = matchResponse(operation, answer.status)
  if (!response) {
    return flaw && isRefusedByHttp(flaw, answer.status) ? [] : [unknownStatus(operation, answer.status)]
  }
  const mediaType = matchMediaType(response.content, answer.headers['content-type'] ?? '')
  if (mediaType?.stream) return framesOf(transcript).flatMap(({ value }) => inEvent(spec, mediaType, value))
  const json = mediaType?.schema === undefined ? undefined : jsonOf(transcript)
  return json === undefined ? [] : inBody(spec, mediaType?.schema ?? '', json)
}

function unknownStatus({ pointer }: Operation, status: number): Sighting {
  const path = joinPointer(pointer, 'responses', String(status))
  const value = { description: 'Seen on a live server.' }
  return { kind: 'status', seen: `status ${status}`, patch: { op: 'add', path, value } }
}

function inEvent(spec: Spec, { stream }: MediaType, event: unknown): readonly Sighting[] {
  if (!stream || event === undefined) return []
  const { eventSchema, eventNames } = stream
  const tag = readPointer(spec.document, `${eventSchema}/discriminator/propertyName`)
  if (typeof tag !== 'string') return inBody(spec, eventSchema, event)
  const name = isRecord(event) ? event[tag] : undefined
  // Without a name it is no event of the spec, and the order of the stream is broken by it.
  if (typeof name !== 'string') return []
  if (eventNames.includes(name)) return inBody(spec, eventSchema, event)
  const value = { ...schemaLike(event), required: [tag] }
  const known = { ...value, properties: { ...value.properties, [tag]: { const: name } } }
  const patch: Patch = { op: 'add', path: `${eventSchema}/oneOf/-`, value: known }
  return [{ kind: 'event', seen: `event ${JSON.stringify(name)}`, patch }]
}

function inBody(spec: Spec, schema: string, value: unknown): readonly Sighting[] {
  return undocumentedFields(spec.document, schema, value).map(asSighting)
}

function asSighting({ at, schema, name, value }: UndocumentedField): Sighting {
  const tokens = pointerTokens(schema)
  const owner = tokens[0] === 'components' ? tokens[2] : undefined
  const patch: Patch = { op: 'add', path: joinPointer(schema, 'properties', name), value: schemaLike(value) }
  return { kind: 'field', seen: `${at}${owner === undefined ? '' : ` of ${owner}`}`, patch }
}

interface SchemaLike {
  readonly type: string
  readonly properties?: Readonly<Record<string, unknown>>
}

/** The plainest schema that a value fits; no value of the target is in it. */
function schemaLike(value: unknown): SchemaLike {
  if (value === null) return { type: 'null' }
  if (Array.isArray(value)) return { type: 'array' }
  if (isRecord(value)) {
    return { type: 'object', properties: Object.fromEntries(Object.keys(value).map((name) => [name, {}])) }
  }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' }
  return { type: typeof value }
}
