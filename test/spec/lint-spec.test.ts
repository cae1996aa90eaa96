import { expect, it } from 'vitest'
import { lintSpec } from '../../src/spec/lint-spec.ts'
import { createValidator } from '../../src/spec/validator.ts'
import { TALK_SEQUENCE, talkSpec, talkText } from './fixtures/talk.ts'

/** Findings as `text of the line: message`. */
function lint(...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const spec = talkSpec(...changes)
  const lines = talkText(...changes).split('\n')
  return lintSpec(spec, createValidator(spec)).map(({ line, message }) => `${lines[line - 1]?.trim()}: ${message}`)
}

it('finds nothing in a good spec', () => expect(lint()).toEqual([]))

const CASES: readonly { it: string; changes: readonly [from: string, to: string][]; want: readonly string[] }[] = [
  {
    it: 'misses descriptions',
    changes: [
      ['      description: Talks, newest first.\n', ''],
      ['      description: How many at most.\n', ''],
      ['          description: The talks.\n', "          description: ''\n"],
      ['      description: Id of a talk.\n', ''],
    ],
    want: [
      'get:: the operation has no description',
      `'200':: the response has no description`,
      'Limit:: the parameter has no description',
      'TalkId:: the schema has no description',
    ],
  },
  {
    it: 'misses a summary',
    changes: [['      summary: List talks\n', '']],
    want: ['get:: the operation listTalks has no summary'],
  },
  {
    it: 'misses examples',
    changes: [['              example: [{ id: t1, state: running, turns: 0 }]\n', '']],
    want: ['application/json:: the application/json body has no example'],
  },
  {
    it: 'judges examples of bodies',
    changes: [['example: { code: not-found }', 'example: { code: 404 }']],
    want: ['example: { code: 404 }: the example is not valid: /code must be string, got 404'],
  },
  {
    it: 'judges examples of parameters',
    changes: [['description: How many at most.', 'description: At most.\n      example: 0']],
    want: ['example: 0: the example is not valid: the value must be >= 1, got 0'],
  },
  {
    it: 'judges examples of schemas',
    changes: [['minLength: 2', 'minLength: 2\n      examples: [t1, t]']],
    want: ['examples: [t1, t]: the example is not valid: the value must not have fewer than 2 characters, got "t"'],
  },
  {
    it: 'judges events of an example',
    changes: [['- { event: word, text: hello }', '- { event: word, txt: hello }']],
    want: [
      '- { event: word, txt: hello }: event 2 of the example is not valid: the value must have property "text"',
      'serializedValue: |+: event 2 in the text of the example is not that of its data',
    ],
  },
  {
    it: 'judges the order of an example',
    changes: [
      ['                    - { event: begin, id: t1 }\n', ''],
      ['                    data: {"event":"begin","id":"t1"}\n\n', ''],
    ],
    want: ['- { event: word, text: hello }: the example is out of order: event 1: got `word`, expected `begin`'],
  },
  {
    it: 'wants an example to be whole',
    changes: [['                    - { event: end, id: t1, usage: null }\n', '']],
    want: [
      'dataValue:: the example is out of order: the stream ended after event 2, expected one of `end`, `word`',
      'serializedValue: |+: the text of the example holds 3 events, its data 2',
    ],
  },
  {
    it: 'compares an example with its text',
    changes: [['data: {"event":"word","text":"hello"}', 'data: {"event":"word","text":"hallo"}']],
    want: ['serializedValue: |+: event 2 in the text of the example is not that of its data'],
  },
  {
    it: 'sees a text that breaks off',
    changes: [['serializedValue: |+', 'serializedValue: |-']],
    want: [
      'serializedValue: |-: the text of the example breaks off inside an event: is its last blank line missing?',
      'serializedValue: |-: the text of the example holds 2 events, its data 3',
    ],
  },
  {
    it: 'wants a list of events',
    changes: [['                  dataValue:\n', '                  value:\n                    x:\n']],
    want: ['value:: the example of a stream is no list: give it a `dataValue` with all its events'],
  },
  {
    it: 'misses an order',
    changes: [[TALK_SEQUENCE, '']],
    want: ['text/event-stream:: the stream has no x-sequence: say in which order its events come'],
  },
  {
    it: 'misses the place of an event',
    changes: [['                anywhere: [ping]\n', '']],
    want: [
      'ping: \'#/components/schemas/PingEvent\': the event "ping" has no place in any x-sequence: name it in a rule, in `anywhere` or in `after`',
    ],
  },
  {
    it: 'compares the mapping with the members',
    changes: [['event: { const: word }', 'event: { const: token }']],
    want: [
      '- { event: word, text: hello }: event 2 of the example is not valid: /event must be "token", got "word"',
      `- $ref: '#/components/schemas/WordEvent': #/components/schemas/WordEvent says its "event" is "token", but the mapping says "word"`,
    ],
  },
  {
    it: 'wants members to say their tag',
    changes: [['event: { const: word }', 'event: { type: string }']],
    want: [
      '- $ref: \'#/components/schemas/WordEvent\': #/components/schemas/WordEvent does not say its "event": give that property a `const`, and require it',
    ],
  },
  {
    it: 'wants every member mapped',
    changes: [
      ["          end: '#/components/schemas/EndEvent'\n", ''],
      ['begin word* end', 'begin word*'],
    ],
    want: [
      '- { event: end, id: t1, usage: null }: the example is out of order: event 3: `end` is not in the spec',
      `- $ref: '#/components/schemas/EndEvent': #/components/schemas/EndEvent is not in the mapping`,
    ],
  },
  {
    it: 'wants only members mapped',
    changes: [["          ping: '#/components/schemas/PingEvent'", "          ping: '#/components/schemas/Usage'"]],
    want: [
      `- $ref: '#/components/schemas/PingEvent': #/components/schemas/PingEvent is not in the mapping`,
      `ping: '#/components/schemas/Usage': "ping" is mapped to #/components/schemas/Usage, which is no member of the union`,
    ],
  },
  {
    it: 'wants reasons in words',
    changes: [['minLength: 2', "minLength: 2\n      x-assumed: ''"]],
    want: [`x-assumed: '': x-assumed is not a text: say why, or what was seen and where`],
  },
  {
    it: 'knows the extensions',
    changes: [['minLength: 2', 'minLength: 2\n      x-asumed: so']],
    want: ['x-asumed: so: x-asumed is not a known extension; did you mean x-assumed?'],
  },
  {
    it: 'wants extensions where they mean something',
    changes: [['minLength: 2', 'minLength: 2\n      x-framing: sse']],
    want: ['x-framing: sse: x-framing stands beside no `itemSchema`, so it says nothing'],
  },
  {
    it: 'reports schemas that do not compile',
    changes: [['minLength: 2', 'minLenght: 2']],
    want: ['TalkId:: the schema does not compile: strict mode: unknown keyword: "minLenght"'],
  },
  {
    it: 'misses members that a lifecycle speaks of',
    changes: [
      [
        'start: [{ operation: createTalk, id: /id }]',
        'start: [{ operation: createTalk, id: /talk_id, fresh: { /txt: hi } }]',
      ],
      ['state: /state }', 'state: /status, refusals: { done: { status: 404, /code/name: done } } }'],
      [
        '    terminal: [done]',
        `    terminal: [done]
    stop: { operation: createTalk, body: /parent/id, id: /usage/total, leads-to: [done] }
    constant: [/id, /parent/id]
    rising: [/parent/turn]
    bound: { /ended: { in: [done] } }`,
      ],
    ],
    want: [
      'start: [{ operation: createTalk, id: /talk_id, fresh: { /txt: hi } }]: no schema of what createTalk answers has a member at /talk_id',
      'start: [{ operation: createTalk, id: /talk_id, fresh: { /txt: hi } }]: no schema of what createTalk is sent has a member at /txt',
      'status: { operation: getTalk, parameter: talk_id, state: /status, refusals: { done: { status: 404, /code/name: done } } }: no schema of what getTalk answers has a member at /status',
      'status: { operation: getTalk, parameter: talk_id, state: /status, refusals: { done: { status: 404, /code/name: done } } }: no schema of the 404 of getTalk has a member at /code/name',
      'stop: { operation: createTalk, body: /parent/id, id: /usage/total, leads-to: [done] }: no schema of what a start answers has a member at /usage/total',
      'stop: { operation: createTalk, body: /parent/id, id: /usage/total, leads-to: [done] }: no schema of what createTalk is sent has a member at /parent/id',
      'rising: [/parent/turn]: no schema of what getTalk answers has a member at /parent/turn',
      'bound: { /ended: { in: [done] } }: no schema of what getTalk answers has a member at /ended',
    ],
  },
  {
    it: 'misses a state that no answer can tell',
    changes: [['moves: { running: [done] }', 'moves: { running: [done, paused], paused: [running] }']],
    want: ['talk:: the state "paused" is neither in the schema of the status, nor told by a refusal'],
  },
  {
    it: 'takes a state that a refusal tells',
    changes: [
      ['moves: { running: [done] }', 'moves: { running: [done, lost] }'],
      ['terminal: [done]', 'terminal: [done, lost]'],
      ['state: /state }', 'state: /state, refusals: { lost: { status: 410, /code: gone } } }'],
    ],
    want: [],
  },
]

it.each(CASES)('$it', ({ changes, want }) => expect(lint(...changes)).toEqual(want))

it('accepts an example of a stream in the items of the stream', () => {
  const items = `- data: '{"event":"word","text":"hello"}'`
  expect(lint(['- { event: word, text: hello }', items])).toEqual([])
})

it('orders findings by line, and names the file', () => {
  const spec = talkSpec(['      description: Id of a talk.\n', ''], ['      description: Talks, newest first.\n', ''])
  const findings = lintSpec(spec, createValidator(spec))
  expect(findings.map(({ file }) => file)).toEqual(['talk.yaml', 'talk.yaml'])
  expect(findings[0]?.line).toBeLessThan(findings[1]?.line ?? 0)
})
