import { writeFileSync } from 'node:fs'
import type { Report } from '../contract/report.ts'
import { formatSummary } from '../contract/reporters/pretty.ts'
import { type Reporter, type ReporterName, reporters } from '../contract/reporters/reporters.ts'
import { createPaint } from './paint.ts'
import type { ReportSettings } from './report-settings.ts'

/** Writes a report to where it is wanted. Returns the exit code: 1 where something in it fails. */
export function writeReport(report: Report, { reporter, out, files, strict }: ReportSettings): 0 | 1 {
  if (out === undefined) process.stdout.write(formatFor(process.stdout, report, reporter))
  else {
    writeFileSync(out, reporters[reporter](report))
    process.stdout.write(`${formatSummary(report)}\n`)
  }
  for (const one of files) writeFileSync(one.file, reporters[one.reporter](report))
  return report.summary.broken > 0 || (strict && report.drift.length > 0) ? 1 : 0
}

const NARROWEST = 40
const WIDEST = 110

function formatFor(stream: NodeJS.WriteStream, report: Report, reporter: ReporterName): string {
  const format: Reporter = reporters[reporter]
  const width = Math.min(Math.max(stream.columns ?? WIDEST, NARROWEST), WIDEST)
  return format(report, { paint: createPaint(stream, process.env), width })
}
