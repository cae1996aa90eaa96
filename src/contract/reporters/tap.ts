import type { Finding, Report } from '../report.ts'

/**
 * Test Anything Protocol, version 14: a test point for each check; what is unchecked is skipped, what is waived is to do.
 * @see https://testanything.org/tap-version-14-specification.html
 */
export function formatTap({ findings }: Report): string {
  return ['TAP version 14', `1..${findings.length}`, ...findings.flatMap(formatPoint), ''].join('\n')
}

function formatPoint(finding: Finding, index: number): readonly string[] {
  const { id, claim, verdict, reason = '' } = finding
  const point = `${index + 1} - ${escapeText(`${id}: ${claim}`)}`
  switch (verdict) {
    case 'kept':
      return [`ok ${point}`]
    case 'unchecked':
      return [`ok ${point} # SKIP ${escapeText(reason)}`]
    case 'waived':
      return [`not ok ${point} # TODO ${escapeText(reason)}`, ...diagnostics(finding)]
    case 'broken':
      return [`not ok ${point}`, ...diagnostics(finding)]
  }
}

// JSON texts are YAML scalars, whatever is in them.
function diagnostics({ expected, actual, request, source }: Finding): readonly string[] {
  const said = { expected, actual, promised: `${source.file}:${source.line}`, request }
  const lines = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${JSON.stringify(value)}`],
  )
  return ['  ---', ...lines, '  ...']
}

function escapeText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('#', '\\#')
}
