import { accessSync, constants, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Report } from '../contract/report.ts'
import { formatSummary } from '../contract/reporters/pretty.ts'
import { type ReporterName, reporters } from '../contract/reporters/reporters.ts'
import { FlowproofError } from '../errors.ts'

export interface ReportFlags {
  readonly reporter: ReporterName
  /** The report goes there, and only its last line to the terminal. */
  readonly out?: string
  /** Drift fails as a broken promise does. */
  readonly strict?: true
}

/** Refuses, with `usage`, a file whose folder cannot be written to; to be asked before anything is sent, since a run costs money. */
export function checkFolder(out: string): void {
  try {
    accessSync(dirname(out), constants.W_OK)
  } catch (cause) {
    const message = 'Failed to write the report: its folder does not exist, or may not be written to. Check --out.'
    throw new FlowproofError('usage', message, { where: { file: out }, cause })
  }
}

/** Writes a report as the flags say, and sets the exit code to 1 where something in it fails. */
export function writeReport(report: Report, { reporter, out, strict }: ReportFlags): void {
  const text = reporters[reporter](report)
  if (out === undefined) process.stdout.write(text)
  else {
    writeFileSync(out, text)
    process.stdout.write(`${formatSummary(report)}\n`)
  }
  if (report.summary.broken > 0 || (strict && report.drift.length > 0)) process.exitCode = 1
}
