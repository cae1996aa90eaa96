import type { Operation, SecurityScheme } from '../spec/spec.ts'
import type { RequestBodyParts, RequestParts } from './request-parts.ts'
import type { Credentials, SentRequest } from './transcript.ts'

/** A request ready for `fetch`, and what a transcript keeps of it. */
export interface EncodedRequest {
  /** With credentials: for the wire only. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | FormData | undefined
  /** Without credentials. */
  readonly sent: SentRequest
}

export interface RequestTarget {
  /** Base URL without a trailing slash. */
  readonly url: string
  readonly key: string
  /** A key of the same form that the target cannot know. */
  readonly wrongKey: string
}

/** Puts parts, path template and credentials together. Cookies and lists are not needed by any request that we make. */
export function encodeRequest(
  target: RequestTarget,
  operation: Operation,
  parts: RequestParts,
  credentials: Credentials,
): EncodedRequest {
  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name) => encodeURIComponent(parts.path?.[name] ?? ''))
  const secrets = { valid: target.key, wrong: target.wrongKey, none: undefined }
  const shown = { valid: '$KEY', wrong: '$WRONG_KEY', none: undefined }
  const encode = (key: string | undefined): { url: string; headers: Record<string, string> } => {
    const { headers, query } = credentialsOf(operation, key)
    const search = new URLSearchParams({ ...parts.query, ...query }).toString()
    return {
      url: `${target.url}${path}${search === '' ? '' : `?${search}`}`,
      headers: { ...contentHeaders(parts.body), ...headers },
    }
  }
  const { body } = parts
  return {
    ...encode(secrets[credentials]),
    body: bodyOf(body),
    sent: {
      method: parts.method ?? operation.method.toUpperCase(),
      ...encode(shown[credentials]),
      parameters: { ...parts.path, ...parts.query },
      credentials,
      json: body?.kind === 'json' ? body.value : undefined,
      fields: body?.kind === 'form' ? body.fields : undefined,
      body: outlineOf(body),
      curl: body?.kind === 'form' ? formArguments(body) : undefined,
    },
  }
}

interface EncodedCredentials {
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

function credentialsOf(operation: Operation, key: string | undefined): EncodedCredentials {
  const none = { headers: {}, query: {} }
  // Where credentials are optional, one of the alternatives is empty.
  const scheme = operation.security.find((schemes) => schemes.length > 0)?.[0]
  return scheme === undefined || key === undefined ? none : { ...none, ...encodeCredentials(scheme, key) }
}

function encodeCredentials(scheme: SecurityScheme, key: string): Partial<EncodedCredentials> {
  if (scheme.kind === 'bearer') return { headers: { authorization: `Bearer ${key}` } }
  switch (scheme.in) {
    case 'header':
      return { headers: { [scheme.parameter.toLowerCase()]: key } }
    case 'query':
      return { query: { [scheme.parameter]: key } }
    case 'cookie':
      return { headers: { cookie: `${scheme.parameter}=${encodeURIComponent(key)}` } }
  }
}

// The boundary of a form is chosen by `fetch`, and so is its header.
function contentHeaders(body: RequestBodyParts | undefined): Readonly<Record<string, string>> {
  switch (body?.kind) {
    case 'json':
      return { 'content-type': 'application/json' }
    case 'text':
      return { 'content-type': body.type }
    case 'form':
    case undefined:
      return {}
  }
}

function bodyOf(body: RequestBodyParts | undefined): string | FormData | undefined {
  switch (body?.kind) {
    case 'json':
      return JSON.stringify(body.value)
    case 'text':
      return body.text
    case 'form': {
      const form = new FormData()
      for (const [name, value] of Object.entries(body.fields)) form.append(name, value)
      for (const { field, filename, type, text } of body.files) form.append(field, new Blob([text], { type }), filename)
      return form
    }
    case undefined:
      return undefined
  }
}

function outlineOf(body: RequestBodyParts | undefined): string | undefined {
  return body?.kind === 'form' ? formArguments(body).join(' ') : (bodyOf(body)?.toString() ?? undefined)
}

function formArguments({ fields, files }: Extract<RequestBodyParts, { kind: 'form' }>): readonly string[] {
  return [
    ...Object.entries(fields).flatMap(([name, value]) => ['-F', `${name}=${value}`]),
    ...files.flatMap(({ field, filename, type }) => ['-F', `${field}=@${filename};type=${type}`]),
  ]
}
