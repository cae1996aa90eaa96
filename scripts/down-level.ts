// For every openapi/<platform>.yaml writes dist/openapi/<platform>-3.1.yaml, for tools that do not know OpenAPI 3.2. For our own start
// writes what it has parsed: dist/openapi/<platform>.parsed.json, and dist/mocks/scenarios.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { parseScenario } from '../src/run/parse-scenario.ts'
import { encodeParsedScenarios } from '../src/run/parsed-scenarios.ts'
import { readScenarioFiles } from '../src/run/scenario-files.ts'
import { downLevel } from '../src/spec/down-level.ts'
import { encodeParsedSpec, parsedSpecName } from '../src/spec/load/parsed-spec.ts'
import { parseSource } from '../src/spec/load/source.ts'
import { parseSpec } from '../src/spec/load-spec.ts'

const FOLDER = 'dist/openapi'

mkdirSync(FOLDER, { recursive: true })
for (const name of readdirSync('openapi')
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  const text = readFileSync(`openapi/${name}`, 'utf8')
  const { platform, document } = parseSpec(text, `openapi/${name}`)
  writeFileSync(`${FOLDER}/${platform}-3.1.yaml`, stringify(downLevel(document), { aliasDuplicateObjects: false }))
  writeFileSync(`${FOLDER}/${parsedSpecName(name)}`, encodeParsedSpec(text, parseSource(text, name)))
}

const scenarios = readScenarioFiles('mocks/scenarios')
writeFileSync(
  'dist/mocks/scenarios.json',
  encodeParsedScenarios(
    scenarios,
    scenarios.map(({ text, file }) => parseScenario(text, file)),
  ),
)
