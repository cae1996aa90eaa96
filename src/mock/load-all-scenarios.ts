import { loadScenarios } from '../run/load-scenarios.ts'
import type { Scenario } from '../run/scenario.ts'
import { BUILT_IN_SCENARIOS } from './package-files.ts'

let builtIn: readonly Scenario[] | undefined

/** The scenarios that come with the package, then those of a folder; one of the same name replaces a given one. */
export function loadAllScenarios(folder: string | undefined): readonly Scenario[] {
  // What comes with the package does not change while it runs, and a test suite starts many servers.
  builtIn ??= loadScenarios([BUILT_IN_SCENARIOS])
  const own = folder === undefined ? [] : loadScenarios([folder])
  const replaced = new Set(own.map(({ name }) => name))
  return [...builtIn.filter(({ name }) => !replaced.has(name)), ...own]
}
