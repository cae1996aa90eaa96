import type { CheckExplanation, ProbeExplanation } from '../contract/explain-check.ts'
import type { SourceExcerpt } from '../contract/explain-source.ts'
import type { ErrorExplanation } from './explain-error.ts'
import type { Paint } from './paint.ts'

/** A check as a list shows it. */
export interface ListedCheck {
  readonly platform: string
  readonly id: string
  readonly claim: string
}

/** All of a check: the promise and its source, what shows it, and how to verify it alone, leave it out or waive it. */
export function formatCheck(check: CheckExplanation, paint: Paint): string {
  const { platform, id, claim, level, meaning, operation, needs, runs, known } = check
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)]
  const most = runs.most > runs.least ? `, or ${runs.most} with all inputs` : ''
  const verify = `flowproof verify ${platform} --url "$URL" --key "$KEY"`
  return [
    `${paint('bold', id)} of ${platform}`,
    claim,
    `${level}: ${meaning}.`,
    ...section('Operation', operation ? [formatOperation(operation)] : []),
    ...section('Promised in', check.sources.flatMap(formatExcerpt)),
    ...section(
      'Remarked there',
      check.remarks.flatMap((remark) => remark.split('\n')),
    ),
    ...section('Shown by', formatProbes(check.probes)),
    ...section('Takes', columns(check.inputs.map(({ flag, holds }) => [flag, holds]))),
    ...section(`Verify it alone (starts ${counted(runs.least)}${most})`, [
      [verify, `--only ${id}`, ...needs].join(' '),
    ]),
    ...section('Leave it out', [`${verify} --skip ${id}`]),
    ...section('Let it be broken for now, in flowproof.config.yaml', waiverOf(id)),
    ...section(
      'Known to be broken by',
      known.map(({ implementation, because, name }) => `${implementation}: ${because} (--known ${name})`),
    ),
    '',
  ].join('\n')
}

function waiverOf(id: string): readonly string[] {
  return [
    'targets:',
    '  my-server:',
    '    waivers:',
    `      - check: ${id}`,
    '        reason: why it may be broken',
    '        until: 2030-12-31',
  ]
}

function formatOperation({ id, method, path, summary }: NonNullable<CheckExplanation['operation']>): string {
  return `${id}, ${method.toUpperCase()} ${path}${summary === '' ? '' : `: ${summary}`}`
}

const LONGEST_LINE = 110

function formatExcerpt({ file, line, from, lines }: SourceExcerpt): readonly string[] {
  const width = String(from + lines.length).length
  return [
    `${file}:${line}`,
    ...lines.map((text, index) => {
      const shown = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text
      return `${from + index === line ? '>' : ' '} ${String(from + index).padStart(width)} | ${shown}`.trimEnd()
    }),
  ]
}

function formatProbes(probes: readonly ProbeExplanation[]): readonly string[] {
  return columns(
    probes.map(({ name, requests, runs, needs }) => {
      const parts = [requests.join(', '), runs > 0 ? counted(runs) : '', needs.join(' ')]
      return [name, parts.filter((part) => part !== '').join('; ')]
    }),
  )
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widthOf(column)))
      .join('  ')
      .trimEnd(),
  )
}

function counted(runs: number): string {
  return runs === 1 ? '1 run' : runs === 0 ? 'no run' : `${runs} runs`
}

/** Several checks, each in a line. */
export function formatChecks(word: string, checks: readonly ListedCheck[]): string {
  const lines = columns(checks.map(({ platform, id, claim }) => [platform, id, claim]))
  const [first] = checks
  const more = `For all of one of them: flowproof explain ${first?.id} --platform ${first?.platform}`
  return [`${checks.length} checks fit "${word}":`, ...lines.map((line) => `  ${line}`), more, ''].join('\n')
}

/** What an error means, and what to do. */
export function formatError({ code, means, advice }: ErrorExplanation, paint: Paint): string {
  return [paint('bold', code), means, advice, ''].join('\n')
}
