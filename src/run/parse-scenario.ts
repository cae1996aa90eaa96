import { FlowproofError } from '../errors.ts'
import { buildScenario } from './file/build-scenario.ts'
import { checkScenario } from './file/check-scenario.ts'
import type { ScenarioProblem } from './file/scenario-problem.ts'
import { checkSchema } from './file/schema-problem.ts'
import { readYaml, type YamlSource } from './file/yaml-source.ts'
import type { Scenario } from './scenario.ts'

/**
 * Reads a scenario. Throws `scenario-invalid` for the first thing in the text that is wrong: with file, line, column and, for an unknown
 * word, the nearest legal one.
 * @param file - its base name is the scenario's name.
 */
export function parseScenario(text: string, file: string): Scenario {
  const name = /([^/\\]+?)(?:\.ya?ml)?$/.exec(file)?.[1] ?? file
  const shows = /^\uFEFF?#\s*(\S.*?)\s*$/m.exec(text.split('\n', 1)[0] ?? '')?.[1]
  if (shows === undefined) {
    throw new FlowproofError(
      'scenario-invalid',
      'Failed to read scenario: line 1 does not say what it shows. Begin the file with a comment of one sentence.',
      { where: { file, line: 1, column: 1 } },
    )
  }
  const source = readYaml(text, file)
  const checked = checkSchema(source)
  if ('problem' in checked) throw invalid(checked.problem, source)
  const scenario = buildScenario(checked.file, { name, shows, file })
  const [first] = checkScenario(scenario).toSorted((a, b) => startOf(a, source) - startOf(b, source))
  if (first) throw invalid(first, source)
  return scenario
}

function startOf({ path, atKey }: ScenarioProblem, source: YamlSource): number {
  return atKey ? source.keyStart(path) : source.rangeOf(path)[0]
}

function invalid(problem: ScenarioProblem, source: YamlSource): FlowproofError {
  const where = source.placeAt(startOf(problem, source))
  return new FlowproofError('scenario-invalid', `Failed to read scenario: ${problem.sentence}`, { where })
}
