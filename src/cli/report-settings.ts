import type { ReporterName } from '../contract/reporters/reporters.ts'
import { checkFile, fileFor, makeFolders, type ReportFile } from './report-files.ts'

/** What becomes of a report. */
export interface ReportSettings {
  readonly reporter: ReporterName
  /** The report goes there, and only its last line to the terminal. */
  readonly out: string | undefined
  /** Files beside. */
  readonly files: readonly ReportFile[]
  /** Drift fails as a broken promise does. */
  readonly strict: boolean
}

/** The flags that say what becomes of a report. */
export interface ReportFlags {
  readonly reporter: ReporterName
  readonly out?: string
  readonly report?: readonly ReportFile[]
  readonly strict?: true
}

/**
 * What flags, and what a target says itself, make of its report. The folders of the files are made; throws `usage` for one that cannot be written.
 * @param target - its name, for `{target}` in paths
 */
export function reportSettings(
  { reporter, out, report = [], strict }: ReportFlags,
  target: string,
  own: Partial<Pick<ReportSettings, 'files' | 'strict'>> = {},
): ReportSettings {
  if (out !== undefined) checkFile(out)
  const files = [...(own.files ?? []), ...report].map((one) => ({ ...one, file: fileFor(one.file, target) }))
  makeFolders(files)
  return { reporter, out, files, strict: strict ?? own.strict ?? false }
}
