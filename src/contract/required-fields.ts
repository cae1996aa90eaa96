import { readPointer } from '../spec/pointer.ts'
import type { MediaType, Operation, Spec } from '../spec/spec.ts'
import type { RequestBodyParts } from './request-parts.ts'
import { schemaParts } from './schema-parts.ts'

/** Names of the fields without which a request body is wrong, those of `allOf` members included. */
export function requiredFields({ document }: Spec, { schema }: MediaType): readonly string[] {
  const parts = schema === undefined ? [] : schemaParts(document, readPointer(document, schema))
  return [...new Set(parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : [])))]
}

/** The declared media type that a body of this kind is sent under. */
export function bodyMediaType({ requestBody }: Operation, kind: RequestBodyParts['kind']): MediaType | undefined {
  return requestBody?.content.get(kind === 'form' ? 'multipart/form-data' : 'application/json')
}
