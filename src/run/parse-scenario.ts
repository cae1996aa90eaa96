import { refused } from '../yaml/file-kind.ts'
import { problemError, startOf } from '../yaml/file-problem.ts'
import { readYaml } from '../yaml/yaml-source.ts'
import { buildScenario } from './file/build-scenario.ts'
import { checkScenario } from './file/check-scenario.ts'
import { checkScenarioFile, scenarioKind } from './file/scenario-kind.ts'
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
    const sentence = 'line 1 does not say what it shows. Begin the file with a comment of one sentence.'
    throw refused(scenarioKind, sentence, { file, line: 1, column: 1 })
  }
  const source = readYaml(text, file, scenarioKind)
  const checked = checkScenarioFile(source)
  if ('problem' in checked) throw problemError(scenarioKind, checked.problem, source)
  const scenario = buildScenario(checked.file, { name, shows, file })
  const [first] = checkScenario(scenario).toSorted((a, b) => startOf(a, source) - startOf(b, source))
  if (first) throw problemError(scenarioKind, first, source)
  return scenario
}
