import { joinPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { Example, MediaType } from '../spec.ts'
import { follow, followSchema } from './references.ts'
import type { Source } from './source.ts'
import { loadStream } from './stream.ts'

// Operations share responses, and the order of a stream takes milliseconds to compile.
const loaded = new WeakMap<Source, Map<string, MediaType>>()

/** Reads the media type at a pointer, once for all that refer to it; one with an `itemSchema` is a stream. */
export function loadMediaType(source: Source, own: string, name: string): MediaType {
  const { pointer, value } = follow(source, own)
  const ofSource = loaded.get(source) ?? new Map<string, MediaType>()
  loaded.set(source, ofSource)
  const known = ofSource.get(`${name} ${pointer}`)
  if (known) return known
  const record = isRecord(value) ? value : {}
  const mediaType = {
    name,
    pointer,
    schema: record.schema === undefined ? undefined : followSchema(source, joinPointer(pointer, 'schema')),
    stream: record.itemSchema === undefined ? undefined : loadStream(source, pointer, name),
    examples: loadExamples(source, pointer, record),
  }
  ofSource.set(`${name} ${pointer}`, mediaType)
  return mediaType
}

function loadExamples(
  source: Source,
  pointer: string,
  mediaType: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>()
  if (mediaType.example !== undefined) {
    examples.set('default', { pointer: joinPointer(pointer, 'example'), value: mediaType.example, wire: undefined })
  }
  for (const name of Object.keys(isRecord(mediaType.examples) ? mediaType.examples : {})) {
    const found = follow(source, joinPointer(pointer, 'examples', name))
    const { value, dataValue = value, serializedValue } = isRecord(found.value) ? found.value : {}
    const wire = typeof serializedValue === 'string' ? serializedValue : undefined
    examples.set(name, { pointer: found.pointer, value: dataValue, wire })
  }
  return examples
}
