import { type SentRequest, shorten } from './transcript.ts'

const LONGEST_BODY = 2000

/**
 * A curl command that sends a request again; the key is the shell variable `KEY`, and the shell writes out what is one character many times. Other
 * bodies over 2,000 characters are cut and say so.
 */
export function formatCurl({ method, url, headers, body, curl }: SentRequest): string {
  const shownHeaders = Object.entries(headers).flatMap(([name, value]) => ['-H', quoteHeader(`${name}: ${value}`)])
  const shownBody = curl?.map(quote) ?? (body === undefined ? [] : ['-d', quote(cut(body))])
  return ['curl -sN -X', method, quoteUrl(url), ...shownHeaders, ...shownBody].join(' ')
}

function quoteUrl(url: string): string {
  const open = url.replaceAll(/%24((WRONG_)?KEY)\b/g, '$$$1')
  return open === url ? quote(url) : `"${open}"`
}

// Only the header with the key must be open to the shell's variables.
function quoteHeader(header: string): string {
  return /\$(WRONG_)?KEY/.test(header) ? `"${header}"` : quote(header)
}

/** One character, many times. */
const RUN = /([\w[\]])\1{199,}/g

function quote(text: string): string {
  const hasRun = text.search(RUN) >= 0
  if (!hasRun && /^[\w@%+=:,./-]+$/.test(text)) return text
  const quoted = `'${text.replaceAll("'", "'\\''")}'`
  return quoted.replaceAll(RUN, (run, char: string) => `'"$(printf '${char}%.0s' $(seq ${run.length}))"'`)
}

function cut(body: string): string {
  return body.replaceAll(RUN, '').length > LONGEST_BODY ? shorten(body, LONGEST_BODY) : body
}
