import { joinPointer, readPointer } from '../pointer.ts'
import { isRecord } from '../record.ts'
import type { HeaderSpec, MediaType, RequestBody, ResponseSpec } from '../spec.ts'
import { loadMediaType } from './media-type.ts'
import { follow, followSchema } from './references.ts'
import type { Source } from './source.ts'

/** The request body of the operation at a pointer. */
export function loadRequestBody(source: Source, operation: string): RequestBody | undefined {
  const { pointer, value } = follow(source, joinPointer(operation, 'requestBody'))
  if (!isRecord(value)) return undefined
  return { required: value.required === true, content: loadContent(source, joinPointer(pointer, 'content')) }
}

/** The responses of the operation at a pointer, by status. */
export function loadResponses(source: Source, operation: string): ReadonlyMap<string, ResponseSpec> {
  const own = joinPointer(operation, 'responses')
  return new Map(keysAt(source, own).map((status) => [status, loadResponse(source, joinPointer(own, status), status)]))
}

function loadResponse(source: Source, own: string, status: string): ResponseSpec {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
    throw source.error(
      own,
      `"${status}" is not a status`,
      'Write a number such as 404, a range such as 4XX, or `default`.',
    )
  }
  const { pointer, value } = follow(source, own)
  return {
    status,
    description: isRecord(value) ? String(value.description ?? value.summary ?? '') : '',
    pointer,
    headers: loadHeaders(source, joinPointer(pointer, 'headers')),
    content: loadContent(source, joinPointer(pointer, 'content')),
  }
}

function loadHeaders(source: Source, own: string): readonly HeaderSpec[] {
  // The media type of a response is what `content` says: https://spec.openapis.org/oas/v3.2.0.html#response-object
  const names = keysAt(source, own).filter((name) => name.toLowerCase() !== 'content-type')
  return names.map((name) => {
    const { pointer, value } = follow(source, joinPointer(own, name))
    if (!isRecord(value) || value.schema === undefined) {
      throw source.error(pointer, `the header "${name}" has no schema`, 'Add `schema`.')
    }
    return { name, required: value.required === true, schema: followSchema(source, joinPointer(pointer, 'schema')) }
  })
}

function loadContent(source: Source, own: string): ReadonlyMap<string, MediaType> {
  return new Map(keysAt(source, own).map((name) => [name, loadMediaType(source, joinPointer(own, name), name)]))
}

function keysAt(source: Source, pointer: string): readonly string[] {
  const value = readPointer(source.value, pointer)
  return isRecord(value) ? Object.keys(value) : []
}
