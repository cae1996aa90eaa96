import fc from 'fast-check'
import { stringify } from 'yaml'
import type { FormAnswer, RunRequest } from '../../src/run/moment.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'
import { plan } from '../../src/run/plan.ts'
import type { Scenario } from '../../src/run/scenario.ts'

/** A node of a scenario file that has no id yet. */
type Draft = Record<string, unknown>

const duration = fc.integer({ min: 0, max: 400 }).map((ms) => `${ms}ms`)
const text = fc.oneof(
  fc.constantFrom('', 'Hi.', 'On {{message}}: so be it.', 'Tides rise, and fall again; twice a day. 👨‍👩‍👧 e\u0301'),
  fc.string({ unit: 'grapheme', maxLength: 80 }).filter((value) => !value.includes('{{')),
)

const failure = fc.record({
  message: fc.constant('broken'),
  handled: fc.constantFrom('no', 'fail-branch', 'default-value'),
})

const step = fc.record(
  {
    kind: fc.constantFrom('start', 'llm', 'code', 'tool', 'template-transform', 'end'),
    takes: fc.oneof({ weight: 20, arbitrary: duration }, { weight: 1, arbitrary: fc.constant('until-stopped') }),
    text,
    pace: fc.record({ first: duration, jitter: fc.double({ min: 0, max: 1, noNaN: true }) }),
    tools: fc.array(fc.constant({ name: 'find', output: 'found', takes: '30ms' }), { maxLength: 2 }),
    documents: fc.array(fc.constant({ title: 'Log', content: 'All well.' }), { maxLength: 2 }),
    outputs: fc.constant({ total: 3, list: [1, '{{message}}'] }),
    retries: fc.integer({ min: 1, max: 3 }),
    fails: failure,
  },
  { requiredKeys: ['kind'] },
)

const form = fc.record({
  form: fc.record({ content: text, expires: duration }, { requiredKeys: ['content'] }),
})

/** @param forms - whether people may be asked: not in a parallel iteration. */
function drafts(depth: number, forms: boolean): fc.Arbitrary<Draft[]> {
  const plain: fc.WeightedArbitrary<Draft>[] = [{ weight: 6, arbitrary: step }]
  if (forms) plain.push({ weight: 2, arbitrary: form })
  if (depth > 0) {
    const iteration = fc.boolean().chain((parallel) =>
      fc.record({
        items: fc.array(fc.constantFrom('a', 'b', 3), { maxLength: 3 }),
        parallel: fc.constant(parallel),
        onError: fc.constantFrom('fail', 'continue', 'remove'),
        nodes: drafts(depth - 1, forms && !parallel),
      }),
    )
    const loop = fc.record({ rounds: fc.integer({ min: 1, max: 3 }), nodes: drafts(depth - 1, forms) })
    const parallel = fc.record({ branches: fc.array(drafts(depth - 1, forms), { minLength: 1, maxLength: 3 }) })
    plain.push(...[iteration, loop, parallel].map((arbitrary) => ({ weight: 1, arbitrary })))
  }
  return fc.array(fc.oneof(...plain), { minLength: 1, maxLength: 3 })
}

/** Gives ids to nodes and to those in them. */
function numbered(list: readonly Draft[], prefix = 'n'): Draft[] {
  return list.map((draft, index) => {
    const id = `${prefix}${index}`
    const inner: Draft = { ...draft, id }
    if (draft.takes === 'until-stopped') inner.fails = undefined
    if (Array.isArray(draft.nodes)) return { ...inner, nodes: numbered(draft.nodes, `${id}_`) }
    if (!Array.isArray(draft.branches)) return inner
    return { ...inner, branches: draft.branches.map((branch, at) => numbered(branch, `${id}_${at}_`)) }
  })
}

/** Names everything that top-level nodes make, so that it is told. */
function outputsOf(list: readonly Draft[]): Record<string, string> {
  const entries = list.flatMap((draft): [string, string][] => {
    const { id } = draft
    if (Array.isArray(draft.branches)) return draft.branches.flatMap((branch) => Object.entries(outputsOf(branch)))
    if ('items' in draft) return [[`${id}`, `{{nodes.${id}.outputs.output}}`]]
    const named: [string, string][] = 'text' in draft ? [[`${id}`, `so: {{nodes.${id}.text}}`]] : []
    return 'outputs' in draft ? [...named, [`${id}_list`, `{{nodes.${id}.outputs.list}}`]] : named
  })
  return Object.fromEntries(entries)
}

/** Any legal scenario, read from its YAML. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({ nodes: drafts(2, true).map((list) => numbered(list)), queued: duration })
  .map(({ nodes, queued }) => {
    const yaml = `# Any run.\n${stringify({ queued, nodes, outputs: outputsOf(nodes) })}`
    return parseScenario(yaml, 'any.yaml')
  })

export interface AnyRun {
  readonly scenario: Scenario
  readonly request: RunRequest
  readonly seed: string
  /** Each answers a form that waited with the answers before it. */
  readonly answers: readonly FormAnswer[]
}

/** Any run of any scenario, with up to `most` answers at any time after a pause. */
export function anyRun(most = 3): fc.Arbitrary<AnyRun> {
  const delays = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: most })
  return fc
    .record({ scenario: anyScenario, seed: fc.string({ maxLength: 4 }), message: fc.string({ maxLength: 20 }), delays })
    .map(({ scenario, seed, message, delays: waits }) => {
      const request = { message, inputs: {}, user: 'u' }
      const answers: FormAnswer[] = []
      for (const delay of waits) {
        const pause = plan(scenario, request, seed, answers).findLast((moment) => moment.kind === 'run-paused')
        const node = pause?.forms[0]?.node.key
        if (pause === undefined || node === undefined) break
        answers.push({ at: pause.at + delay, node, action: 'submit', inputs: {} })
      }
      return { scenario, request, seed, answers }
    })
}
