import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Scenario } from './scenario.ts'
import type { ScenarioText } from './scenario-files.ts'

/**
 * Writes parsed scenarios for later starts: YAML and the schema of scenarios take longer to load than all else that a mock does first.
 * @param scenarios - one for each file, in the same order.
 */
export function encodeParsedScenarios(files: readonly ScenarioText[], scenarios: readonly Scenario[]): string {
  return JSON.stringify({ of: digestOf(files), scenarios })
}

/** The scenarios that were parsed from these very texts, wherever the files stood then; `undefined` when they were others. */
export function decodeParsedScenarios(json: string, files: readonly ScenarioText[]): Scenario[] | undefined {
  const parsed: unknown = JSON.parse(json)
  return isOf(digestOf(files), parsed)
    ? parsed.scenarios.map((scenario, index) => ({ ...scenario, file: files[index]?.file ?? scenario.file }))
    : undefined
}

interface Parsed {
  readonly scenarios: readonly Scenario[]
}

// What is inside was written by this module: the digest says so.
function isOf(digest: string, parsed: unknown): parsed is Parsed {
  return typeof parsed === 'object' && parsed !== null && 'of' in parsed && parsed.of === digest
}

function digestOf(files: readonly ScenarioText[]): string {
  const hash = createHash('sha256')
  for (const { file, text } of files) hash.update(`${basename(file)}\0${text}\0`)
  return hash.digest('base64')
}
