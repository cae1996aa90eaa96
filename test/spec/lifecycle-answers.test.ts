import { expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  compileLifecycle,
  formatLifecycleViolation,
  type JobAnswer,
  jobStateIn,
  type Lifecycle,
  observeLifecycle,
  observeStart,
  type StartAnswer,
  startLifecycle,
} from '../../src/spec/lifecycle.ts'

const RESPONSES = new Map(['200', '408', '5XX'].map((status) => [status, {}]))
const TASK = compileTask(`
start:
  - { operation: runTask, id: /task_id, fresh: { /mode: [background, queue], /dry: false } }
  - { operation: queueTask, id: /task_id, fresh: true }
status:
  operation: getTask
  parameter: task_id
  state: /status
  refusals:
    FAILED: { status: 500, /detail/code: TASK_FAILED }
    TIMED_OUT: { status: 408 }
stop: { operation: stopTask, body: /task_id, id: /task_id, leads-to: [CANCELLED] }
initial: [PENDING]
moves: { PENDING: [RUNNING], RUNNING: [COMPLETED, FAILED, TIMED_OUT, CANCELLED] }
terminal: [COMPLETED, FAILED, TIMED_OUT, CANCELLED]
constant: [/task_id]
once: [/started_at]
bound: { /output: { in: [COMPLETED], required: true } }
`)

function compileTask(text: string): Lifecycle {
  const operation = { parameters: [{ name: 'task_id' }], requestBody: {}, responses: RESPONSES }
  return compileLifecycle('task', parse(text), {
    operations: new Map(['runTask', 'queueTask', 'getTask', 'stopTask'].map((id) => [id, operation])),
    where: (pointer) => ({ file: 'api.yaml', pointer }),
  })
}

const ok = (status: string, rest: object = {}): JobAnswer => ({ status: 200, body: { status, ...rest } })
const FAILED: JobAnswer = { status: 500, body: { detail: { code: 'TASK_FAILED' } } }
const BROKEN: JobAnswer = { status: 500, body: 'Internal Server Error' }

function judge(answers: readonly JobAnswer[], start?: StartAnswer): readonly string[] {
  const first = start ? observeStart(TASK, start) : { state: startLifecycle(), violations: [] }
  let { state } = first
  const violations = [...first.violations]
  for (const answer of answers) {
    const step = observeLifecycle(TASK, state, answer)
    state = step.state
    violations.push(...step.violations)
  }
  return violations.map(formatLifecycleViolation)
}

const JOBS: readonly { it: string; given: readonly JobAnswer[]; want: readonly string[] }[] = [
  { it: 'takes a refusal for the state that it tells', given: [ok('RUNNING'), FAILED, FAILED], want: [] },
  {
    it: 'takes any body for a refusal that asks for none',
    given: [ok('RUNNING'), { status: 408, body: '' }],
    want: [],
  },
  {
    it: 'lets nothing follow a final state that a refusal told',
    given: [FAILED, ok('RUNNING')],
    want: ['poll 2: `RUNNING` after `FAILED`, which is final'],
  },
  {
    it: 'lets no refusal follow a final state',
    given: [ok('CANCELLED'), FAILED],
    want: ['poll 2: `FAILED` after `CANCELLED`, which is final'],
  },
  {
    it: 'asks of a refusal nothing but the state',
    given: [ok('RUNNING', { task_id: 't', started_at: 7 }), { status: 408, body: { task_id: 'u' } }],
    want: [],
  },
  {
    it: 'passes over answers that tell nothing of the job',
    given: [
      ok('RUNNING'),
      BROKEN,
      { status: 429, body: {} },
      { status: 404, body: { status: 'PENDING' } },
      ok('PENDING'),
    ],
    want: ['poll 2: `PENDING` after `RUNNING`, which leads only to `COMPLETED`, `FAILED`, `TIMED_OUT`, `CANCELLED`'],
  },
  {
    it: 'expects a success to show the job',
    given: [{ status: 200, body: {} }, ok('COMPLETED')],
    want: [
      'poll 1: expected a state at /status, got nothing',
      'poll 2: /output is nothing in `COMPLETED`, where it must be set',
    ],
  },
]
it.each(JOBS)('$it', ({ given, want }) => expect(judge(given)).toEqual(want))

const STARTS: readonly { it: string; start: StartAnswer; polls?: readonly JobAnswer[]; want: readonly string[] }[] = [
  {
    it: 'expects an initial state of a fresh start',
    start: { operation: 'queueTask', request: {}, ...ok('RUNNING') },
    want: ['start: `RUNNING` at the start, expected `PENDING`'],
  },
  {
    it: 'knows a fresh start by its request',
    start: { operation: 'runTask', request: { mode: 'queue', dry: false }, ...ok('COMPLETED') },
    want: ['start: `COMPLETED` at the start, expected `PENDING`'],
  },
  {
    it: 'expects a known state of a fresh start',
    start: { operation: 'queueTask', request: {}, ...ok('pending') },
    want: [
      'start: the state `pending` is not in the spec, which has `PENDING`, `RUNNING`, `COMPLETED`, `FAILED`, `TIMED_OUT`, `CANCELLED`',
    ],
  },
  {
    it: 'lets a start that waits answer in any state, and without what polls must show',
    start: { operation: 'runTask', request: { mode: 'sync', dry: false }, ...ok('COMPLETED') },
    want: [],
  },
  {
    it: 'lets a start that waits answer in words of its own',
    start: { operation: 'runTask', request: { mode: 'sync' }, ...ok('fine') },
    want: [],
  },
  {
    it: 'goes on from the state that a start told',
    start: { operation: 'runTask', request: undefined, ...ok('COMPLETED') },
    polls: [ok('RUNNING')],
    want: ['poll 1: `RUNNING` after `COMPLETED`, which is final'],
  },
  {
    it: 'asks nothing of a fresh start that tells no state, nor of the poll after it',
    start: { operation: 'queueTask', request: {}, status: 202, body: { task_id: 't' } },
    polls: [ok('RUNNING')],
    want: [],
  },
  {
    it: 'asks nothing of a start that was refused',
    start: { operation: 'queueTask', request: {}, status: 400, body: { status: 'RUNNING' } },
    want: [],
  },
]
it.each(STARTS)('$it', ({ start, polls = [], want }) => expect(judge(polls, start)).toEqual(want))

it.each([
  { it: 'a success', answer: ok('RUNNING'), want: 'RUNNING' },
  { it: 'a success with an unknown state', answer: ok('PAUSED'), want: 'PAUSED' },
  { it: 'a refusal', answer: FAILED, want: 'FAILED' },
  { it: 'another refusal', answer: BROKEN, want: undefined },
  { it: 'a success without a state', answer: { status: 200, body: null }, want: undefined },
])('reads $want from $it', ({ answer, want }) => expect(jobStateIn(TASK, answer)).toBe(want))

it('tells how a job is stopped, and what refusals tell', () => {
  expect(TASK.stop).toEqual({ operation: 'stopTask', body: '/task_id', id: '/task_id', leadsTo: ['CANCELLED'] })
  expect(TASK.status.refusals).toEqual([
    { state: 'FAILED', status: 500, when: [{ pointer: '/detail/code', values: ['TASK_FAILED'] }] },
    { state: 'TIMED_OUT', status: 408, when: [] },
  ])
  expect(TASK.start.map(({ fresh }) => fresh)).toEqual([
    [
      { pointer: '/mode', values: ['background', 'queue'] },
      { pointer: '/dry', values: [false] },
    ],
    [],
  ])
})
