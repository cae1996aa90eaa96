import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { FlowproofError } from '../../src/errors.ts'
import { compileSequence } from '../../src/spec/sequence.ts'

const EVENTS = ['run_started', 'run_finished', 'node_started', 'node_finished', 'text', 'error', 'ping']

/** Compiles YAML text; the line of a pointer is that of the last key in it that the text holds. */
function compile(text: string) {
  const lines = text.split('\n')
  const lineOf = (pointer: string) => {
    const keys = pointer.split('/').filter((key) => /[a-z]/.test(key))
    return Math.max(1, lines.findIndex((line) => line.includes(`${keys.at(-1)}:`)) + 1)
  }
  return compileSequence(parse(text), {
    eventNames: EVENTS,
    where: (pointer) => ({ file: 'api.yaml', line: lineOf(pointer), pointer }),
  })
}

const RULES = `
rules:
  stream: run_started node_started* run_finished
`
const CASES = [
  {
    it: 'refuses what is no map',
    given: '[]',
    want: 'Failed to load x-sequence: it is not a map. Write keys and values. (api.yaml:1)',
  },
  {
    it: 'refuses an unknown key',
    given: `symbol: /event\nanywere: [ping]${RULES}`,
    want: 'Failed to load x-sequence: `anywere` is no key here. Did you mean `anywhere`? (api.yaml:2#/anywere)',
  },
  {
    it: 'refuses to guess what names an event',
    given: RULES,
    want: 'Failed to load x-sequence: it has no `symbol`. Add `symbol`. (api.yaml:1)',
  },
  {
    it: 'refuses a symbol that is no pointer',
    given: `symbol: event${RULES}`,
    want: 'Failed to load x-sequence: "event" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:1#/symbol)',
  },
  {
    it: 'refuses a wrong escape in a pointer',
    given: `symbol: /event\nconstant: [/task~id]${RULES}`,
    want: 'Failed to load x-sequence: "/task~id" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:2#/constant/0)',
  },
  {
    it: 'refuses a constant named twice',
    given: `symbol: /event\nconstant: [/id, /id]${RULES}`,
    want: 'Failed to load x-sequence: `/id` stands there twice. Remove one. (api.yaml:2#/constant/1)',
  },
  {
    it: 'refuses a list that is none',
    given: `symbol: /event\nanywhere: ping${RULES}`,
    want: 'Failed to load x-sequence: `/anywhere` is not a list. Put it in `[ ]`. (api.yaml:2#/anywhere)',
  },
  {
    it: 'refuses rules without a start',
    given: 'symbol: /event\nrules:\n  body: text',
    want: 'Failed to load x-sequence: there is no rule `stream`. Add it: it says what a whole stream is made of. (api.yaml:2#/rules)',
  },
  {
    it: 'refuses an empty rule',
    given: "symbol: /event\nrules:\n  stream: body\n  body: ' '",
    want: 'Failed to load x-sequence: rule `body` is empty, or no text. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:4#/rules/body)',
  },
  {
    it: 'refuses a rule that is no text',
    given: 'symbol: /event\nrules:\n  stream: [text]',
    want: 'Failed to load x-sequence: rule `stream` is empty, or no text. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a missing alternative',
    given: 'symbol: /event\nrules:\n  stream: text | | error',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: a word or `(` is expected before the `|` at column 8. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a missing last alternative',
    given: 'symbol: /event\nrules:\n  stream: text |',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: it ends where a word or `(` is expected. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses empty parentheses',
    given: 'symbol: /event\nrules:\n  stream: text ()',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: a word or `(` is expected before the `)` at column 7. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a mark on nothing',
    given: "symbol: /event\nrules:\n  stream: '* text'",
    want: 'Failed to load x-sequence: rule `stream` cannot be read: a word or `(` is expected before the `*` at column 1. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses two marks',
    given: 'symbol: /event\nrules:\n  stream: text+?',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: `?` at column 6 follows another mark. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a parenthesis that nothing closes',
    given: 'symbol: /event\nrules:\n  stream: text (error',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: nothing closes the `(` at column 6. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a parenthesis that nothing opens',
    given: 'symbol: /event\nrules:\n  stream: text ) error',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: nothing opens the `)` at column 6. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'says the line in a rule of several lines',
    given: 'symbol: /event\nrules:\n  stream: |\n    text\n      ( error |\n      * )',
    want: 'Failed to load x-sequence: rule `stream` cannot be read: a word or `(` is expected before the `*` at line 3, column 3. Write words, `|`, `*`, `+`, `?` and parentheses. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses an unknown word',
    given: 'symbol: /event\nrules:\n  stream: text nod_started',
    want: 'Failed to load x-sequence: `nod_started` at column 6 of rule `stream` is no rule, no symbol and no event. Did you mean `node_started`? (api.yaml:3#/rules/stream)',
  },
  {
    it: 'lists the words when none is near',
    given: 'symbol: /event\nrules:\n  stream: zebra',
    want: 'Failed to load x-sequence: `zebra` at column 1 of rule `stream` is no rule, no symbol and no event. Use one of `stream`, `run_started`, `run_finished`, `node_started`, `node_finished`, `text`, `error`, `ping`. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'shows the way of a recursion',
    given: 'symbol: /event\nrules:\n  stream: text one\n  one: error two?\n  two: text | one',
    want: 'Failed to load x-sequence: rule `one` reaches itself: one -> two -> one. Repeat with `*` or `+` instead. (api.yaml:4#/rules/one)',
  },
  {
    it: 'refuses a rule that reaches itself at once',
    given: 'symbol: /event\nrules:\n  stream: text stream?',
    want: 'Failed to load x-sequence: rule `stream` reaches itself: stream -> stream. Repeat with `*` or `+` instead. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a rule that nothing reaches',
    given: 'symbol: /event\nrules:\n  stream: text\n  one: two\n  two: error',
    want: 'Failed to load x-sequence: rule `one` is not reached from `stream`. Use it or remove it. (api.yaml:4#/rules/one)',
  },
  {
    it: 'refuses a rule named as an event',
    given: 'symbol: /event\nrules:\n  stream: error\n  error: text',
    want: 'Failed to load x-sequence: rule `error` has the name of an event. Rename it. (api.yaml:4#/rules/error)',
  },
  {
    it: 'refuses a symbol named as an event',
    given: `symbol: /event\nsymbols:\n  error: { event: text, /last: true }${RULES}`,
    want: 'Failed to load x-sequence: symbol `error` has the name of an event. Rename it. (api.yaml:3#/symbols/error)',
  },
  {
    it: 'refuses a symbol of an unknown event',
    given: `symbol: /event\nsymbols:\n  last: { event: txt, /last: true }${RULES}`,
    want: 'Failed to load x-sequence: `txt` is no event. Did you mean `text`? (api.yaml:3#/symbols/last/event)',
  },
  {
    it: 'refuses a symbol without an event',
    given: `symbol: /event\nsymbols:\n  last: { /last: true }${RULES}`,
    want: 'Failed to load x-sequence: symbol `last` has no `event`. Say which event it is a finer symbol of. (api.yaml:3#/symbols/last)',
  },
  {
    it: 'refuses a symbol without a condition',
    given: `symbol: /event\nsymbols:\n  last: { event: text }${RULES}`,
    want: 'Failed to load x-sequence: symbol `last` is every event of its name. Add a JSON Pointer and what it must hold, or use the name of the event itself. (api.yaml:3#/symbols/last)',
  },
  {
    it: 'refuses a condition that is no pointer',
    given: `symbol: /event\nsymbols:\n  last: { event: text, last: true }${RULES}`,
    want: 'Failed to load x-sequence: `last` is neither `event` nor a JSON Pointer. Did you mean `/last`? (api.yaml:3#/symbols/last/last)',
  },
  {
    it: 'refuses a condition that is no constant',
    given: `symbol: /event\nsymbols:\n  last: { event: text, /last: { a: 1 } }${RULES}`,
    want: 'Failed to load x-sequence: a condition compares with constants, and this is none. Write a text, a number, true, false, null or a list of them. (api.yaml:1#/symbols/last/~1last)',
  },
  {
    it: 'refuses an unknown anywhere-event',
    given: `symbol: /event\nanywhere: [pong]${RULES}`,
    want: 'Failed to load x-sequence: `pong` is no symbol and no event. Did you mean `ping`? (api.yaml:2#/anywhere/0)',
  },
  {
    it: 'refuses an unknown event after the end',
    given: `symbol: /event\nafter: [ping, pong]${RULES}`,
    want: 'Failed to load x-sequence: `pong` is no symbol and no event. Did you mean `ping`? (api.yaml:2#/after/1)',
  },
  {
    it: 'refuses an anywhere-event in the rules',
    given: `symbol: /event\nanywhere: [ping, node_started]${RULES}`,
    want: 'Failed to load x-sequence: `node_started` stands in the rules, too. An event is either legal anywhere or has its place: remove one. (api.yaml:2#/anywhere/1)',
  },
  {
    it: 'refuses an unknown key of a pair',
    given: `symbol: /event\npairs:\n  - { opens: text }${RULES}`,
    want: 'Failed to load x-sequence: `opens` is no key here. Did you mean `open`? (api.yaml:3#/pairs/0/opens)',
  },
  {
    it: 'refuses a pair without an open',
    given: `symbol: /event\npairs:\n  - { close: text }${RULES}`,
    want: 'Failed to load x-sequence: `/pairs/0` has no `open`. Add `open`. (api.yaml:2#/pairs/0)',
  },
  {
    it: 'refuses a pair that nothing opens',
    given: `symbol: /event\npairs:\n  - { open: [], close: text }${RULES}`,
    want: 'Failed to load x-sequence: nothing opens the pair. Name an event. (api.yaml:3#/pairs/0/open)',
  },
  {
    it: 'refuses a pair that says nothing',
    given: `symbol: /event\npairs:\n  - { open: text }${RULES}`,
    want: 'Failed to load x-sequence: a pair with neither `close` nor `inside` says nothing. Add one of them. (api.yaml:2#/pairs/0)',
  },
  {
    it: 'refuses an unknown event in a pair',
    given: `symbol: /event\npairs:\n  - { open: node_started, close: node_ended, key: /id }${RULES}`,
    want: 'Failed to load x-sequence: `node_ended` is no symbol and no event. Use one of `run_started`, `run_finished`, `node_started`, `node_finished`, `text`, `error`, `ping`. (api.yaml:3#/pairs/0/close/0)',
  },
  {
    it: 'refuses an unknown excuse for open pairs',
    given: `symbol: /event\npairs:\n  - { open: text, close: error, may-stay-open: [stopped] }${RULES}`,
    want: 'Failed to load x-sequence: `stopped` is no symbol and no event. Use one of `run_started`, `run_finished`, `node_started`, `node_finished`, `text`, `error`, `ping`. (api.yaml:3#/pairs/0/may-stay-open/0)',
  },
  {
    it: 'refuses an event that opens and closes',
    given: `symbol: /event\npairs:\n  - { open: text, close: [error, text] }${RULES}`,
    want: 'Failed to load x-sequence: `text` cannot be both `open` and `close` of one pair. Tell them apart with finer `symbols`. (api.yaml:3#/pairs/0/close)',
  },
  {
    it: 'refuses a key that is no pointer',
    given: `symbol: /event\npairs:\n  - { open: text, close: error, key: id }${RULES}`,
    want: 'Failed to load x-sequence: "id" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:3#/pairs/0/key)',
  },
  {
    it: 'refuses a flag that is none',
    given: `symbol: /event\npairs:\n  - { open: text, close: error, opened-before: yes please }${RULES}`,
    want: 'Failed to load x-sequence: `/pairs/0/opened-before` is neither true nor false. Write `true` or `false`. (api.yaml:3#/pairs/0/opened-before)',
  },
  {
    it: 'refuses two ways for one event',
    given: 'symbol: /event\nrules:\n  stream: text* error? text*',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `text` can be read in two ways: it is the `text` at column 1 of `stream`, or the `text` at column 14 of `stream`. Let one word decide which way it goes. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses one rule used twice in a row',
    given: 'symbol: /event\nrules:\n  stream: body? body? error\n  body: text',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `text error` can be read in two ways: event 1 is the `text` at column 1 of `body`, used at column 1 of `stream`, or the `text` at column 1 of `body`, used at column 7 of `stream`. Let one word decide which way it goes. (api.yaml:4#/rules/body)',
  },
  {
    it: 'refuses an event beside its own finer symbol',
    given: 'symbol: /event\nsymbols:\n  last: { event: text, /last: true }\nrules:\n  stream: text | last',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `last` can be read in two ways: it is the `text` at column 1 of `stream`, or the `last` at column 8 of `stream`. Let one word decide which way it goes. (api.yaml:5#/rules/stream)',
  },
  {
    it: 'refuses a repeat of a repeat',
    given: 'symbol: /event\nrules:\n  stream: error (text+)*',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `error text text` can be read in two ways: at column 14 of rule `stream`, a repeat is repeated, so the next word is one more round of the inner or of the outer one. Remove one of the marks. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses a repeat of what may be empty',
    given: 'symbol: /event\nrules:\n  stream: text (error?)*',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `text` can be read in two ways: at column 14 of rule `stream`, what may be empty is repeated, so a round of nothing may be added or left out. Let each round take at least one word. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses an option of what may be empty',
    given: 'symbol: /event\nrules:\n  stream: (error*)?',
    want: 'Failed to load x-sequence: the rules are ambiguous: the empty stream can be read in two ways: at column 9 of rule `stream`, what may be empty is optional, so it is left out or it is there and empty. Remove the `?`. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses two empty alternatives',
    given: 'symbol: /event\nrules:\n  stream: text (error? | ping?)',
    want: 'Failed to load x-sequence: the rules are ambiguous: the stream `text` can be read in two ways: at column 12 of rule `stream`, two of the alternatives may be empty. Let at most one alternative be empty. (api.yaml:3#/rules/stream)',
  },
  {
    it: 'refuses rules that multiply each other',
    given: `symbol: /event\nrules:\n  stream: ${'r0 '.repeat(11)}\n  r0: ${'r1 '.repeat(11)}\n  r1: ${'text '.repeat(11)}`,
    want: 'Failed to load x-sequence: the rules come to more than 1000 words when written out. Use each rule in fewer places. (api.yaml:2#/rules)',
  },
  {
    it: 'refuses rules that need too many states',
    given: `symbol: /event\nrules:\n  stream: (text | error)* text ${'(text | error) '.repeat(10)}`,
    want: 'Failed to load x-sequence: the rules need more than 1000 states. Let a word depend less on words long before it. (api.yaml:2#/rules)',
  },
]

it.each(CASES)('$it', ({ given, want }) => expect(refusalOf(given)).toBe(want))

function refusalOf(text: string): string {
  try {
    compile(text)
  } catch (error) {
    if (error instanceof FlowproofError && error.code === 'spec-invalid') return error.message
    throw error
  }
  return 'no refusal'
}

it('takes an event in two places when only what comes later tells which', () => {
  expect(() => compile('symbol: /event\nrules:\n  stream: (text | error)* error')).not.toThrow()
})

it.each([
  { it: 'an order that is documented', given: '', want: false },
  { it: 'an order that is inferred', given: 'x-assumed: No document says it.\n', want: true },
])('knows $it', ({ given, want }) => expect(compile(`${given}symbol: /event${RULES}`).assumed).toBe(want))

it('refuses an assumption without its reason', () =>
  expect(() => compile(`x-assumed: ''\nsymbol: /event${RULES}`)).toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to load x-sequence: \`/x-assumed\` is not a text, or it is empty. Write a word. (api.yaml:1#/x-assumed)]`,
  ))
