import type { Finding, Report } from '../report.ts'
import { formatSummary } from './pretty.ts'

/**
 * Workflow commands, which GitHub shows as annotations of the run: an error for each broken promise, a warning for each drift.
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(report: Report): string {
  const broken = report.findings.filter(({ verdict }) => verdict === 'broken')
  const drift = report.drift.map(({ operation, seen, source }) =>
    command('warning', `drift of ${operation}`, `${seen} is not in ${source.file}:${source.line}`),
  )
  return [...broken.map(formatBroken), ...drift, `${report.platform}: ${formatSummary(report)}`, ''].join('\n')
}

function formatBroken({ id, claim, expected, actual, request, source }: Finding): string {
  const lines = [claim, `expected: ${expected}`, `actual: ${actual}`, `promised in: ${source.file}:${source.line}`]
  return command(
    'error',
    id,
    [...lines, ...(request === undefined ? [] : [request]), `flowproof explain ${id}`].join('\n'),
  )
}

function command(kind: 'error' | 'warning', title: string, message: string): string {
  return `::${kind} title=${escapeProperty(title)}::${escapeData(message)}`
}

// What a target said must not steer the terminal.
function escapeData(text: string): string {
  const plain = text.replaceAll(/[^\P{Cc}\r\n]/gu, '\uFFFD')
  return plain.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
