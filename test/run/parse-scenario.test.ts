import { expect, it } from 'vitest'
import { parseDuration } from '../../src/run/file/duration.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'

it('fills in what a file leaves out', () => {
  const text = `# The least that a scenario can be.
nodes:
  - { id: look-up, kind: llm, text: Hi, fails: gone, retries: 2, tools: [{ name: find }] }
`
  expect(parseScenario(text, 'mocks/scenarios/least.yaml')).toMatchInlineSnapshot(`
    {
      "file": "mocks/scenarios/least.yaml",
      "inputs": [],
      "name": "least",
      "nodes": [
        {
          "documents": [],
          "does": "step",
          "fails": {
            "handled": "no",
            "message": "gone",
            "rounds": undefined,
            "type": "NodeExecutionError",
          },
          "id": "look-up",
          "kind": "llm",
          "model": "gpt-4o-mini",
          "outputs": {},
          "pace": {
            "first": 320,
            "jitter": 0.25,
            "tokensPerSecond": 40,
          },
          "price": {
            "completion": 0.6,
            "prompt": 0.15,
          },
          "reasoning": undefined,
          "retries": {
            "attempts": 2,
            "error": "gone",
            "type": "NodeExecutionError",
            "wait": 500,
          },
          "takes": 0,
          "text": "Hi",
          "title": "Look up",
          "tokens": {
            "completion": undefined,
            "prompt": undefined,
          },
          "tools": [
            {
              "error": undefined,
              "input": {},
              "name": "find",
              "output": "",
              "takes": 200,
            },
          ],
        },
      ],
      "outputs": {
        "text": "{{nodes.look-up.text}}",
      },
      "queued": 0,
      "shows": "The least that a scenario can be.",
      "speaks": false,
      "when": [],
    }
  `)
})

it('reads every kind of container', () => {
  const text = `# All containers.
nodes:
  - id: each
    items: [a, { b: 1 }]
    nodes:
      - branches:
          - [{ id: left, kind: code }]
          - [{ id: right, kind: code }]
  - id: again
    rounds: 2
    nodes: [{ id: think, kind: code }]
  - id: ask
    form: { content: 'Sure?', fields: [{ name: why_not }], actions: [{ id: yes }, { id: no }] }
`
  expect(parseScenario(text, 'all.yml').nodes).toMatchInlineSnapshot(`
    [
      {
        "collects": "right",
        "does": "iteration",
        "id": "each",
        "items": [
          "a",
          {
            "b": 1,
          },
        ],
        "kind": "iteration",
        "nodes": [
          {
            "branches": [
              [
                {
                  "documents": [],
                  "does": "step",
                  "fails": undefined,
                  "id": "left",
                  "kind": "code",
                  "model": undefined,
                  "outputs": {},
                  "pace": {
                    "first": 320,
                    "jitter": 0.25,
                    "tokensPerSecond": 40,
                  },
                  "price": {
                    "completion": 0.6,
                    "prompt": 0.15,
                  },
                  "reasoning": undefined,
                  "retries": undefined,
                  "takes": 5,
                  "text": undefined,
                  "title": "Left",
                  "tokens": {
                    "completion": undefined,
                    "prompt": undefined,
                  },
                  "tools": [],
                },
              ],
              [
                {
                  "documents": [],
                  "does": "step",
                  "fails": undefined,
                  "id": "right",
                  "kind": "code",
                  "model": undefined,
                  "outputs": {},
                  "pace": {
                    "first": 320,
                    "jitter": 0.25,
                    "tokensPerSecond": 40,
                  },
                  "price": {
                    "completion": 0.6,
                    "prompt": 0.15,
                  },
                  "reasoning": undefined,
                  "retries": undefined,
                  "takes": 5,
                  "text": undefined,
                  "title": "Right",
                  "tokens": {
                    "completion": undefined,
                    "prompt": undefined,
                  },
                  "tools": [],
                },
              ],
            ],
            "does": "parallel",
            "id": "parallel-1",
            "kind": "parallel",
            "title": "Parallel 1",
          },
        ],
        "onError": "fail",
        "parallel": false,
        "title": "Each",
      },
      {
        "breaksAfter": undefined,
        "does": "loop",
        "id": "again",
        "kind": "loop",
        "nodes": [
          {
            "documents": [],
            "does": "step",
            "fails": undefined,
            "id": "think",
            "kind": "code",
            "model": undefined,
            "outputs": {},
            "pace": {
              "first": 320,
              "jitter": 0.25,
              "tokensPerSecond": 40,
            },
            "price": {
              "completion": 0.6,
              "prompt": 0.15,
            },
            "reasoning": undefined,
            "retries": undefined,
            "takes": 5,
            "text": undefined,
            "title": "Think",
            "tokens": {
              "completion": undefined,
              "prompt": undefined,
            },
            "tools": [],
          },
        ],
        "rounds": 2,
        "title": "Again",
        "variables": {},
      },
      {
        "actions": [
          {
            "id": "yes",
            "style": "primary",
            "title": "Yes",
          },
          {
            "id": "no",
            "style": "default",
            "title": "No",
          },
        ],
        "content": "Sure?",
        "does": "human-input",
        "expires": undefined,
        "fields": [
          {
            "default": undefined,
            "label": "Why not",
            "name": "why_not",
            "options": [],
            "required": false,
            "type": "paragraph",
          },
        ],
        "id": "ask",
        "kind": "human-input",
        "title": "Ask",
      },
    ]
  `)
})

it('names the scenario by its file, on every system', () => {
  const text = '# x\nnodes: [{ id: a, kind: code }]'
  const names = ['a.yaml', 'x/b.yml', 'C:\\mine\\c.yaml', 'd.e.yaml'].map((file) => parseScenario(text, file).name)
  expect(names).toEqual(['a', 'b', 'c', 'd.e'])
})

it('takes what it shows from line 1, whatever the line ends and marks', () => {
  const body = '\r\nnodes: [{ id: a, kind: code }]\r\n'
  expect(parseScenario(`\uFEFF# A run.${body}`, 'a.yaml').shows).toBe('A run.')
  expect(parseScenario(`#A run.  ${body}`, 'a.yaml').shows).toBe('A run.')
})

it('gives the last text as the result when the file names none', () => {
  const result = (nodes: string) => parseScenario(`# x\nnodes:\n${nodes}`, 'a.yaml').outputs
  expect(
    result('  - { id: a, kind: llm, text: x }\n  - { id: b, kind: llm, text: y }\n  - { id: end, kind: end }'),
  ).toEqual({
    text: '{{nodes.b.text}}',
  })
  expect(result('  - branches: [[{ id: a, kind: llm, text: x }], [{ id: b, kind: llm, text: y }]]')).toEqual({
    text: '{{nodes.b.text}}',
  })
  expect(result('  - { id: a, items: [1], nodes: [{ id: b, kind: llm, text: y }] }')).toEqual({})
})

it('takes one word for a list of words', () => {
  const text = '# x\nwhen: pause\nnodes: [{ id: a, kind: code }]'
  expect(parseScenario(text, 'a.yaml').when).toEqual(['pause'])
})

it.each([
  { given: '4ms', want: 4 },
  { given: '1.5s', want: 1500 },
  { given: '2m', want: 120_000 },
  { given: '0ms', want: 0 },
  { given: '0.4ms', want: 0 },
  { given: '4', want: undefined },
  { given: '4 ms', want: undefined },
  { given: '-4ms', want: undefined },
  { given: '.5s', want: undefined },
  { given: '1h', want: undefined },
])('reads the duration $given', ({ given, want }) => expect(parseDuration(given)).toBe(want))
