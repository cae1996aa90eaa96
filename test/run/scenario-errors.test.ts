import { expect, it } from 'vitest'
import { FlowproofError } from '../../src/errors.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'

const CASES = [
  {
    it: 'a file without a first line that says what it shows',
    given: `nodes: []
`,
    want: 'line 1 does not say what it shows. Begin the file with a comment of one sentence. (flow.yaml:1:1)',
  },
  {
    it: 'text that is not YAML',
    given: `# x.
nodes: [
  - a
`,
    want: 'it is not YAML. Block collections are not allowed within flow collections. (flow.yaml:3:3)',
  },
  {
    it: 'a key that stands there twice',
    given: `# x.
nodes:
  - { id: a, id: b, kind: code }
`,
    want: 'it is not YAML. Map keys must be unique. (flow.yaml:3:14)',
  },
  {
    it: 'an empty file',
    given: `# x.
`,
    want: 'the file must be a map, not nothing. (flow.yaml:1:1)',
  },
  {
    it: 'a misspelt key of the file',
    given: `# x.
nods:
  - { id: a, kind: code }
`,
    want: 'unknown key `nods` in the file. Did you mean `nodes`? (flow.yaml:2:1)',
  },
  {
    it: 'a key that is like no legal one',
    given: `# x.
steps: []
nodes:
  - { id: a, kind: code }
`,
    want: 'unknown key `steps` in the file. Legal: `when`, `queued`, `speaks`, `inputs`, `nodes`, `outputs`. (flow.yaml:2:1)',
  },
  {
    it: 'a misspelt key of a node',
    given: `# x.
nodes:
  - id: write
    kind: llm
    txt: Hello
`,
    want: 'unknown key `txt` in node `write`. Did you mean `text`? (flow.yaml:5:5)',
  },
  {
    it: 'a misspelt key deep in a node',
    given: `# x.
nodes:
  - id: write
    kind: llm
    pace: { tokenPerSecond: 3 }
`,
    want: 'unknown key `tokenPerSecond` in `pace` in node `write`. Did you mean `tokensPerSecond`? (flow.yaml:5:13)',
  },
  {
    it: 'a misspelt word that tells what a node does',
    given: `# x.
nodes:
  - id: each
    item: [1]
    nodes: [{ id: a, kind: code }]
`,
    want: 'unknown key `item` in node `each`. Did you mean `items`? (flow.yaml:4:5)',
  },
  {
    it: 'a step without a kind',
    given: `# x.
nodes:
  - id: write
    text: Hi
`,
    want: 'node `write` has no `kind`. (flow.yaml:3:5)',
  },
  {
    it: 'a node without an id',
    given: `# x.
nodes:
  - kind: llm
    text: Hi
`,
    want: 'node 1 has no `id`. (flow.yaml:3:5)',
  },
  {
    it: 'a file without nodes',
    given: `# x.
when: [x]
`,
    want: 'the file has no `nodes`. (flow.yaml:2:1)',
  },
  {
    it: 'an empty list of nodes',
    given: `# x.
nodes: []
`,
    want: '`nodes` in the file must not be empty. (flow.yaml:2:8)',
  },
  {
    it: 'a duration without a unit',
    given: `# x.
nodes:
  - { id: a, kind: code, takes: 600 }
`,
    want: '`takes` in node `a` is `600`, which is no duration. A plain number has no unit: write `600ms` or `600s`, or `until-stopped`. (flow.yaml:3:33)',
  },
  {
    it: 'a duration in words',
    given: `# x.
queued: 3 seconds
nodes:
  - { id: a, kind: code }
`,
    want: '`queued` in the file is `3 seconds`, which is no duration. Write a number and its unit, like `4ms`, `1.5s` or `2m`. (flow.yaml:2:9)',
  },
  {
    it: 'a misspelt until-stopped',
    given: `# x.
nodes:
  - { id: a, kind: code, takes: until-stoped }
`,
    want: '`takes` in node `a` is `until-stoped`, which is no duration. Did you mean `until-stopped`? (flow.yaml:3:33)',
  },
  {
    it: 'a negative duration',
    given: `# x.
nodes:
  - { id: a, kind: code, takes: -5ms }
`,
    want: '`takes` in node `a` is `-5ms`, which is no duration. Write a number and its unit, like `4ms`, `1.5s` or `2m`, or `until-stopped`. (flow.yaml:3:33)',
  },
  {
    it: 'a misspelt value',
    given: `# x.
nodes:
  - id: each
    items: [1]
    onError: contineu
    nodes: [{ id: a, kind: code }]
`,
    want: '`onError` in node `each` is `contineu`. Did you mean `continue`? (flow.yaml:5:14)',
  },
  {
    it: 'a value that is like no legal one',
    given: `# x.
inputs: [{ name: q, type: colour }]
nodes: [{ id: a, kind: code }]
`,
    want: '`type` in input `q` is `colour`. Legal: `text`, `paragraph`, `select`, `number`, `boolean`, `file`, `files`, `object`. (flow.yaml:2:27)',
  },
  {
    it: 'a value of the wrong type',
    given: `# x.
speaks: maybe
nodes: [{ id: a, kind: code }]
`,
    want: '`speaks` in the file must be true or false, not `maybe`. (flow.yaml:2:9)',
  },
  {
    it: 'a value of neither type',
    given: `# x.
nodes: [{ id: a, kind: code, retries: [2] }]
`,
    want: '`retries` in node `a` must be a whole number or a map, not a list. (flow.yaml:2:39)',
  },
  {
    it: 'a number that is too small',
    given: `# x.
nodes: [{ id: a, kind: code, retries: 0 }]
`,
    want: '`retries` in node `a` must be at least 1, not `0`. (flow.yaml:2:39)',
  },
  {
    it: 'a number that is too large',
    given: `# x.
nodes: [{ id: a, kind: llm, pace: { jitter: 1.5, tokensPerSecond: 0 } }]
`,
    want: '`jitter` of `pace` in node `a` must be at most 1, not `1.5`. (flow.yaml:2:45)',
  },
  {
    it: 'a fraction of a round',
    given: `# x.
nodes: [{ id: a, rounds: 2.5, nodes: [{ id: b, kind: code }] }]
`,
    want: '`rounds` in node `a` must be a whole number, not `2.5`. (flow.yaml:2:26)',
  },
  {
    it: 'an id with a space',
    given: `# x.
nodes: [{ id: my node, kind: code }]
`,
    want: '`id` in node `my node` is `my node`. Write a letter, then letters, digits, `-` and `_`. (flow.yaml:2:15)',
  },
  {
    it: 'a kind with capitals',
    given: `# x.
nodes: [{ id: a, kind: HTTP Request }]
`,
    want: '`kind` in node `a` is `HTTP Request`. Write small letters, digits and `-`. (flow.yaml:2:24)',
  },
  {
    it: 'an option that stands there twice',
    given: `# x.
inputs: [{ name: a, type: select, options: [x, x] }]
nodes: [{ id: a, kind: code }]
`,
    want: '`options` in input `a` must not hold the same value twice. (flow.yaml:2:44)',
  },
  {
    it: 'a key without a value',
    given: `# x.
nodes:
  - id: a
    kind:
`,
    want: '`kind` in node `a` must be a text, not nothing. (flow.yaml:4:10)',
  },
  {
    it: 'an id that two nodes have',
    given: `# x.
nodes:
  - { id: a, kind: code }
  - branches:
      - [{ id: b, kind: code }]
      - [{ id: a, kind: code }]
`,
    want: 'two nodes have the id `a`. (flow.yaml:6:16)',
  },
  {
    it: 'a misspelt key of a node in a branch',
    given: `# x.
nodes:
  - branches:
      - [{ id: b, kind: code, txet: 3 }]
`,
    want: 'unknown key `txet` in node `b`. Did you mean `text`? (flow.yaml:4:31)',
  },
  {
    it: 'a wrong value in a tool',
    given: `# x.
nodes:
  - id: a
    kind: agent
    tools: [{ name: find, input: 3 }]
`,
    want: '`input` in tool `find` must be a map, not `3`. (flow.yaml:5:34)',
  },
  {
    it: 'a name that begins with nothing known',
    given: `# x.
nodes: [{ id: a, kind: llm, text: "{{mesage}}" }]
`,
    want: '`{{mesage}}` in node `a` names nothing: no name begins with `mesage`. Did you mean `message`? (flow.yaml:2:35)',
  },
  {
    it: 'a name of a misspelt node',
    given: `# x.
nodes:
  - { id: write, kind: llm, text: a }
  - { id: b, kind: llm, text: "so {{nodes.wirte.text}}" }
`,
    want: '`{{nodes.wirte.text}}` in node `b` names nothing: there is no node `wirte`. Did you mean `write`? (flow.yaml:4:31)',
  },
  {
    it: 'a name of a later node',
    given: `# x.
nodes:
  - { id: b, kind: llm, text: "so {{nodes.write.text}}" }
  - { id: write, kind: llm, text: a }
`,
    want: '`{{nodes.write.text}}` in node `b` names nothing: node `write` has not run by then, or runs inside another node. (flow.yaml:3:31)',
  },
  {
    it: 'a name of a node in another branch',
    given: `# x.
nodes:
  - branches:
      - [{ id: a, kind: llm, text: x }]
      - [{ id: b, kind: llm, text: "{{nodes.a.text}}" }]
`,
    want: '`{{nodes.a.text}}` in node `b` names nothing: node `a` has not run by then, or runs inside another node. (flow.yaml:5:36)',
  },
  {
    it: 'a name of a node inside another',
    given: `# x.
nodes:
  - id: e
    items: [1]
    nodes: [{ id: a, kind: llm, text: x }]
outputs: { x: "{{nodes.a.text}}" }
`,
    want: '`{{nodes.a.text}}` in the outputs names nothing: node `a` has not run by then, or runs inside another node. (flow.yaml:6:15)',
  },
  {
    it: 'the text of a node without one',
    given: `# x.
nodes:
  - { id: a, kind: code }
outputs: { x: "{{nodes.a.text}}" }
`,
    want: '`{{nodes.a.text}}` in the outputs names nothing: node `a` has no text. (flow.yaml:4:15)',
  },
  {
    it: 'a misspelt output of a node',
    given: `# x.
nodes:
  - { id: a, kind: code, outputs: { total: 3 } }
outputs: { x: "{{nodes.a.outputs.totl}}" }
`,
    want: '`{{nodes.a.outputs.totl}}` in the outputs names nothing: node `a` has no output `totl`. Did you mean `total`? (flow.yaml:4:15)',
  },
  {
    it: 'a misspelt part of a node',
    given: `# x.
nodes:
  - { id: a, kind: code, outputs: { total: 3 } }
outputs: { x: "{{nodes.a.output.total}}" }
`,
    want: '`{{nodes.a.output.total}}` in the outputs names nothing: a node has `text`, `outputs` and `error`. Did you mean `outputs`? (flow.yaml:4:15)',
  },
  {
    it: 'a misspelt input',
    given: `# x.
inputs: [{ name: topic }]
nodes: [{ id: a, kind: llm, text: "{{inputs.topics}}" }]
`,
    want: '`{{inputs.topics}}` in node `a` names nothing: the scenario has no input `topics`. Did you mean `topic`? (flow.yaml:3:35)',
  },
  {
    it: 'an item outside an iteration',
    given: `# x.
nodes: [{ id: a, kind: llm, text: "{{item}}" }]
`,
    want: '`{{item}}` in node `a` names nothing: only nodes in an iteration have an item. (flow.yaml:2:35)',
  },
  {
    it: 'an index outside a container',
    given: `# x.
nodes: [{ id: a, kind: llm, text: "{{index}}" }]
`,
    want: '`{{index}}` in node `a` names nothing: only nodes in an iteration or a loop have an index. (flow.yaml:2:35)',
  },
  {
    it: 'a misspelt field of a form',
    given: `# x.
nodes:
  - { id: a, form: { content: Hi, fields: [{ name: comment }] } }
  - { id: b, kind: llm, text: "{{answers.a.coment}}" }
`,
    want: '`{{answers.a.coment}}` in node `b` names nothing: the form of node `a` has no field `coment`. Did you mean `comment`? (flow.yaml:4:31)',
  },
  {
    it: 'the answer of a node without a form',
    given: `# x.
nodes:
  - { id: a, kind: code }
  - { id: b, kind: llm, text: "{{answers.a.coment}}" }
`,
    want: '`{{answers.a.coment}}` in node `b` names nothing: node `a` has no form. (flow.yaml:4:31)',
  },
  {
    it: 'a template with a section',
    given: `# x.
nodes: [{ id: a, kind: llm, text: "{{#inputs}}x{{/inputs}}" }]
`,
    want: 'a text in node `a` is no template: only names can stand in {{ }}, not `#inputs`. (flow.yaml:2:35)',
  },
  {
    it: 'a template that is not closed',
    given: `# x.
nodes: [{ id: a, kind: llm, text: "Hello {{message" }]
`,
    want: 'a text in node `a` is no template: Unclosed tag at 15. (flow.yaml:2:35)',
  },
  {
    it: 'a misspelt node to collect',
    given: `# x.
nodes:
  - id: e
    items: [1]
    collects: gret
    nodes: [{ id: greet, kind: llm, text: x }]
`,
    want: 'node `e` collects `gret`, which is no node in it. Did you mean `greet`? (flow.yaml:5:15)',
  },
  {
    it: 'a break after more rounds than there are',
    given: `# x.
nodes:
  - id: e
    rounds: 2
    breaksAfter: 3
    nodes: [{ id: greet, kind: llm, text: x }]
`,
    want: 'node `e` breaks after 3 rounds and has at most 2. Leave `breaksAfter` out if it never breaks. (flow.yaml:5:18)',
  },
  {
    it: 'a form in a parallel iteration',
    given: `# x.
nodes:
  - id: e
    items: [1]
    parallel: true
    nodes: [{ id: ask, form: { content: x } }]
`,
    want: 'node `e` runs its items at the same time, so that no form can stand in it, as `ask` does. (flow.yaml:5:15)',
  },
  {
    it: 'a failure that never comes',
    given: `# x.
nodes: [{ id: a, kind: code, takes: until-stopped, fails: never }]
`,
    want: 'node `a` works until it is stopped, so it never fails. (flow.yaml:2:59)',
  },
  {
    it: 'reasoning without a model',
    given: `# x.
nodes: [{ id: a, kind: code, reasoning: hm }]
`,
    want: 'node `a` has `reasoning` and no `model`. Only a model thinks. (flow.yaml:2:41)',
  },
  {
    it: 'rounds of a node outside a container',
    given: `# x.
nodes: [{ id: a, kind: code, fails: { message: x, rounds: [1] } }]
`,
    want: 'node `a` stands in no iteration or loop, so that it has no `rounds` in which to fail. (flow.yaml:2:59)',
  },
  {
    it: 'an input declared twice',
    given: `# x.
inputs: [{ name: q }, { name: q }]
nodes: [{ id: a, kind: code }]
`,
    want: 'input `q` is declared twice. (flow.yaml:2:31)',
  },
  {
    it: 'a default that is no option',
    given: `# x.
inputs: [{ name: q, type: select, options: [a, b], default: c }]
nodes: [{ id: a, kind: code }]
`,
    want: 'the default of input `q` is `c`, which is none of its options: `a`, `b`. (flow.yaml:2:61)',
  },
  {
    it: 'a select without options',
    given: `# x.
inputs: [{ name: q, type: select }]
nodes: [{ id: a, kind: code }]
`,
    want: 'input `q` is a select and has no `options`. (flow.yaml:2:10)',
  },
  {
    it: 'options of a text',
    given: `# x.
inputs: [{ name: q, options: [a] }]
nodes: [{ id: a, kind: code }]
`,
    want: 'input `q` has `options` and is a text. Only a select has options. (flow.yaml:2:30)',
  },
  {
    it: 'a limit of a boolean',
    given: `# x.
inputs: [{ name: q, type: boolean, max: 3 }]
nodes: [{ id: a, kind: code }]
`,
    want: 'input `q` is a boolean, which has no `max`. Only text, paragraph and files have. (flow.yaml:2:41)',
  },
  {
    it: 'a default of the wrong type',
    given: `# x.
inputs: [{ name: q, type: number, default: ten }]
nodes: [{ id: a, kind: code }]
`,
    want: 'the default of input `q` must be a number, not `ten`. (flow.yaml:2:44)',
  },
  {
    it: 'a default of a file',
    given: `# x.
inputs: [{ name: q, type: file, default: a.txt }]
nodes: [{ id: a, kind: code }]
`,
    want: 'input `q` is a file, which has no `default`. (flow.yaml:2:42)',
  },
  {
    it: 'a default that is too long',
    given: `# x.
inputs: [{ name: q, max: 3, default: long }]
nodes: [{ id: a, kind: code }]
`,
    want: 'the default of input `q` is longer than its `max`. (flow.yaml:2:38)',
  },
  {
    it: 'a field called action',
    given: `# x.
nodes: [{ id: a, form: { content: x, fields: [{ name: action }] } }]
`,
    want: 'field `action` of node `a` needs another name: `action` is the chosen action. (flow.yaml:2:55)',
  },
  {
    it: 'a field that stands there twice',
    given: `# x.
nodes: [{ id: a, form: { content: x, fields: [{ name: b }, { name: b }] } }]
`,
    want: 'field `b` of node `a` stands there twice. (flow.yaml:2:68)',
  },
  {
    it: 'a default that is no option of its field',
    given: `# x.
nodes: [{ id: a, form: { content: x, fields: [{ name: b, type: select, options: [p], default: q }] } }]
`,
    want: 'the default of field `b` of node `a` is `q`, which is none of its options: `p`. (flow.yaml:2:95)',
  },
  {
    it: 'an action that stands there twice',
    given: `# x.
nodes: [{ id: a, form: { content: x, actions: [{ id: ok }, { id: ok }] } }]
`,
    want: 'action `ok` of node `a` stands there twice. (flow.yaml:2:66)',
  },
  {
    it: 'what an alias repeats',
    given: `# x.
nodes:
  - { id: a, kind: code, outputs: &o { x: "{{itme}}" } }
  - { id: b, kind: code, outputs: *o }
`,
    want: '`{{itme}}` in node `a` names nothing: no name begins with `itme`. Did you mean `item`? (flow.yaml:3:43)',
  },
  {
    it: 'a file that is a list',
    given: `# x.
- a
`,
    want: 'the file must be a map, not a list. (flow.yaml:2:1)',
  },
  {
    it: 'a file of two documents',
    given: `# x.
nodes: [{ id: a, kind: code }]
---
nodes: []
`,
    want: 'it holds several documents. Keep one in a file. (flow.yaml:3:1)',
  },
  {
    it: 'a word of another kind of node',
    given: `# x.
nodes: [{ id: a, items: [1], form: { content: x }, nodes: [{ id: b, kind: code }] }]
`,
    want: '`form` has no place in node `a`. Legal: `id`, `title`, `kind`, `items`, `parallel`, `onError`, `collects`, `nodes`. (flow.yaml:2:30)',
  },
  {
    it: 'an output that is no template',
    given: `# x.
nodes: [{ id: a, kind: code }]
outputs: { total: 3 }
`,
    want: '`total` of `outputs` in the file must be a text, not `3`. (flow.yaml:3:19)',
  },
  {
    it: 'a misspelt key of a failure',
    given: `# x.
nodes: [{ id: a, kind: code, fails: { mesage: x } }]
`,
    want: 'unknown key `mesage` in `fails` in node `a`. Did you mean `message`? (flow.yaml:2:39)',
  },
  {
    it: 'an alias of nothing',
    given: `# x.
nodes: *nope
`,
    want: 'the alias has no anchor before it, or stands in what it repeats. Quote a text that begins with `*`. (flow.yaml:2:8)',
  },
  {
    it: 'an alias in what it repeats',
    given: `# x.
nodes: &all [{ id: a, nodes: *all }]
`,
    want: 'the alias has no anchor before it, or stands in what it repeats. Quote a text that begins with `*`. (flow.yaml:2:30)',
  },
  {
    it: 'aliases that multiply without bounds',
    given: `# x.
${['a', 'b', 'c', 'd'].map((name, index, names) => `${name}: &${name} [${`*${names[index - 1]}, `.repeat(index && 12)}x]`).join('\n')}
`,
    want: 'its aliases repeat too much. Write out what they stand for. (flow.yaml)',
  },
  {
    it: 'what follows a text, and does not quote it',
    given: `# x.
nodes: |secret
`,
    want: 'it is not YAML. Block scalar header includes extra characters. (flow.yaml:2:9)',
  },
] as const

/** What is wrong with a scenario in `flow.yaml`, without the words that all errors begin with. */
function problemOf(text: string): string {
  try {
    parseScenario(text, 'flow.yaml')
    return 'nothing'
  } catch (error) {
    if (error instanceof FlowproofError && error.code === 'scenario-invalid') {
      return error.message.replace(/^Failed to read scenario: /, '')
    }
    throw error
  }
}

it.each(CASES)('refuses $it', ({ given, want }) => expect(problemOf(given)).toBe(want))

it('says where as data too', () => {
  const text = '# x.\nnodes:\n  - { id: write, kind: llm, txt: Hello }\n'
  expect(() => parseScenario(text, 'a/flow.yaml')).toThrow(
    expect.objectContaining({
      code: 'scenario-invalid',
      message: 'Failed to read scenario: unknown key `txt` in node `write`. Did you mean `text`? (a/flow.yaml:3:29)',
      where: { file: 'a/flow.yaml', line: 3, column: 29 },
    }),
  )
})

it('tells the first of several problems', () => {
  const text = '# x.\nnodes:\n  - { id: a, kind: code, takes: 3 }\n  - { id: b, kind: code, txt: Hello }\n'
  expect(problemOf(text)).toMatch(/^`takes` in node `a`/)
})
