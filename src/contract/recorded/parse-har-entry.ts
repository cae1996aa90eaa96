import { isRecord } from '../../spec/record.ts'
import type { EntryReader } from './entry-reader.ts'
import type { RecordedAnswer, RecordedBody, RecordedEntry, RecordedField } from './recorded-entry.ts'

/**
 * Reads one entry of a HAR file as browsers save it.
 * @see http://www.softwareishard.com/blog/har-12-spec/#entries
 */
export function parseHarEntry(entry: EntryReader): RecordedEntry {
  const request = entry.member('request')
  return {
    method: request.member('method').text().toUpperCase(),
    url: request.member('url').url(),
    headers: readHeaders(request.member('headers')),
    body: readPostData(request.member('postData')),
    answer: readResponse(entry.member('response')),
  }
}

function readHeaders(headers: EntryReader): Readonly<Record<string, string>> {
  const read: Record<string, string> = {}
  for (const header of headers.list()) {
    const name = header.member('name').text().toLowerCase()
    const value = header.member('value').text()
    // HTTP/2 writes the request line as headers.
    if (!name.startsWith(':')) read[name] = read[name] === undefined ? value : `${read[name]}, ${value}`
  }
  return read
}

function readPostData(postData: EntryReader): RecordedBody | undefined {
  if (!isRecord(postData.value)) return undefined
  const { text, params } = postData.value
  if (typeof text === 'string' && text !== '') return { kind: 'text', text }
  if (!Array.isArray(params) || params.length === 0) return undefined
  return { kind: 'fields', fields: postData.member('params').list().map(readParam) }
}

function readParam(param: EntryReader): RecordedField {
  const name = param.member('name').text()
  const { fileName, contentType, value } = isRecord(param.value) ? param.value : {}
  const text = typeof value === 'string' ? value : ''
  if (typeof fileName !== 'string') return { name, value: text }
  const mediaType = typeof contentType === 'string' ? contentType : 'application/octet-stream'
  return { name, value: text, file: { filename: fileName, mediaType } }
}

const NOT_MODIFIED = 304

// A request that was blocked or cancelled has a status of 0, or of -1 as Playwright saves it; 304 is the browser's own question.
function readResponse(response: EntryReader): RecordedAnswer | undefined {
  const member = response.member('status')
  const status = member.value === -1 ? 0 : member.status()
  const headers = readHeaders(response.member('headers'))
  const { _error: error } = isRecord(response.value) ? response.value : {}
  const left = typeof error === 'string' && error !== ''
  const bytes = readContent(response.member('content'), headers['content-type'] !== undefined)
  return status === 0 || status === NOT_MODIFIED || !bytes ? undefined : { status, headers, bytes, left }
}

// Browsers leave out bodies that are large or that they have forgotten, and say so at most by the size.
function readContent(content: EntryReader, isNamed: boolean): Uint8Array | undefined {
  const { text, encoding, size } = isRecord(content.value) ? content.value : {}
  if (typeof text === 'string') return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
  return isNamed || (typeof size === 'number' && size > 0) ? undefined : new Uint8Array(0)
}
