import { checkRequest } from '../../spec/check-request.ts'
import type { Problem } from '../../spec/spec.ts'
import type { Validator } from '../../spec/validator.ts'
import type { SentRequest } from '../transcript.ts'
import { decodeRequestBody, type RequestContent } from './decode-request-body.ts'
import type { EntryMatch } from './match-entries.ts'
import type { RecordedEntry, RecordedField } from './recorded-entry.ts'

/** A recorded request as transcripts hold it, and the first thing that the spec objects to in it. */
export interface ReadRequest {
  readonly request: SentRequest
  readonly objection: string | undefined
}

// They belong to one connection, or to one boundary: sent again by hand, they would be wrong.
const OF_THE_CONNECTION = /^(connection|content-length|host|transfer-encoding|accept-encoding|te|upgrade|keep-alive)$/

/** Reads the request of an entry without its credentials. */
export function readRequest(validator: Validator, { operation, path }: EntryMatch, entry: RecordedEntry): ReadRequest {
  const { method, url, headers, body } = entry
  const type = headers['content-type'] ?? ''
  const content = decodeRequestBody(body, type)
  const files = content.kind === 'form' && /^multipart/i.test(type) ? formArguments(content.fields) : undefined
  const shown = Object.entries(headers).filter(
    ([name]) => !OF_THE_CONNECTION.test(name) && !(files && name === 'content-type'),
  )
  const problems = checkRequest(validator, operation, {
    path,
    query: url.searchParams,
    headers: { get: (name) => headers[name.toLowerCase()] },
    mediaType: content.kind === 'none' ? undefined : type,
    body: bodyToCheck(content),
  })
  const request: SentRequest = {
    method,
    url: url.href,
    parameters: { ...Object.fromEntries(url.searchParams), ...path },
    headers: Object.fromEntries(shown),
    credentials: [url.search, ...Object.values(headers)].some((text) => /(\$|%24)KEY/.test(text)) ? 'valid' : 'none',
    json: content.kind === 'json' ? content.value : undefined,
    fields: content.kind === 'form' ? textsOf(content.fields) : undefined,
    body: files?.join(' ') ?? (body?.kind === 'text' ? body.text : undefined),
    curl: files,
  }
  return { request, objection: objectionOf(content, problems) }
}

function objectionOf(content: RequestContent, problems: readonly Problem[]): string | undefined {
  if (content.kind === 'malformed') return '/body is no JSON'
  const problem = problems.find(({ note }) => !note)
  return problem && `${problem.at} ${problem.message}`
}

function bodyToCheck(content: RequestContent): unknown {
  switch (content.kind) {
    case 'json':
      return content.value
    case 'form':
      return groupFields(content.fields)
    case 'other':
      return ''
    case 'none':
    case 'malformed':
      return undefined
  }
}

function groupFields(fields: readonly RecordedField[]): Readonly<Record<string, unknown>> {
  const groups = new Map<string, unknown[]>()
  for (const { name, value, file } of fields) {
    groups.set(name, [...(groups.get(name) ?? []), file ? { ...file, size: value.length } : value])
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.length === 1 ? group[0] : group]))
}

function textsOf(fields: readonly RecordedField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.flatMap(({ name, value, file }) => (file ? [] : [[name, value]])))
}

function formArguments(fields: readonly RecordedField[]): readonly string[] {
  return fields.flatMap(({ name, value, file }) => [
    '-F',
    file ? `${name}=@${file.filename};type=${file.mediaType}` : `${name}=${value}`,
  ])
}
