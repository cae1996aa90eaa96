import { writeFileSync } from 'node:fs'
import type { Report } from '../contract/report.ts'
import { formatSummary } from '../contract/reporters/pretty.ts'
import { reporters } from '../contract/reporters/reporters.ts'
import type { ReportSettings } from './report-settings.ts'

/** Writes a report to where it is wanted. Returns the exit code: 1 where something in it fails. */
export function writeReport(report: Report, { reporter, out, files, strict }: ReportSettings): 0 | 1 {
  const text = reporters[reporter](report)
  if (out === undefined) process.stdout.write(text)
  else {
    writeFileSync(out, text)
    process.stdout.write(`${formatSummary(report)}\n`)
  }
  for (const one of files) writeFileSync(one.file, reporters[one.reporter](report))
  return report.summary.broken > 0 || (strict && report.drift.length > 0) ? 1 : 0
}
