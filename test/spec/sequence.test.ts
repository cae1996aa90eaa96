import { expect, it } from 'vitest'
import {
  endSequence,
  expectedAfter,
  formatViolation,
  isOver,
  type Sequence,
  startSequence,
  stepSequence,
} from '../../src/spec/sequence.ts'
import { sequenceOf } from './sequence-reference.ts'

const EVENTS = [
  'run_started',
  'run_finished',
  'run_paused',
  'node_started',
  'node_retry',
  'node_finished',
  'text_chunk',
  'input_required',
  'tts',
  'error',
  'ping',
]
const PAIR = { open: 'node_started', close: 'node_finished', inside: ['node_retry'], key: '/data/id' }
const RUN = sequenceOf(EVENTS, {
  symbols: { 'run-stopped': { event: 'run_finished', '/data/status': ['stopped', 'aborted'] } },
  rules: {
    stream: 'error | run_started body* ending',
    body: 'node_started | node_retry | node_finished | text_chunk',
    ending: 'run_finished | input_required+ run_paused | error',
  },
  anywhere: ['ping', 'tts'],
  after: ['ping'],
  pairs: [{ ...PAIR, 'may-stay-open': ['run-stopped', 'error'] }],
  constant: ['/task', '/run'],
})

type Event = Readonly<Record<string, unknown>> | string
const named = (event: Event) => (typeof event === 'string' ? { event } : event)
const node = (event: string, id: unknown) => ({ event, data: { id } })

/** Judges a whole stream and says what is wrong with it. */
function judge(sequence: Sequence, events: readonly Event[], how: 'closed' | 'cut' = 'closed'): readonly string[] {
  let state = startSequence(sequence)
  const violations = events.flatMap((event) => {
    const step = stepSequence(sequence, state, named(event))
    state = step.state
    return step.violations
  })
  return [...violations, ...endSequence(sequence, state, how)].map(formatViolation)
}

const STREAMS: readonly { it: string; given: readonly Event[]; how?: 'closed' | 'cut'; want: readonly string[] }[] = [
  {
    it: 'finds nothing wrong with a whole run',
    given: [
      'ping',
      'run_started',
      node('node_started', 'n1'),
      'tts',
      node('node_started', 'n2'),
      node('node_retry', 'n1'),
      node('node_finished', 'n2'),
      'ping',
      'text_chunk',
      node('node_finished', 'n1'),
      'run_finished',
      'ping',
    ],
    want: [],
  },
  { it: 'takes an error for a whole stream', given: ['ping', 'error', 'ping', 'ping'], want: [] },
  {
    it: 'takes a pause for an end',
    given: ['run_started', 'input_required', 'input_required', 'run_paused'],
    want: [],
  },
  {
    it: 'says position, what came and what could have come',
    given: ['ping', 'run_started', 'run_paused', 'text_chunk', 'run_finished'],
    want: [
      'event 3: got `run_paused`, expected one of `error`, `input_required`, `node_finished`, `node_retry`, `node_started`, `run_finished`, `text_chunk`',
    ],
  },
  {
    it: 'says which node a wrong event belongs to',
    given: ['run_started', 'input_required', node('node_started', 'n3'), node('node_finished', 'n3'), 'run_finished'],
    want: ['event 3: got `node_started` for n3, expected one of `input_required`, `run_paused`'],
  },
  {
    it: 'reports a missing first event once',
    given: ['text_chunk', 'text_chunk', 'text_chunk', 'run_finished'],
    want: ['event 1: got `text_chunk`, expected one of `error`, `run_started`'],
  },
  {
    it: 'reports each of several wrong events',
    given: ['run_started', 'run_paused', 'run_started', 'run_finished'],
    want: [
      'event 2: got `run_paused`, expected one of `error`, `input_required`, `node_finished`, `node_retry`, `node_started`, `run_finished`, `text_chunk`',
      'event 3: got `run_started`, expected one of `error`, `input_required`, `node_finished`, `node_retry`, `node_started`, `run_finished`, `run_paused`, `text_chunk` or the end',
    ],
  },
  {
    it: 'reports an end that came twice once',
    given: ['run_started', 'run_finished', 'run_finished'],
    want: ['event 3: got `run_finished` after the end'],
  },
  {
    it: 'reports an end that came too early once',
    given: ['run_started', 'run_finished', 'text_chunk', 'text_chunk', 'text_chunk', 'run_finished'],
    want: ['event 3: got `text_chunk` after the end'],
  },
  {
    it: 'reports a stream that goes on after its end once',
    given: ['run_started', 'run_finished', 'text_chunk', 'text_chunk', 'text_chunk'],
    want: ['event 3: got `text_chunk` after the end'],
  },
  {
    it: 'refuses an anywhere-event after the end',
    given: ['run_started', 'run_finished', 'tts', 'tts', 'ping'],
    want: ['event 3: got `tts` after the end'],
  },
  {
    it: 'reports an end that never came',
    given: ['run_started', node('node_started', 'n1'), 'ping'],
    want: [
      'the stream ended after event 3, expected one of `error`, `input_required`, `node_finished`, `node_retry`, `node_started`, `run_finished`, `text_chunk`',
    ],
  },
  {
    it: 'reports a stream without an event',
    given: [],
    want: ['the stream ended without an event, expected one of `error`, `run_started`'],
  },
  {
    it: 'asks no end of a stream that was cut',
    given: ['run_started', node('node_started', 'n1')],
    how: 'cut',
    want: [],
  },
  {
    it: 'judges the pairs of a stream that was cut after its end',
    given: ['run_started', node('node_started', 'n1'), 'run_finished'],
    how: 'cut',
    want: ['event 2: got `node_started` for n1, but `node_finished` never came'],
  },
  {
    it: 'reports a foreign event as drift',
    given: ['run_started', 'node_skipped', 'text_chunk', 'run_finished'],
    want: ['event 2: `node_skipped` is not in the spec'],
  },
  {
    it: 'reports events without a name',
    given: ['run_started', { data: {} }, { event: 7 }, { event: null }, 'run_finished'],
    want: [
      'event 2: expected the name of an event at /event, got nothing',
      'event 3: expected the name of an event at /event, got 7',
      'event 4: expected the name of an event at /event, got null',
    ],
  },
  {
    it: 'reports a close without its open',
    given: ['run_started', node('node_finished', 'n1'), 'run_finished'],
    want: ['event 2: got `node_finished` for n1, but `node_started` did not come before it'],
  },
  {
    it: 'reports what must stand inside a pair',
    given: ['run_started', node('node_retry', 'n1'), 'run_finished'],
    want: ['event 2: got `node_retry` for n1, but `node_started` did not come before it'],
  },
  {
    it: 'reports an open that came twice once',
    given: [
      'run_started',
      node('node_started', 'n1'),
      node('node_started', 'n1'),
      node('node_finished', 'n1'),
      'run_finished',
    ],
    want: ['event 3: got `node_started` for n1, which is open since event 2'],
  },
  {
    it: 'opens a pair again after its close',
    given: [
      'run_started',
      node('node_started', 'n1'),
      node('node_finished', 'n1'),
      node('node_started', 'n1'),
      node('node_finished', 'n1'),
      'run_finished',
    ],
    want: [],
  },
  {
    it: 'tells keys of different types apart',
    given: ['run_started', node('node_started', 1), node('node_finished', '1'), 'run_finished'],
    want: [
      'event 3: got `node_finished` for 1, but `node_started` did not come before it',
      'event 2: got `node_started` for 1, but `node_finished` never came',
    ],
  },
  {
    it: 'reports every pair that is left open, first opened first',
    given: ['run_started', node('node_started', 'b'), 'text_chunk', node('node_started', 'a'), 'run_finished', 'ping'],
    want: [
      'event 2: got `node_started` for b, but `node_finished` never came',
      'event 4: got `node_started` for a, but `node_finished` never came',
    ],
  },
  {
    it: 'lets pairs stay open where the sequence says so',
    given: ['run_started', node('node_started', 'n1'), { event: 'run_finished', data: { status: 'aborted' } }, 'ping'],
    want: [],
  },
  {
    it: 'reports events of a pair without a key',
    given: ['run_started', node('node_started', null), { event: 'node_finished' }, 'run_finished'],
    want: ['event 2: `node_started` has no key at /data/id', 'event 3: `node_finished` has no key at /data/id'],
  },
  {
    it: 'judges pairs where the order is wrong, too',
    given: ['run_started', 'run_finished', node('node_finished', 'n1')],
    want: [
      'event 3: got `node_finished` after the end',
      'event 3: got `node_finished` for n1, but `node_started` did not come before it',
    ],
  },
  {
    it: 'reports a constant that changed, and each new value once',
    given: [
      { event: 'run_started', task: 't1', run: null },
      { event: 'text_chunk', task: 't2', run: 'r1' },
      { event: 'text_chunk', task: 't2' },
      { event: 'text_chunk', task: 't1', run: 'r1' },
      { event: 'ping', task: 't3' },
      { event: 'run_finished', task: 't1', run: { id: 'r1' } },
    ],
    want: [
      'event 2: /task changed from "t1" to "t2"',
      'event 5: /task changed from "t1" to "t3"',
      'event 6: /run changed from "r1" to an object with id',
    ],
  },
]

it.each(STREAMS)('$it', ({ given, how, want }) => expect(judge(RUN, given, how)).toEqual(want))

it('writes a violation as one line', () => {
  expect(
    formatViolation({
      kind: 'order',
      position: 7,
      got: 'node_finished',
      key: 'n3',
      expected: ['node_started', 'text_chunk', 'run_finished'],
      mayEnd: false,
    }),
  ).toMatchInlineSnapshot(
    `"event 7: got \`node_finished\` for n3, expected one of \`node_started\`, \`text_chunk\`, \`run_finished\`"`,
  )
})

it('names what may come next', () => {
  const start = startSequence(RUN)
  expect(expectedAfter(RUN, start)).toMatchInlineSnapshot(`
    {
      "free": [
        "ping",
        "tts",
      ],
      "mayEnd": false,
      "names": [
        "error",
        "run_started",
      ],
    }
  `)
  const paused = ['run_started', 'input_required'].reduce(
    (state, event) => stepSequence(RUN, state, { event }).state,
    start,
  )
  expect(expectedAfter(RUN, paused)).toMatchInlineSnapshot(`
    {
      "free": [
        "ping",
        "tts",
      ],
      "mayEnd": false,
      "names": [
        "input_required",
        "run_paused",
      ],
    }
  `)
  const ended = stepSequence(RUN, paused, { event: 'run_paused' }).state
  expect(expectedAfter(RUN, ended)).toMatchInlineSnapshot(`
    {
      "free": [
        "ping",
      ],
      "mayEnd": true,
      "names": [],
    }
  `)
  expect([start, paused, ended].map(isOver)).toEqual([false, false, true])
})

it('names the finest symbol of an event', () => {
  const events = [
    { event: 'run_finished', data: { status: 'stopped' } },
    { event: 'run_finished', data: { status: 'succeeded' } },
    { event: 'run_finished' },
    { event: 'zebra' },
    { event: ['run_finished'] },
    null,
  ]
  expect(events.map((event) => RUN.symbolOf(event))).toEqual([
    'run-stopped',
    'run_finished',
    'run_finished',
    undefined,
    undefined,
    undefined,
  ])
})

it('takes the first finer symbol that matches', () => {
  const sequence = sequenceOf(['step'], {
    symbols: {
      first: { event: 'step', '/n': 1 },
      one: { event: 'step', '/n': [1, 2], '/last': true },
      open: { event: 'step', '/state': null },
    },
    rules: { stream: 'step*' },
  })
  const events = [
    { event: 'step', n: 1, last: true },
    { event: 'step', n: 2, last: true },
    { event: 'step', n: 2 },
    { event: 'step', state: null },
  ]
  expect(events.map((event) => sequence.symbolOf(event))).toEqual(['first', 'one', 'step', 'open'])
})

it('names finer symbols where only they are legal', () => {
  const sequence = sequenceOf(['step', 'end'], {
    symbols: { begins: { event: 'step', '/state': 'on' }, ends: { event: 'step', '/state': 'off' } },
    rules: { stream: '(begins ends)* end' },
  })
  expect(judge(sequence, [{ event: 'step', state: 'off' }, 'end'])).toMatchInlineSnapshot(`
    [
      "event 1: got \`ends\`, expected one of \`begins\`, \`end\`",
    ]
  `)
  expect(
    judge(sequence, [{ event: 'step', state: 'on' }, 'step', { event: 'step', state: 'off' }, 'end']),
  ).toMatchInlineSnapshot(`
    [
      "event 2: got \`step\`, expected \`ends\`",
    ]
  `)
})

it('lets a stream that was joined late begin inside a pair', () => {
  const sequence = sequenceOf(EVENTS, {
    rules: { stream: '(node_started | node_retry | node_finished)* run_finished' },
    pairs: [{ ...PAIR, 'opened-before': true }],
  })
  const late = [node('node_retry', 'n1'), node('node_finished', 'n1'), node('node_finished', 'n2')]
  expect(judge(sequence, [...late, 'run_finished'])).toEqual([])
  expect(
    judge(sequence, [...late, node('node_finished', 'n2'), node('node_retry', 'n1'), 'run_finished']),
  ).toMatchInlineSnapshot(`
    [
      "event 4: got \`node_finished\` for n2, but \`node_started\` did not come before it",
      "event 5: got \`node_retry\` for n1, but \`node_started\` did not come before it",
    ]
  `)
  expect(judge(sequence, [node('node_retry', 'n1'), 'run_finished'])).toMatchInlineSnapshot(`
    [
      "event 1: got \`node_retry\` for n1, but \`node_finished\` never came",
    ]
  `)
})

it('pairs without a key one at a time, and without a close for good', () => {
  const sequence = sequenceOf(EVENTS, {
    rules: { stream: '(node_started | node_finished | input_required | text_chunk)*' },
    pairs: [
      { open: 'node_started', close: ['node_finished', 'error'] },
      { open: 'input_required', inside: 'text_chunk', key: '/id' },
    ],
  })
  const told = { event: 'input_required', id: 1 }
  expect(judge(sequence, ['node_started', 'node_finished', told, { event: 'text_chunk', id: 1 }, told])).toEqual([])
  expect(judge(sequence, ['node_started', 'node_started', { event: 'text_chunk', id: 2 }])).toMatchInlineSnapshot(`
    [
      "event 2: got \`node_started\`, which is open since event 1",
      "event 3: got \`text_chunk\` for 2, but \`input_required\` did not come before it",
      "event 1: got \`node_started\`, but \`node_finished\` or \`error\` never came",
    ]
  `)
})

it('may end wherever the rules may, and after that takes only what may come after', () => {
  const sequence = sequenceOf(EVENTS, { rules: { stream: 'text_chunk*' }, after: ['ping'] })
  expect(judge(sequence, ['text_chunk', 'text_chunk', 'ping', 'ping'])).toEqual([])
  expect(judge(sequence, ['ping', 'text_chunk'])).toMatchInlineSnapshot(`
    [
      "event 2: got \`text_chunk\` after the end",
    ]
  `)
  expect(judge(sequence, ['text_chunk', 'error', 'text_chunk'])).toMatchInlineSnapshot(`
    [
      "event 2: got \`error\`, expected \`text_chunk\` or the end",
    ]
  `)
})

it('leaves the state it is given as it was', () => {
  const open = (id: string) => node('node_started', id)
  const close = (id: string) => node('node_finished', id)
  const run = stepSequence(RUN, startSequence(RUN), { event: 'run_started' }).state
  const one = stepSequence(RUN, run, open('n1')).state
  const two = stepSequence(RUN, one, open('n2')).state
  const closed = stepSequence(RUN, two, close('n1')).state
  const opensAgain = [run, one, two, closed, one, run, closed].map(
    (state) => stepSequence(RUN, state, open('n1')).violations.length,
  )
  expect(opensAgain).toEqual([0, 1, 1, 0, 1, 0, 0])
})

it('judges 100,000 events, wrong ones and open pairs included, in time', () => {
  const events = Array.from({ length: 100_000 }, (_, index) =>
    index % 10 === 0 ? named('run_paused') : node('node_started', index),
  )
  let state = stepSequence(RUN, startSequence(RUN), { event: 'run_started' }).state
  let count = 0
  for (const event of events) {
    const step = stepSequence(RUN, state, event)
    state = step.state
    count += step.violations.length
  }
  expect(count).toBe(10_000)
})
