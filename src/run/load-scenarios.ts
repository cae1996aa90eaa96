import { parseScenario } from './parse-scenario.ts'
import type { Scenario } from './scenario.ts'
import { readScenarioFiles } from './scenario-files.ts'

/**
 * Reads all scenarios in some folders, by name within each. One of the same name in a later folder replaces the earlier one.
 * Throws `file-unreadable` for a folder or file that cannot be read, and `scenario-invalid` as `parseScenario` does.
 */
export function loadScenarios(folders: readonly string[]): Scenario[] {
  const scenarios = new Map<string, Scenario>()
  for (const { text, file } of folders.flatMap(readScenarioFiles)) {
    const scenario = parseScenario(text, file)
    scenarios.delete(scenario.name)
    scenarios.set(scenario.name, scenario)
  }
  return [...scenarios.values()]
}
