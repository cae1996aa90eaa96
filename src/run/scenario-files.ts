import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowproofError } from '../errors.ts'

/** A scenario file, not parsed yet. */
export interface ScenarioText {
  readonly file: string
  readonly text: string
}

/** Reads the scenario files of a folder, by name. Throws `file-unreadable` for a folder or file that cannot be read. */
export function readScenarioFiles(folder: string): ScenarioText[] {
  const names = reading(folder, () => readdirSync(folder))
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const file = join(folder, name)
      return { file, text: reading(file, () => readFileSync(file, 'utf8')) }
    })
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `Failed to read scenarios: ${why}. Name a folder with scenario files.`
    throw new FlowproofError('file-unreadable', message, { where: { file: path }, cause })
  }
}
