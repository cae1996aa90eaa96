import { expect, it } from 'vitest'
import { loadScenarios } from '../../src/run/load-scenarios.ts'
import { decodeParsedScenarios, encodeParsedScenarios } from '../../src/run/parsed-scenarios.ts'
import { readScenarioFiles } from '../../src/run/scenario-files.ts'

const FOLDER = 'mocks/scenarios'
const files = readScenarioFiles(FOLDER)
const json = encodeParsedScenarios(files, loadScenarios([FOLDER]))

it('gives back every given scenario as it was parsed', () => {
  expect(decodeParsedScenarios(json, files)).toEqual(loadScenarios([FOLDER]))
})

it('names the files where they are now', () => {
  const moved = files.map(({ file, text }) => ({ file: `elsewhere/${file}`, text }))
  expect(decodeParsedScenarios(json, moved)?.map(({ file }) => file)).toEqual(moved.map(({ file }) => file))
})

const CASES = [
  { it: 'changed', given: files.map(({ file, text }, index) => ({ file, text: index === 3 ? `${text}\n` : text })) },
  { it: 'added', given: [...files, { file: 'mocks/scenarios/new.yaml', text: '# New.' }] },
  { it: 'removed', given: files.slice(1) },
]
it.each(CASES)('gives nothing when a file was $it', ({ given }) => {
  expect(decodeParsedScenarios(json, given)).toBe(undefined)
})
