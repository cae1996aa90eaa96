import type { Operation } from '../../spec/spec.ts'
import type { RecordedEntry } from './recorded-entry.ts'

/** An entry in which `$KEY` stands for each credential, and what these were: answers may repeat them. */
export interface HiddenEntry {
  readonly entry: RecordedEntry
  readonly secrets: readonly string[]
}

const HEADER = /authorization|cookie|api-?key|token|secret/i
const PARAMETER = /^(x-)?(api[-_]?)?key$|^(access[-_]?|auth[-_]?)?token$|^(authorization|secret|password|signature)$/i

/**
 * Takes the credentials out of an entry: of its headers and URL all that is called one, whether or not the operation asks for it. Parameters of
 * the operation that only have such a name stay.
 */
export function hideCredentials(entry: RecordedEntry, operation: Operation | undefined): HiddenEntry {
  const schemes = (operation?.security.flat() ?? []).flatMap((scheme) => (scheme.kind === 'api-key' ? [scheme] : []))
  const own = (place: string): readonly string[] =>
    schemes.filter((scheme) => scheme.in === place).map(({ parameter }) => parameter.toLowerCase())
  const declared = (operation?.parameters ?? []).map(({ name }) => name.toLowerCase())
  const isSecret = (name: string, place: 'header' | 'query', like: RegExp): boolean =>
    own(place).includes(name.toLowerCase()) || (like.test(name) && !declared.includes(name.toLowerCase()))
  const secrets: string[] = []
  const headersOf = (headers: RecordedEntry['headers']): RecordedEntry['headers'] =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => {
        if (!isSecret(name, 'header', HEADER)) return [name, value]
        const hidden = hideValue(name, value)
        secrets.push(...hidden.secrets)
        return [name, hidden.shown]
      }),
    )
  const url = new URL(entry.url)
  secrets.push(url.username, url.password)
  url.username = ''
  url.password = ''
  url.hash = ''
  for (const name of new Set(url.searchParams.keys())) {
    if (!isSecret(name, 'query', PARAMETER)) continue
    secrets.push(...url.searchParams.getAll(name))
    url.searchParams.set(name, '$KEY')
  }
  const headers = headersOf(entry.headers)
  const answer = entry.answer && { ...entry.answer, headers: headersOf(entry.answer.headers) }
  return { entry: { ...entry, url, headers, answer }, secrets }
}

/** The scheme of an `Authorization` and the names of cookies are no secrets. */
function hideValue(name: string, value: string): { shown: string; secrets: readonly string[] } {
  if (name === 'cookie' || name === 'set-cookie') {
    const pairs = value.split(/;\s*/).map((pair) => pair.split(/=(.*)/s))
    const shown = pairs.map(([key = '', text]) => (text === undefined ? '$KEY' : `${key}=$KEY`)).join('; ')
    // What is short is a setting, and would be found in any text.
    return { shown, secrets: pairs.map(([, text = '']) => text).filter((text) => text.length >= SHORTEST_COOKIE) }
  }
  const [, scheme = '', secret = value] = /^([A-Za-z]+ +)(.+)$/s.exec(value) ?? []
  return { shown: `${scheme}$KEY`, secrets: [secret] }
}

const SHORTEST_COOKIE = 12
