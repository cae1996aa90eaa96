import { expect, it } from 'vitest'
import { parseScenario } from '../../src/run/parse-scenario.ts'
import { createScenarios } from '../../src/run/scenarios.ts'

function scenario(name: string, when: readonly string[] = []) {
  const words = JSON.stringify(when)
  return parseScenario(`# x\nwhen: ${words}\nnodes: [{ id: a, kind: code }]\n`, `${name}.yaml`)
}

const answer = scenario('answer')
const failure = scenario('node-failure', ['fail', 'C++'])
const pause = scenario('human-input', ['pause', 'genehmigen', 'è'])
const scenarios = createScenarios([answer, failure, pause], { default: 'answer' })

it('finds a scenario by name or by id', () => {
  const id = scenarios.idOf(failure)
  expect(id).toMatchInlineSnapshot(`"ac165427-43a3-5db5-a7b3-1ce0b3387dbd"`)
  expect(scenarios.find('node-failure')).toBe(failure)
  expect(scenarios.find(id)).toBe(failure)
  expect(scenarios.find(id.toUpperCase())).toBe(failure)
  expect(scenarios.find('node-failures')).toBeUndefined()
})

it.each([
  { message: 'Please fail now', want: 'node-failure' },
  { message: 'FAIL', want: 'node-failure' },
  { message: 'fail.', want: 'node-failure' },
  { message: '(fail)', want: 'node-failure' },
  { message: 'a failure', want: 'answer' },
  { message: 'unfail', want: 'answer' },
  { message: 'fail_over', want: 'answer' },
  { message: 'What is C++?', want: 'node-failure' },
  { message: 'Bitte GENEHMIGEN!', want: 'human-input' },
  { message: 'e\u0300', want: 'answer' },
  { message: 'c’è', want: 'human-input' },
  { message: 'caffè', want: 'answer' },
  { message: 'fail, then pause', want: 'human-input' },
  { message: '', want: 'answer' },
])('answers "$message" by $want', ({ message, want }) => expect(scenarios.choose(message).name).toBe(want))

it('refuses a default that is no scenario', () => {
  expect(() => createScenarios([answer, failure], { default: 'node-falure' })).toThrow(
    expect.objectContaining({
      code: 'scenario-unknown',
      message:
        'Failed to choose scenario `node-falure`: no scenario has this name. Did you mean `node-failure`? There are: answer, node-failure.',
    }),
  )
  expect(() => createScenarios([], { default: 'answer' })).toThrow('There are none.')
})
