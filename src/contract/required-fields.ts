import { readPointer } from '../spec/pointer.ts'
import { isRecord } from '../spec/record.ts'
import type { MediaType, Operation, Spec } from '../spec/spec.ts'
import type { RequestBodyParts } from './request-parts.ts'

/** Names of the fields without which a request body is wrong, those of `allOf` members included. */
export function requiredFields(spec: Spec, { schema }: MediaType): readonly string[] {
  return schema === undefined ? [] : [...new Set(fieldsOf(spec, readPointer(spec.document, schema)))]
}

function fieldsOf(spec: Spec, schema: unknown): readonly string[] {
  if (!isRecord(schema)) return []
  const { $ref, required, allOf } = schema
  const referred =
    typeof $ref === 'string' ? fieldsOf(spec, readPointer(spec.document, decodeURIComponent($ref.slice(1)))) : []
  const own = Array.isArray(required) ? required.map(String) : []
  return [...referred, ...own, ...(Array.isArray(allOf) ? allOf.flatMap((member) => fieldsOf(spec, member)) : [])]
}

/** The declared media type that a body of this kind is sent under. */
export function bodyMediaType({ requestBody }: Operation, kind: RequestBodyParts['kind']): MediaType | undefined {
  return requestBody?.content.get(kind === 'form' ? 'multipart/form-data' : 'application/json')
}
