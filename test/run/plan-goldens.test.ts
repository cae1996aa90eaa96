import { expect, it } from 'vitest'
import { loadScenarios } from '../../src/run/load-scenarios.ts'
import { plan } from '../../src/run/plan.ts'
import { formatMoments } from './format-moments.ts'

const request = { message: 'What is it?', inputs: { topic: 'Tides', words: 80 }, user: 'user-42' }
const answers = [{ at: 5000, node: 'review', action: 'approve', inputs: { comment: 'Very kind.' } }]

it.each(loadScenarios(['mocks/scenarios']))('plans $name as written down', async (scenario) => {
  const lines = formatMoments(plan(scenario, request, 'golden', answers))
  await expect(`${lines}\n`).toMatchFileSnapshot(`plans/${scenario.name}.txt`)
})
