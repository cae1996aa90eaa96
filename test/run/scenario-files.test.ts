import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { scenarioSchema } from '../../src/run/file/scenario-schema.ts'
import { loadScenarios } from '../../src/run/load-scenarios.ts'
import { plan } from '../../src/run/plan.ts'

const FOLDER = 'mocks/scenarios'
const SCHEMA = 'scenario.schema.json'
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

it('gives editors the schema that the reader checks with', async () => {
  await expect(`${JSON.stringify(scenarioSchema, null, 2)}\n`).toMatchFileSnapshot(`../../${FOLDER}/${SCHEMA}`)
})

it('has a schema that is itself valid', () => {
  const ajv = new Ajv2020()
  expect(ajv.validateSchema(scenarioSchema), ajv.errorsText()).toBe(true)
})

it.each(names)('%s says what it shows, then where its schema is', (name) => {
  const [first, second] = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n')
  expect(first).toMatch(/^# [A-Z].{20,130}\.$/)
  expect(second).toBe(`# yaml-language-server: $schema=./${SCHEMA}`)
})

it.each(names)('%s is valid for an editor', (name) => {
  const ajv = new Ajv2020({ strictTypes: false })
  const validate = ajv.compile(JSON.parse(readFileSync(`${FOLDER}/${SCHEMA}`, 'utf8')))
  expect(validate(parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))), ajv.errorsText(validate.errors)).toBe(true)
})

it('chooses no two scenarios by the same word', () => {
  const words = loadScenarios([FOLDER]).flatMap(({ when }) => when.map((word) => word.toLowerCase()))
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

it('plays every kind of moment in some scenario', () => {
  const request = { message: 'Hi', inputs: {}, user: 'u' }
  const answers = [{ at: 60_000, node: 'review', action: 'approve', inputs: {} }]
  const kinds = loadScenarios([FOLDER]).flatMap((scenario) =>
    plan(scenario, request, '1', answers).map(({ kind }) => kind),
  )
  expect([...new Set(kinds)].sort()).toMatchInlineSnapshot(`
    [
      "documents",
      "group-finished",
      "group-started",
      "input-answered",
      "input-expired",
      "input-required",
      "node-finished",
      "node-retried",
      "node-started",
      "reasoning",
      "round-started",
      "run-finished",
      "run-paused",
      "run-resumed",
      "run-started",
      "text",
      "text-ended",
      "tool-finished",
      "tool-started",
    ]
  `)
})

it('ends each run as its scenario says', () => {
  const request = { message: 'Hi', inputs: {}, user: 'u' }
  const ends = loadScenarios([FOLDER]).map((scenario) => {
    const last = plan(scenario, request, '1').at(-1)
    return `${scenario.name}: ${last?.kind === 'run-finished' ? last.status : last?.kind}`
  })
  expect(ends).toMatchInlineSnapshot(`
    [
      "answer: succeeded",
      "documents-and-tool: succeeded",
      "empty-answer: succeeded",
      "handled-failure: partial",
      "human-input-timeout: succeeded",
      "human-input: run-paused",
      "inputs: succeeded",
      "iteration-failure: succeeded",
      "iteration: succeeded",
      "long-answer: succeeded",
      "loop-without-break: succeeded",
      "loop: succeeded",
      "node-failure: failed",
      "parallel-branches: succeeded",
      "parallel-iteration: succeeded",
      "retry: partial",
      "silent-node: succeeded",
      "slow: text-ended",
      "speech: succeeded",
      "unicode: succeeded",
    ]
  `)
})
