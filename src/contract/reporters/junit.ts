import type { Finding, Report } from '../report.ts'
import { formatSummary } from './pretty.ts'

/**
 * JUnit XML, as CI systems read it: a suite for each operation, a case for each check.
 * @see https://github.com/testmoapp/junitxml
 */
export function formatJunit(report: Report): string {
  const { platform, target, findings, milliseconds } = report
  const operations = [...new Set(findings.map(({ operation }) => operation))]
  const counts = countsOf(findings)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(`${platform} ${target}`)}" ${counts} time="${(milliseconds / 1000).toFixed(3)}">`,
    ...operations.map((operation) =>
      formatSuite(
        platform,
        operation,
        findings.filter((finding) => finding.operation === operation),
      ),
    ),
    `  <!-- ${formatSummary(report)} -->`,
    '</testsuites>',
    '',
  ].join('\n')
}

function formatSuite(platform: string, operation: string, findings: readonly Finding[]): string {
  const cases = findings.map((finding) => formatCase(`${platform}.${operation}`, finding))
  return [`  <testsuite name="${escapeXml(operation)}" ${countsOf(findings)}>`, ...cases, '  </testsuite>'].join('\n')
}

function formatCase(group: string, finding: Finding): string {
  const head = `    <testcase classname="${escapeXml(group)}" name="${escapeXml(`${finding.id}: ${finding.claim}`)}"`
  switch (finding.verdict) {
    case 'kept':
      return `${head}/>`
    case 'broken': {
      const { id, expected = '', actual = '', request = '' } = finding
      const lines = [
        `expected: ${expected}`,
        `actual:   ${actual}`,
        `request:  ${request}`,
        `explain:  flowproof explain ${id}`,
      ]
      const text = lines.map(escapeXml).join('\n')
      return `${head}>\n      <failure message="${escapeXml(actual)}" type="${finding.level}">${text}</failure>\n    </testcase>`
    }
    case 'unchecked':
    case 'waived': {
      const message = `${finding.verdict === 'waived' ? 'waived: ' : ''}${finding.reason ?? finding.verdict}`
      return `${head}>\n      <skipped message="${escapeXml(message)}"/>\n    </testcase>`
    }
  }
}

function countsOf(findings: readonly Finding[]): string {
  const failures = findings.filter(({ verdict }) => verdict === 'broken').length
  const skipped = findings.filter(({ verdict }) => verdict === 'unchecked' || verdict === 'waived').length
  return `tests="${findings.length}" failures="${failures}" errors="0" skipped="${skipped}"`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

// Most control characters, and halves of surrogate pairs, may not stand in XML 1.0 in any form.
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\n\t]/g, (character) => ENTITIES[character] ?? character)
}
