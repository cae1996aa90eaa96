import type { Finding, Report } from '../report.ts'
import { formatDrift } from './drift-text.ts'

/** The report for a person: by operation, what is kept in one line, what is broken with both sides and the request. */
export function formatPretty(report: Report): string {
  const { platform, target, known, findings, runs, requests, milliseconds } = report
  const operations = [...new Set(findings.map(({ operation }) => operation))]
  return [
    `${platform} at ${target}${known === undefined ? '' : `, known as ${known}`}`,
    ...operations.flatMap((operation) =>
      formatGroup(
        operation,
        findings.filter((finding) => finding.operation === operation),
      ),
    ),
    '',
    ...formatDrifts(report),
    ...formatCoverage(report),
    `${requests} requests, ${runs.started} runs, ${(milliseconds / 1000).toFixed(1)} s`,
    formatSummary(report),
    '',
  ]
    .map(withoutControls)
    .join('\n')
}

// What a target said must not steer the terminal.
function withoutControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, '\uFFFD')
}

/** `12 kept, 1 broken, 3 unchecked`. */
export function formatSummary({ summary }: Report): string {
  const { kept, broken, unchecked, waived } = summary
  return `${kept} kept, ${broken} broken, ${unchecked} unchecked${waived > 0 ? `, ${waived} waived` : ''}`
}

function formatGroup(operation: string, findings: readonly Finding[]): readonly string[] {
  const kept = findings.filter(({ verdict }) => verdict === 'kept').map(({ id }) => id)
  const others = findings.filter(({ verdict }) => verdict !== 'kept')
  return ['', operation, ...formatKept(kept), ...others.flatMap(formatFinding)]
}

const WIDTH = 110

function formatKept(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return []
  const lines = [`  ✓ ${ids.length} kept:`]
  for (const id of ids) {
    const last = lines.at(-1) ?? ''
    if (last.length + id.length < WIDTH) lines[lines.length - 1] = `${last} ${id}`
    else lines.push(`    ${id}`)
  }
  return lines
}

function formatFinding({ id, claim, verdict, expected, actual, request, reason, source }: Finding): readonly string[] {
  if (verdict === 'waived')
    return [`  ~ ${id}  ${claim}`, `      waived: ${reason ?? ''}`, `      actual: ${actual ?? ''}`]
  if (verdict !== 'broken') return [`  ? ${id}  ${claim}`, `      ${verdict}: ${reason ?? ''}`]
  return [
    `  ✗ ${id}  ${claim} (${source.file}:${source.line})`,
    `      expected: ${expected ?? ''}`,
    `      actual:   ${actual ?? ''}`,
    ...(request === undefined ? [] : [`      request:  ${request}`]),
    `      explain:  flowproof explain ${id}`,
  ]
}

function formatDrifts({ drift }: Report): readonly string[] {
  if (drift.length === 0) return []
  return ['drift: what came and the document does not know, with what would add it', ...drift.flatMap(formatDrift), '']
}

function formatCoverage({ coverage }: Report): readonly string[] {
  const unseen = Object.entries(coverage.events).flatMap(([name, times]) => (times === 0 ? [name] : []))
  const idle = Object.entries(coverage.operations).flatMap(([id, { requests }]) => (requests === 0 ? [id] : []))
  return [
    ...(idle.length > 0 ? [`operations not visited: ${idle.join(', ')}`] : []),
    ...(unseen.length > 0 ? [`events not seen: ${unseen.join(', ')}`] : []),
  ]
}
