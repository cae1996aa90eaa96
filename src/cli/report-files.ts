import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ReporterName } from '../contract/reporters/reporters.ts'
import { FlowproofError } from '../errors.ts'

/** A file that a report is written to. */
export interface ReportFile {
  readonly reporter: ReporterName
  readonly file: string
}

/** The file that a path means for a target, whose name `{target}` stands for. */
export function fileFor(path: string, target: string): string {
  return path.replaceAll('{target}', () => target)
}

/** Makes the folders of files. Throws as `checkFile` does. */
export function makeFolders(files: readonly ReportFile[]): void {
  for (const { file } of files) {
    try {
      mkdirSync(dirname(file), { recursive: true })
    } catch (cause) {
      throw refused('its folder cannot be made', file, cause)
    }
    checkFile(file)
  }
}

/** Refuses, with `usage`, a file that cannot be written; to be asked before anything is sent, since a run costs money. */
export function checkFile(file: string): void {
  const existing = statSync(file, { throwIfNoEntry: false })
  if (existing?.isDirectory()) throw refused('it is a folder', file)
  try {
    accessSync(existing ? file : dirname(file), constants.W_OK)
  } catch (cause) {
    throw refused(
      existing ? 'it may not be written to' : 'its folder does not exist, or may not be written to',
      file,
      cause,
    )
  }
}

function refused(why: string, file: string, cause?: unknown): FlowproofError {
  const message = `Failed to write the report: ${why}. Choose another path.`
  return new FlowproofError('usage', message, { where: { file }, cause })
}
