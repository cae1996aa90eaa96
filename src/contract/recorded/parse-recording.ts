import { isRecord } from '../../spec/record.ts'
import { createEntryReader, type EntryReader } from './entry-reader.ts'
import { parseHarEntry } from './parse-har-entry.ts'
import type { RecordedEntry, RecordedJson } from './recorded-entry.ts'

/**
 * Reads recorded traffic, in the order of sending: a HAR file, or exchanges of the form
 * `{ request: { method, url, headers, body? }, response: { status, headers, body } }`, one or a list of them. There, headers are an object and
 * bodies are texts; a stream is the text of its body. Throws `file-unreadable`, with the place that is wrong.
 */
export function parseRecording(json: RecordedJson): readonly RecordedEntry[] {
  const root = createEntryReader(json)
  if (Array.isArray(json.value)) return root.list().map(parseExchange)
  if (isRecord(json.value)) {
    if ('log' in json.value) return inOrder(root.member('log').member('entries').list()).map(parseHarEntry)
    if ('request' in json.value) return [parseExchange(root)]
  }
  throw root.failed('it is neither a HAR file nor a list of exchanges')
}

// The standard only recommends that they stand in the order of their beginning.
function inOrder(entries: readonly EntryReader[]): readonly EntryReader[] {
  const dated = entries.map((entry) => ({ entry, date: dateOf(entry) }))
  if (dated.some(({ date }) => Number.isNaN(date))) return entries
  return dated.toSorted((a, b) => a.date - b.date).map(({ entry }) => entry)
}

function dateOf({ value }: EntryReader): number {
  return isRecord(value) && typeof value.startedDateTime === 'string' ? Date.parse(value.startedDateTime) : Number.NaN
}

function parseExchange(exchange: EntryReader): RecordedEntry {
  const request = exchange.member('request')
  const response = exchange.member('response')
  const body = request.member('body')
  return {
    method: request.member('method').text().toUpperCase(),
    url: request.member('url').url(),
    headers: parseHeaders(request.member('headers')),
    body: body.value === undefined ? undefined : { kind: 'text', text: body.text() },
    answer: {
      status: response.member('status').status(),
      headers: parseHeaders(response.member('headers')),
      bytes: Buffer.from(response.member('body').text(), 'utf8'),
      left: false,
    },
  }
}

function parseHeaders(headers: EntryReader): Readonly<Record<string, string>> {
  if (!isRecord(headers.value)) throw headers.failed('the headers are no object of names and texts')
  return Object.fromEntries(Object.keys(headers.value).map((name) => [name.toLowerCase(), headers.member(name).text()]))
}
