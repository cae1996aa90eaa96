import { framingNames, framingOf } from '../../wire/framing.ts'
import { suggest } from '../extension-reader.ts'
import { formatNames } from '../format-names.ts'
import { essenceOf } from '../match-response.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import { compileSequence } from '../sequence.ts'
import type { StreamSpec } from '../spec.ts'
import { lazily } from './lazily.ts'
import { follow, followSchema } from './references.ts'
import type { Source } from './source.ts'

/** Reads what a streaming media type says of its events: schema, names, framing and order. */
export function loadStream(source: Source, pointer: string, mediaType: string): StreamSpec {
  const eventSchema = followSchema(source, eventSchemaOf(source, pointer))
  const eventNames = namesOf(source, eventSchema)
  const sequence = lazily(() => readSequence(source, pointer, eventNames))
  // To compile one takes milliseconds, and who only sends streams needs none; but what is wrong with it is to be said now.
  if (!source.checked) sequence()
  return {
    framing: readFraming(source, pointer, mediaType),
    eventSchema,
    eventNames,
    get sequence() {
      return sequence()
    },
  }
}

// An SSE item is an object whose `data` holds the event as text; an item of other framings is the event itself.
// https://spec.openapis.org/oas/v3.2.0.html#server-sent-event-streams
function eventSchemaOf(source: Source, pointer: string): string {
  const item = followSchema(source, joinPointer(pointer, 'itemSchema'))
  const data = follow(source, joinPointer(item, 'properties', 'data')).pointer
  const content = joinPointer(data, 'contentSchema')
  return readPointer(source.value, content) === undefined ? item : content
}

function namesOf(source: Source, eventSchema: string): readonly string[] {
  const mapping = readPointer(source.value, joinPointer(eventSchema, 'discriminator', 'mapping'))
  return isRecord(mapping) ? Object.keys(mapping) : []
}

function readFraming(source: Source, pointer: string, mediaType: string): string {
  const at = joinPointer(pointer, 'x-framing')
  const framing = readPointer(source.value, at) ?? (essenceOf(mediaType) === 'text/event-stream' ? 'sse' : undefined)
  if (framing === undefined) {
    const advice = `Add \`x-framing\`: one of ${formatNames(framingNames)}.`
    throw source.error(pointer, `the stream ${mediaType} does not name its framing`, advice)
  }
  if (typeof framing !== 'string' || !framingNames.includes(framing)) {
    throw source.error(at, `the framing "${String(framing)}" is not known`, suggest(String(framing), framingNames))
  }
  const { mediaTypes } = framingOf(framing)
  if (mediaTypes.includes(essenceOf(mediaType))) return framing
  const reason = `the framing "${framing}" is not sent as ${mediaType}`
  throw source.error(at, reason, `Name another one, or send it as ${mediaTypes.join(' or ')}.`)
}

function readSequence(source: Source, pointer: string, eventNames: readonly string[]): StreamSpec['sequence'] {
  const at = joinPointer(pointer, 'x-sequence')
  const value = readPointer(source.value, at)
  if (value === undefined) return undefined
  if (eventNames.length === 0) {
    const advice = 'Give the event union a `discriminator` with a complete `mapping`.'
    throw source.error(at, 'an x-sequence needs the names of the events', advice)
  }
  return compileSequence(value, { eventNames, where: (pointer) => source.placeOf(at + pointer) })
}
