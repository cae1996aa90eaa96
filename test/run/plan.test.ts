import { expect, it } from 'vitest'
import type { FormAnswer, Moment, MomentOf, RunRequest } from '../../src/run/moment.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'
import { plan } from '../../src/run/plan.ts'
import { formatMoments } from './format-moments.ts'

const REQUEST: RunRequest = { message: 'Why?', inputs: {}, user: 'u' }

interface Given {
  readonly request?: Partial<RunRequest>
  readonly answers?: readonly FormAnswer[]
  readonly seed?: string
}

/** The moments of a scenario whose file says this below its first line. */
function momentsOf(text: string, { request, answers, seed = '1' }: Given = {}): readonly Moment[] {
  return plan(parseScenario(`# A scenario.\n${text}`, 'flow.yaml'), { ...REQUEST, ...request }, seed, answers)
}

function endOf(moments: readonly Moment[]): MomentOf<'run-finished'> {
  const last = moments.at(-1)
  if (last?.kind !== 'run-finished') throw new Error(`the run ends with ${last?.kind}`)
  return last
}

function only<K extends Moment['kind']>(moments: readonly Moment[], kind: K): MomentOf<K>[] {
  return moments.filter((moment): moment is MomentOf<K> => moment.kind === kind)
}

it('counts each attempt as a step, and each failed one as a failure', () => {
  const moments = momentsOf(`
nodes:
  - { id: start, kind: start }
  - { id: ask, kind: http-request, takes: 100ms, retries: { attempts: 2, wait: 1s, error: 503 again }, fails: 503 for good }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 2 nodes
              3 node-started start after nothing
              8 node-finished start since 3 succeeded {}
              9 node-started ask after start
           1109 node-retried ask attempt 1 took 100: NodeExecutionError: 503 again
           2209 node-retried ask attempt 2 took 100: NodeExecutionError: 503 again
           2309 node-finished ask since 9 failed NodeExecutionError: 503 for good {}
           2313 run-finished failed 503 for good 0+0 tokens $0 4 steps 3 failures"
  `)
})

it('lets a model break off in its text', () => {
  const moments = momentsOf(`
nodes: [{ id: write, kind: llm, text: The harbour lay still., takes: 50ms, fails: { message: connection lost, type: ModelError } }]
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 1 nodes
              3 node-started write after nothing
        323-446 text write 6 pieces The harbour lay still.
            496 node-finished write since 3 failed ModelError: connection lost {} 21+6 tokens 320+123 ms
            500 run-finished failed connection lost 21+6 tokens $0.0000068 1 steps 1 failures"
  `)
})

it('gives a default value at once in place of a model’s text', () => {
  const moments = momentsOf(`
nodes:
  - { id: write, kind: llm, text: No answer today., takes: 50ms, fails: { message: gone, handled: default-value } }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 1 nodes
              3 node-started write after nothing
             53 text write whole text No answer today.
             53 node-finished write since 3 handled by default-value NodeExecutionError: gone {}
             57 run-finished partial {"text":"No answer today."} 0+0 tokens $0 1 steps 1 failures"
  `)
})

it('ends the run where a branch fails; what is in flight gets no end', () => {
  const moments = momentsOf(`
nodes:
  - branches:
      - [{ id: slow, kind: code, takes: 1s }]
      - [{ id: bad, kind: code, takes: 100ms, fails: broken }]
      - [{ id: quick, kind: code, takes: 10ms }, { id: next, kind: code, takes: 1s }]
  - { id: never, kind: code }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 5 nodes
              4 node-started slow after nothing
              4 node-started bad after nothing
              6 node-started quick after nothing
             16 node-finished quick since 6 succeeded {}
             18 node-started next after quick
            104 node-finished bad since 4 failed NodeExecutionError: broken {}
            108 run-finished failed broken 0+0 tokens $0 4 steps 1 failures"
  `)
})

it('lets the other branches of an item end when the iteration absorbs its failure', () => {
  const moments = momentsOf(`
nodes:
  - id: each
    items: [a]
    onError: remove
    nodes:
      - branches:
          - [{ id: bad, kind: code, takes: 10ms, fails: broken }]
          - [{ id: slow, kind: code, takes: 100ms }]
      - { id: never, kind: code }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 1 nodes
              4 group-started each iteration of 1 ["a"] after undefined
              4 round-started each[0]
              6 node-started each[0].bad after nothing
             10 node-started each[0].slow after nothing
             16 node-finished each[0].bad since 6 failed NodeExecutionError: broken {}
            110 node-finished each[0].slow since 10 succeeded {}
            110 group-finished each since 4 succeeded all rounds 106 [] 0 tokens
            114 run-finished succeeded {} 0+0 tokens $0 1 steps 0 failures"
  `)
})

it('ends a parallel iteration at its first failure; other items are never told', () => {
  const moments = momentsOf(`
nodes:
  - id: each
    items: [a, b]
    parallel: true
    nodes:
      - { id: step, kind: code, takes: 20ms }
      - { id: check, kind: code, takes: 50ms, fails: { message: 'bad {{item}}', rounds: [1] } }
      - { id: rest, kind: code, takes: 1s }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 1 nodes
              4 group-started each iteration of 2 ["a","b"] after undefined
              4 round-started each[0]
              4 round-started each[1]
             81 node-started each[1].step since 8 after nothing
             81 node-finished each[1].step since 8 succeeded {}
             81 node-started each[1].check since 31 after each[1].step
             81 node-finished each[1].check since 31 failed NodeExecutionError: bad b {}
             81 group-finished each since 4 failed failed rounds 77 [] 0 tokens
             85 run-finished failed bad b 0+0 tokens $0 1 steps 1 failures"
  `)
})

it('has nothing to tell of an empty iteration, or of a loop that breaks at once', () => {
  const moments = momentsOf(`
nodes:
  - { id: each, items: [], nodes: [{ id: a, kind: code }] }
  - { id: again, rounds: 3, breaksAfter: 0, nodes: [{ id: b, kind: code }], variables: { x: 1 } }
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 2 nodes
              4 group-started each iteration of 0 [] after undefined
              4 group-finished each since 4 succeeded all rounds  [] 0 tokens
              5 group-started again loop of 3 [] after each
              5 group-finished again since 5 succeeded break rounds  {"x":1} 0 tokens
              9 run-finished succeeded {} 0+0 tokens $0 2 steps 0 failures"
  `)
})

it('nests containers, and names what is inside by where it runs', () => {
  const moments = momentsOf(`
nodes:
  - id: outer
    items: [x, y]
    nodes:
      - id: inner
        rounds: 2
        nodes: [{ id: think, kind: template-transform, takes: 1ms, text: '{{item}}{{index}}' }]
        variables: { last: '{{nodes.think.text}}' }
    collects: inner
outputs: { all: '{{nodes.outer.outputs.output}}' }
`)
  const [, started] = only(moments, 'node-started').slice(0, 2)
  expect(started?.node).toMatchObject({ key: 'outer[0].inner[1].think', within: { group: 'loop', index: 1 } })
  expect(started?.node.within?.node).toMatchObject({ key: 'outer[0].inner', within: { group: 'iteration', index: 0 } })
  expect(endOf(moments).outputs).toEqual({ all: ['x1', 'y1'] })
})

it('fills templates from the request, the nodes before and the answers', () => {
  const moments = momentsOf(
    `
inputs: [{ name: tone, default: kind }, { name: topic }, { name: more, type: object }]
nodes:
  - { id: start, kind: start }
  - { id: find, kind: code, outputs: { hits: [1, 2], best: { id: '{{inputs.topic}}' } } }
  - { id: write, kind: llm, text: 'On {{ inputs.topic }}, {{inputs.tone}}: {{message}} <&"> {{nodes.find.outputs.hits}}{{inputs.more.none}}' }
  - { id: end, kind: end }
outputs:
  text: '{{nodes.write.text}}'
  hits: '{{nodes.find.outputs.hits}}'
  id: '{{nodes.find.outputs.best.id}}'
  from: '{{nodes.start.outputs.topic}}'
`,
    { request: { message: 'What?', inputs: { topic: 'tides', more: { none: null } } } },
  )
  expect(endOf(moments).outputs).toEqual({
    text: 'On tides, kind: What? <&"> [1,2]',
    hits: [1, 2],
    id: 'tides',
    from: 'tides',
  })
  const [start, , write, end] = only(moments, 'node-finished')
  expect(start?.inputs).toEqual({ tone: 'kind', topic: 'tides', more: { none: null } })
  expect(write?.inputs).toEqual({
    'inputs.topic': 'tides',
    'inputs.tone': 'kind',
    message: 'What?',
    'nodes.find.outputs.hits': [1, 2],
    'inputs.more.none': '',
  })
  expect(end?.inputs).toEqual(endOf(moments).outputs)
})

it('reads names that every object has as any other', () => {
  const text = 'nodes: [{ id: a, kind: llm, text: "[{{inputs.constructor}}{{inputs.list.map}}{{inputs.__proto__}}]" }]'
  expect(endOf(momentsOf(text, { request: { inputs: { list: [1] } } })).outputs).toEqual({ text: '[]' })
})

it('takes the counts of tokens that a scenario gives', () => {
  const moments = momentsOf(
    'nodes: [{ id: a, kind: llm, text: Hi, tokens: { prompt: 1000, completion: 500 }, price: { prompt: 2, completion: 10 } }]',
  )
  expect(endOf(moments).totals).toMatchObject({ promptTokens: 1000, completionTokens: 500, price: 0.007 })
})

it('estimates what a model reads from what it is given', () => {
  const prompt = (message: string) =>
    endOf(momentsOf('nodes: [{ id: a, kind: llm, text: Hi }]', { request: { message } })).totals.promptTokens
  expect(prompt('x'.repeat(400)) - prompt('')).toBe(100)
})

it('starts a queued run later', () => {
  const moments = momentsOf('queued: 2s\nnodes: [{ id: a, kind: code }]')
  expect(moments[0]).toMatchObject({ kind: 'run-started', at: 2000 })
})

const TWO_FORMS = `
nodes:
  - branches:
      - [{ id: one, form: { content: 'One? {{answers.one.action}}' } }, { id: work, kind: code, takes: 1s }]
      - [{ id: two, form: { content: 'Two?', expires: 10s } }]
  - { id: after, kind: code, takes: 1ms }
`
const answer = (node: string, at: number): FormAnswer => ({ node, at, action: 'submit', inputs: {} })

it('waits for all other work, then tells of all forms', () => {
  const moments = momentsOf(`
nodes:
  - branches:
      - [{ id: one, form: { content: 'One?' } }]
      - [{ id: work, kind: code, takes: 3s }]
`)
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 2 nodes
              1 node-started one after nothing
              1 node-started work after nothing
           3001 node-finished work since 1 succeeded {}
           3001 input-required one expires never One?
           3001 run-paused one 0+0 tokens $0 2 steps 0 failures"
  `)
})

it('pauses again while another form waits', () => {
  expect(formatMoments(momentsOf(TWO_FORMS, { answers: [answer('one', 2000)] }))).toMatchInlineSnapshot(`
    "          0 run-started of 4 nodes
              1 node-started one after nothing
              4 node-started two after nothing
              4 input-required one expires never One?
              4 input-required two expires 10004 Two?
              4 run-paused one, two 0+0 tokens $0 2 steps 0 failures
           2000 run-resumed
           2000 input-answered one submit One? submit
           2000 node-finished one since 1 succeeded {"action":"submit"}
           2001 node-started work after one
           3001 node-finished work since 2001 succeeded {}
           3001 input-required two expires 10004 Two?
           3001 run-paused two 0+0 tokens $0 3 steps 0 failures
          10004 run-resumed
          10004 input-expired two
          10004 node-finished two since 4 succeeded {}
          10009 node-started after after two
          10010 node-finished after since 10009 succeeded {}
          10014 run-finished succeeded {} 0+0 tokens $0 4 steps 0 failures"
  `)
})

it('takes an answer while other work goes on without a pause', () => {
  const moments = momentsOf(TWO_FORMS, { answers: [answer('two', 2500), answer('one', 2000)] })
  expect(formatMoments(moments)).toMatchInlineSnapshot(`
    "          0 run-started of 4 nodes
              1 node-started one after nothing
              4 node-started two after nothing
              4 input-required one expires never One?
              4 input-required two expires 10004 Two?
              4 run-paused one, two 0+0 tokens $0 2 steps 0 failures
           2000 run-resumed
           2000 input-answered one submit One? submit
           2000 node-finished one since 1 succeeded {"action":"submit"}
           2001 node-started work after one
           2500 input-answered two submit Two?
           2500 node-finished two since 4 succeeded {"action":"submit"}
           3001 node-finished work since 2001 succeeded {}
           3006 node-started after after work
           3007 node-finished after since 3006 succeeded {}
           3011 run-finished succeeded {} 0+0 tokens $0 4 steps 0 failures"
  `)
})

it.each([
  { it: 'before anybody was told', at: 0, want: 'input-expired' },
  { it: 'as the form is told', at: 1, want: 'input-answered' },
  { it: 'just in time', at: 1000, want: 'input-answered' },
  { it: 'as the form expires', at: 1001, want: 'input-expired' },
])('settles a form by $want when the answer comes $it', ({ at, want }) => {
  const text = 'nodes: [{ id: ask, form: { content: x, expires: 1s } }]'
  const told = only(momentsOf(text), 'input-required')[0]
  expect(told?.at).toBe(1)
  const kinds = momentsOf(text, { answers: [answer('ask', at)] }).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'input-answered' || kind === 'input-expired')).toEqual([want])
})

it('takes the first of several answers, whatever their order', () => {
  const moments = momentsOf('nodes: [{ id: ask, form: { content: x } }]', {
    answers: [answer('ask', 900), { ...answer('ask', 500), action: 'first' }, answer('else', 400)],
  })
  expect(only(moments, 'input-answered')).toMatchObject([{ at: 500, answer: { action: 'first' } }])
})

it('never pauses while a node works until it is stopped', () => {
  const moments = momentsOf(`
nodes:
  - branches:
      - [{ id: ask, form: { content: x } }]
      - [{ id: work, kind: code, takes: until-stopped }]
`)
  expect(moments.map(({ kind }) => kind)).toEqual(['run-started', 'node-started', 'node-started'])
})

it('draws each node’s chances apart: changing one shifts no other', () => {
  const offsets = (first: string) => {
    const text = `nodes:\n  - { id: a, kind: llm, text: ${first} }\n  - { id: b, kind: llm, text: one two three four five }`
    const moments = momentsOf(`${text}\noutputs: { a: '{{nodes.a.text}}', b: '{{nodes.b.text}}' }`)
    const start = only(moments, 'node-started').find(({ node }) => node.id === 'b')?.at ?? 0
    return only(moments, 'text').flatMap(({ node, at }) => (node.id === 'b' ? [at - start] : []))
  }
  expect(offsets('a much longer text than before')).toEqual(offsets('short'))
  expect(offsets('short')).toHaveLength(5)
})

it('writes at the pace that is asked for', () => {
  const words = Array.from({ length: 2000 }, () => 'word').join(' ')
  const moments = momentsOf(
    `nodes: [{ id: a, kind: llm, text: ${words}, pace: { first: 100ms, tokensPerSecond: 50, jitter: 0.5 } }]`,
  )
  const times = only(moments, 'text').map(({ at }) => at)
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(31)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  expect(mean).toBeGreaterThan(19)
  expect(mean).toBeLessThan(21)
})

it('plans a text of 100,000 letters in no time', () => {
  const scenario = parseScenario(
    `# x\nnodes: [{ id: a, kind: llm, text: '${'The harbour lay still. '.repeat(4348)}' }]`,
    'flow.yaml',
  )
  const moments = plan(scenario, REQUEST, '1')
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now()
    plan(scenario, REQUEST, '1')
    return performance.now() - startedAt
  })
  expect(
    only(moments, 'text')
      .map(({ text }) => text)
      .join(''),
  ).toHaveLength(100_004)
  expect(Math.min(...times)).toBeLessThan(100)
})
