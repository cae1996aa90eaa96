import { formatProblem } from '../format-problem.ts'
import { isBinary } from '../is-binary.ts'
import type { Remark } from '../lint-spec.ts'
import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { MediaType, Spec } from '../spec.ts'
import type { Validator } from '../validator.ts'
import { walkDocument } from '../walk-document.ts'

/** The media types of all requests and responses, those that are used twice once. */
export function mediaTypesOf(spec: Spec): readonly MediaType[] {
  const found = new Map<string, MediaType>()
  for (const { requestBody, responses } of spec.operations.values()) {
    const contents = [requestBody?.content, ...[...responses.values()].map(({ content }) => content)]
    for (const mediaType of contents.flatMap((content) => [...(content?.values() ?? [])])) {
      found.set(mediaType.pointer, mediaType)
    }
  }
  return [...found.values()]
}

/** Every body but those of bytes is shown by an example. */
export function* lintMissingExamples(spec: Spec): Generator<Remark> {
  for (const { name, pointer, schema, stream, examples } of mediaTypesOf(spec)) {
    if (examples.size > 0) continue
    const isText = schema !== undefined && !isBinary(readPointer(spec.document, schema))
    if (stream !== undefined || isText) yield { pointer, message: `the ${name} body has no example` }
  }
}

/** Every example, of a body, a parameter, a header or a schema, is valid by its own schema. Streams are another's to judge. */
export function* lintExamples(spec: Spec, validator: Validator): Generator<Remark> {
  for (const { pointer, value, names } of walkDocument(spec.document)) {
    if (names || 'itemSchema' in value || '$ref' in value) continue
    const schema = 'schema' in value ? joinPointer(pointer, 'schema') : pointer
    for (const example of examplesAt(spec, pointer, value)) {
      for (const problem of validator.check(schema, readPointer(spec.document, example))) {
        yield { pointer: example + problem.at, message: `the example is not valid: ${formatProblem(problem)}` }
      }
    }
  }
}

// Pointers of the example values that an object holds.
function examplesAt(spec: Spec, pointer: string, value: Readonly<Record<string, unknown>>): readonly string[] {
  const { examples } = value
  const found = 'example' in value ? [joinPointer(pointer, 'example')] : []
  if (Array.isArray(examples)) found.push(...examples.map((_, index) => joinPointer(pointer, 'examples', index)))
  else if (isRecord(examples)) {
    for (const name of Object.keys(examples))
      found.push(...valueOfExample(spec, joinPointer(pointer, 'examples', name)))
  }
  return found
}

/** Pointer of the value of the Example Object at a pointer; none if it shows only text. */
export function valueOfExample(spec: Spec, pointer: string): readonly string[] {
  const example = readPointer(spec.document, pointer)
  if (!isRecord(example)) return []
  const { $ref: reference } = example
  if (typeof reference === 'string') return valueOfExample(spec, decodeURIComponent(reference.slice(1)))
  return ['dataValue', 'value']
    .filter((key) => key in example)
    .slice(0, 1)
    .map((key) => joinPointer(pointer, key))
}
