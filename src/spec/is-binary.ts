import { isRecord } from './record.ts'

/**
 * True of a schema whose values are bytes rather than text: `format: binary`, or a media type without an encoding.
 * @see https://spec.openapis.org/oas/v3.2.0.html#working-with-binary-data
 */
export function isBinary(schema: unknown): boolean {
  if (!isRecord(schema)) return false
  const { format, contentMediaType, contentEncoding } = schema
  if (format === 'binary') return true
  return (
    typeof contentMediaType === 'string' && contentEncoding === undefined && !/^text\/|json$/.test(contentMediaType)
  )
}
