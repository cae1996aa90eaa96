import type { Finding, Report } from '../report.ts'
import { formatSummary } from './pretty.ts'

/** A page of Markdown for a step summary or a comment: the sum, then every promise that is not kept, then drift. */
export function formatMarkdown(report: Report): string {
  const { platform, target, findings, drift, requests, runs } = report
  const of = (verdict: Finding['verdict']): readonly Finding[] => findings.filter((one) => one.verdict === verdict)
  return [
    `## ${inline(platform)} at ${code(target)}`,
    '',
    `**${formatSummary(report)}**; ${requests} requests, ${runs.started} runs.`,
    '',
    ...of('broken').flatMap(formatBroken),
    ...table(
      'Waived',
      ['check', 'because', 'what came'],
      of('waived').map(({ id, reason = '', actual = '' }) => [id, reason, actual]),
    ),
    ...table(
      'Unchecked',
      ['check', 'why'],
      of('unchecked').map(({ id, reason = '' }) => [id, reason]),
    ),
    ...table(
      'Drift',
      ['operation', 'seen', 'times', 'would stand in'],
      drift.map(({ operation, seen, times, source }) => [
        operation,
        seen,
        String(times),
        `${source.file}:${source.line}`,
      ]),
    ),
  ].join('\n')
}

function formatBroken({ id, claim, expected = '', actual = '', request, source }: Finding): readonly string[] {
  return [
    `### ✗ ${code(id)}`,
    '',
    `${inline(claim)} (${code(`${source.file}:${source.line}`)})`,
    '',
    `- expected: ${code(expected)}`,
    `- actual: ${code(actual)}`,
    `- explain: ${code(`flowproof explain ${id}`)}`,
    '',
    ...(request === undefined ? [] : [...fenced(request), '']),
  ]
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${title}`,
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map((cells) => line(cells.map((cell) => inline(cell).replaceAll('|', '\\|')))),
    '',
  ]
}

/** Text of a target in the flow of a line: nothing in it is markup. */
function inline(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]<>#]/g, (character) => `\\${character}`)
}

// A code span ends only at as many backticks as it began with.
function code(text: string): string {
  const line = oneLine(text)
  const fence = '`'.repeat(longestRun(line) + 1)
  return `${fence} ${line} ${fence}`
}

function fenced(text: string): readonly string[] {
  const fence = '`'.repeat(Math.max(longestRun(text) + 1, 3))
  return [`${fence}sh`, text, fence]
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ')
}
