import { expect, it } from 'vitest'
import type { FormAnswer } from '../../src/run/moment.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'
import { plan } from '../../src/run/plan.ts'
import { stateAt } from '../../src/run/state-at.ts'
import { stopAt } from '../../src/run/stop-at.ts'

const scenario = parseScenario(
  `# A run with a bit of everything.
queued: 100ms
nodes:
  - { id: write, kind: llm, text: One two., pace: { first: 100ms, jitter: 0 } }
  - id: each
    items: [a]
    nodes: [{ id: work, kind: code, takes: 100ms }]
  - { id: ask, form: { content: Sure? } }
outputs: { text: '{{nodes.write.text}}' }
`,
  'flow.yaml',
)
const answers: FormAnswer[] = [{ at: 1000, node: 'ask', action: 'submit', inputs: {} }]
const moments = plan(scenario, { message: '', inputs: {}, user: '' }, '1', answers)

/** The state at an offset, on one line. */
function at(offset: number, of = moments): string {
  const { status, current, finished, planned, forms, text, error, finishedAt } = stateAt(of, offset)
  const open = current.map(({ key }) => key).join(' > ') || 'nothing'
  const more = [forms.length > 0 && `${forms.length} forms`, error, finishedAt && `since ${finishedAt}`].filter(Boolean)
  return [`${status}, ${finished} of ${planned}, in ${open}, "${text}"`, ...more].join(', ')
}

it('follows a run from its queue to its end', () => {
  expect(
    [0, 100, 105, 240, 290, 340, 500, 999, 1000, 2000].map((offset) => `${offset}: ${at(offset)}`),
  ).toMatchInlineSnapshot(`
    [
      "0: queued, 0 of 3, in nothing, """,
      "100: running, 0 of 3, in nothing, """,
      "105: running, 0 of 3, in write, """,
      "240: running, 0 of 3, in write, "One two"",
      "290: running, 1 of 3, in each > each[0].work, "One two."",
      "340: running, 1 of 3, in each > each[0].work, "One two."",
      "500: paused, 2 of 3, in ask, "One two.", 1 forms",
      "999: paused, 2 of 3, in ask, "One two.", 1 forms",
      "1000: running, 3 of 3, in nothing, "One two."",
      "2000: succeeded, 3 of 3, in nothing, "One two.", since 1004",
    ]
  `)
})

it('says what a stop has caught', () => {
  expect(
    [50, 240, 340, 600].map((offset) => at(offset, [...stopAt(moments, offset, 'enough')])),
  ).toMatchInlineSnapshot(`
    [
      "stopped, 0 of 0, in nothing, "", enough, since 50",
      "stopped, 0 of 3, in write, "One two", enough, since 240",
      "stopped, 1 of 3, in each > each[0].work, "One two.", enough, since 340",
      "stopped, 2 of 3, in ask, "One two.", enough, since 600",
    ]
  `)
})

it('keeps the totals of the end, and counts them before', () => {
  expect(stateAt(moments, 340).totals).toMatchObject({ completionTokens: 3, steps: 2 })
  expect(stateAt(moments, 5000)).toMatchObject({ totals: { steps: 3 }, outputs: { text: 'One two.' } })
})
