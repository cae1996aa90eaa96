import { createRedactor, type Redact } from '../redact.ts'
import type { SecurityScheme } from '../spec/spec.ts'

/** What stands in the place of a key. */
const HIDDEN = '***'
const SECRET_NAME = /(^|[-_.])((api)?key|token|secret|password|auth|authorization|credential)s?$/i

export interface Credentials {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** All schemes of the platform. */
  readonly schemes: Iterable<SecurityScheme>
  /** The key that the server was started with. */
  readonly key: string | undefined
}

/** Finds the keys that a request brought, wherever its platform looks for them or its client may have put them. */
export function createRedact({ headers, query, schemes, key }: Credentials): Redact {
  const found = [key ?? '', ...words(headers.authorization), ...words(headers['proxy-authorization'])]
  for (const [name, value] of [...Object.entries(headers), ...query])
    if (SECRET_NAME.test(name)) found.push(...words(value))
  for (const scheme of schemes) {
    if (scheme.kind !== 'api-key') continue
    if (scheme.in === 'header') found.push(headers[scheme.parameter.toLowerCase()] ?? '')
    if (scheme.in === 'query') found.push(...query.getAll(scheme.parameter))
    if (scheme.in === 'cookie') found.push(...words(headers.cookie))
  }
  return createRedactor(found, HIDDEN)
}

// A header may hold a scheme's name before the key, and a cookie its own.
function words(value = ''): string[] {
  const whole = value.split(/;\s*/).map((part) => part.replace(/^\w+(=|\s+)/, ''))
  return [...whole, ...value.split(/[\s;,=]+/)].filter((word) => !/^(bearer|basic|digest|token)$/i.test(word))
}
