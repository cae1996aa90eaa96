import type { Finding, Report } from '../report.ts'
import { formatDrift } from './drift-text.ts'

/** How a terminal shows a report. */
export interface Look {
  /** Colours a text, or leaves it as it is. */
  readonly paint: (colour: Colour, text: string) => string
  /** Columns that a line should not pass where it can be broken. */
  readonly width: number
}

type Colour = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'magenta' | 'cyan'

/** Pieces of a line, each in a colour or in none. */
type Line = readonly (string | { readonly colour: Colour; readonly text: string })[]

const PLAIN: Look = { paint: (_, text) => text, width: 110 }

/**
 * The report for a person: by operation, what is kept in one line, what is broken with both sides and the request.
 * @param look - @default no colours, 110 columns
 */
export function formatPretty(report: Report, { paint, width }: Look = PLAIN): string {
  const { platform, target, known, findings, runs, requests, milliseconds, summary } = report
  const operations = [...new Set(findings.map(({ operation }) => operation))]
  const lines: readonly Line[] = [
    [`${platform} at ${target}${known === undefined ? '' : `, known as ${known}`}`],
    ...operations.flatMap((operation) =>
      formatGroup(
        operation,
        findings.filter((finding) => finding.operation === operation),
        width,
      ),
    ),
    [],
    ...formatDrifts(report),
    ...formatCoverage(report),
    [`${requests} requests, ${runs.started} runs, ${(milliseconds / 1000).toFixed(1)} s`],
    [{ colour: summary.broken > 0 ? 'red' : 'green', text: formatSummary(report) }],
    [],
  ]
  return lines.map((line) => formatLine(line, paint)).join('\n')
}

// What a target said must not steer the terminal; only we do.
function formatLine(line: Line, paint: Look['paint']): string {
  const clean = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\uFFFD')
  return line
    .map((piece) => (typeof piece === 'string' ? clean(piece) : paint(piece.colour, clean(piece.text))))
    .join('')
}

/** `12 kept, 1 broken, 3 unchecked`. */
export function formatSummary({ summary }: Report): string {
  const { kept, broken, unchecked, waived } = summary
  return `${kept} kept, ${broken} broken, ${unchecked} unchecked${waived > 0 ? `, ${waived} waived` : ''}`
}

function formatGroup(operation: string, findings: readonly Finding[], width: number): readonly Line[] {
  const kept = findings.filter(({ verdict }) => verdict === 'kept').map(({ id }) => id)
  const others = findings.filter(({ verdict }) => verdict !== 'kept')
  return [[], [{ colour: 'bold', text: operation }], ...formatKept(kept, width), ...others.flatMap(formatFinding)]
}

function formatKept(ids: readonly string[], width: number): readonly Line[] {
  if (ids.length === 0) return []
  const head = `  ✓ ${ids.length} kept:`
  const lines = [head]
  for (const id of ids) {
    const last = lines.at(-1) ?? ''
    if (last.length + id.length < width) lines[lines.length - 1] = `${last} ${id}`
    else lines.push(`    ${id}`)
  }
  const [first = '', ...more] = lines
  return [[{ colour: 'green', text: head }, first.slice(head.length)], ...more.map((line) => [line])]
}

function formatFinding({ id, claim, verdict, expected, actual, request, reason, source }: Finding): readonly Line[] {
  const label = (text: string) => ({ colour: 'dim', text: `      ${text}` }) as const
  if (verdict === 'waived')
    return [
      [{ colour: 'magenta', text: `  ~ ${id}` }, `  ${claim}`],
      [label('waived:'), ` ${reason ?? ''}`],
      [label('actual:'), ` ${actual ?? ''}`],
    ]
  if (verdict !== 'broken')
    return [
      [{ colour: 'yellow', text: `  ? ${id}` }, `  ${claim}`],
      [label(`${verdict}:`), ` ${reason ?? ''}`],
    ]
  return [
    [{ colour: 'red', text: `  ✗ ${id}` }, `  ${claim} (${source.file}:${source.line})`],
    [label('expected:'), ` ${expected ?? ''}`],
    [label('actual:'), `   ${actual ?? ''}`],
    ...(request === undefined ? [] : [[label('request:'), `  ${request}`]]),
    [label('explain:'), `  flowproof explain ${id}`],
  ]
}

function formatDrifts({ drift }: Report): readonly Line[] {
  if (drift.length === 0) return []
  const title = { colour: 'cyan', text: 'drift' } as const
  const lines = drift.flatMap(formatDrift).map((line) => [line])
  return [[title, ': what came and the document does not know, with what would add it'], ...lines, []]
}

function formatCoverage({ coverage }: Report): readonly Line[] {
  const unseen = Object.entries(coverage.events).flatMap(([name, times]) => (times === 0 ? [name] : []))
  const idle = Object.entries(coverage.operations).flatMap(([id, { requests }]) => (requests === 0 ? [id] : []))
  return [
    ...(idle.length > 0 ? [[`operations not visited: ${idle.join(', ')}`]] : []),
    ...(unseen.length > 0 ? [[`events not seen: ${unseen.join(', ')}`]] : []),
  ]
}
