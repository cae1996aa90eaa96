import type { Drift } from '../contract/drift.ts'
import { type Exchange, frameWords } from '../contract/exchange.ts'
import type { Finding, Report } from '../contract/report.ts'
import { formatDrift } from '../contract/reporters/drift-text.ts'
import { shorten } from '../contract/transcript.ts'

/** What a test says of a broken promise: both sides, the request and its answer, and where to read more. */
export function formatBroken(finding: Finding, { exchanges }: Report): string {
  const { id, source, expected = '', actual = '', request, exchange, frame } = finding
  const shown = exchanges.find((one) => one.id === exchange)
  return [
    `promised in ${source.file}:${source.line}`,
    `expected: ${expected}`,
    `actual:   ${actual}`,
    ...(request === undefined ? [] : [`request:  ${request}`]),
    ...(shown === undefined ? [] : [`answer:   ${formatAnswer(shown, frame)}`]),
    `explain:  npx flowproof explain ${id}`,
  ]
    .map(withoutControls)
    .join('\n  ')
}

// What a target said must not steer the terminal.
function withoutControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, '\uFFFD')
}

const MOST_BODY = 500

/** The answer in a line, with the frame that matters. */
function formatAnswer({ id, probe, answer, failure = 'none came' }: Exchange, frame: number | undefined): string {
  const where = `exchange ${id}, ${probe}`
  if (!answer) return `${failure} (${where})`
  const { status, headers, body = '', frames, endedAt } = answer
  const head = [status, headers['content-type'], `after ${endedAt} ms`].filter((part) => part !== undefined).join(' ')
  const index = frame ?? -1
  const broken = frames?.[index]
  const text = broken ? `${frameWords(broken, index)} of ${frames?.length} frames: ${broken.text}` : body
  return `${head} (${where})${text === '' ? '' : `: ${shorten(text, MOST_BODY)}`}`
}

/** What a test says of drift: each with what would make the document know it. */
export function formatDrifts(drifts: readonly Drift[]): string {
  return ['what came and the document does not know, with what would add it', ...drifts.flatMap(formatDrift)]
    .map(withoutControls)
    .join('\n')
}
