import { readFileSync } from 'node:fs'
import { decodeParsedScenarios } from '../run/parsed-scenarios.ts'
import type { Scenario } from '../run/scenario.ts'
import { readScenarioFiles, type ScenarioText } from '../run/scenario-files.ts'
import { BUILT_IN_SCENARIOS, PARSED_SCENARIOS } from './package-files.ts'

let builtIn: Promise<readonly Scenario[]> | undefined

/** The scenarios that come with the package, then those of a folder; one of the same name replaces a given one. */
export async function loadAllScenarios(folder: string | undefined): Promise<readonly Scenario[]> {
  // What comes with the package does not change while it runs, and a test suite starts many servers.
  builtIn ??= loadBuiltIn()
  const given = await builtIn
  const own = folder === undefined ? [] : await loadFolder(folder)
  const replaced = new Set(own.map(({ name }) => name))
  return [...given.filter(({ name }) => !replaced.has(name)), ...own]
}

async function loadBuiltIn(): Promise<readonly Scenario[]> {
  return readParsed(readScenarioFiles(BUILT_IN_SCENARIOS)) ?? loadFolder(BUILT_IN_SCENARIOS)
}

function readParsed(files: readonly ScenarioText[]): readonly Scenario[] | undefined {
  try {
    return decodeParsedScenarios(readFileSync(PARSED_SCENARIOS, 'utf8'), files)
  } catch {
    return undefined // not built: then the YAML is parsed
  }
}

// Whoever has no scenarios of their own does not wait for the parser.
async function loadFolder(folder: string): Promise<readonly Scenario[]> {
  const { loadScenarios } = await import('../run/load-scenarios.ts')
  return loadScenarios([folder])
}
