import type { Report } from '../report.ts'

/** The whole report as JSON, for machines. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
