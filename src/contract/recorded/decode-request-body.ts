import { essenceOf } from '../../spec/match-response.ts'
import type { RecordedBody, RecordedField } from './recorded-entry.ts'

/** A request body as its media type says it is to be read. */
export type RequestContent =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  /** It says that it is JSON, and is none. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'form'; readonly fields: readonly RecordedField[] }
  | { readonly kind: 'other' }

/** Decodes the body of a recorded request by its content type. */
export function decodeRequestBody(body: RecordedBody | undefined, type: string): RequestContent {
  if (body === undefined) return { kind: 'none' }
  if (body.kind === 'fields') return { kind: 'form', fields: body.fields }
  const essence = essenceOf(type)
  if (/[/+]json$/.test(essence)) return decodeJson(body.text)
  if (essence === 'application/x-www-form-urlencoded') {
    return { kind: 'form', fields: [...new URLSearchParams(body.text)].map(([name, value]) => ({ name, value })) }
  }
  if (essence === 'multipart/form-data') return { kind: 'form', fields: decodeMultipart(body.text, type) }
  return { kind: 'other' }
}

function decodeJson(text: string): RequestContent {
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'malformed' }
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7578#section-4 */
function decodeMultipart(text: string, type: string): readonly RecordedField[] {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const parts = text.split(`--${quoted ?? plain ?? ''}`).slice(1)
  return parts.flatMap((part) => {
    const [, head = '', value = ''] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n?$/.exec(part) ?? []
    const name = /^content-disposition:[^\n]*\bname="([^"]*)"/im.exec(head)?.[1]
    if (name === undefined) return []
    const filename = /^content-disposition:[^\n]*\bfilename="([^"]*)"/im.exec(head)?.[1]
    if (filename === undefined) return [{ name, value }]
    const mediaType = /^content-type:\s*([^\r\n]+)/im.exec(head)?.[1] ?? 'application/octet-stream'
    return [{ name, value: '', file: { filename, mediaType } }]
  })
}
