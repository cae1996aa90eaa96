import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowproofError } from '../errors.ts'
import { parseScenario } from './parse-scenario.ts'
import type { Scenario } from './scenario.ts'

/**
 * Reads all scenarios in some folders, by name within each. One of the same name in a later folder replaces the earlier one.
 * Throws `file-unreadable` for a folder or file that cannot be read, and `scenario-invalid` as `parseScenario` does.
 */
export function loadScenarios(folders: readonly string[]): Scenario[] {
  const scenarios = new Map<string, Scenario>()
  for (const scenario of folders.flatMap(loadFolder)) {
    scenarios.delete(scenario.name)
    scenarios.set(scenario.name, scenario)
  }
  return [...scenarios.values()]
}

function loadFolder(folder: string): Scenario[] {
  const names = reading(folder, () => readdirSync(folder))
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const file = join(folder, name)
      return parseScenario(
        reading(file, () => readFileSync(file, 'utf8')),
        file,
      )
    })
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FlowproofError(
      'file-unreadable',
      `Failed to read scenarios: ${why}. Name a folder with scenario files.`,
      {
        where: { file: path },
        cause,
      },
    )
  }
}
