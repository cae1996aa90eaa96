import { expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  compileLifecycle,
  formatLifecycleViolation,
  type Lifecycle,
  startLifecycle,
  stepLifecycle,
} from '../../src/spec/lifecycle.ts'

const RESPONSES = new Map(['200', '408', '5XX'].map((status) => [status, {}]))
const OPERATIONS = new Map([
  ['startTask', { parameters: [], requestBody: {}, responses: RESPONSES }],
  ['getTask', { parameters: [{ name: 'task_id' }, { name: 'verbose' }], requestBody: undefined, responses: RESPONSES }],
  ['cancelTask', { parameters: [{ name: 'task_id' }], requestBody: {}, responses: RESPONSES }],
])

const TASK = compileTask(`
description: One execution in the background.
start: [{ operation: startTask, id: /task_id }]
status: { operation: getTask, parameter: task_id, state: /status }
stop: { operation: cancelTask, parameter: task_id, leads-to: [CANCELLED] }
stream: { operation: getTask, parameter: task_id }
initial: [PENDING]
moves:
  PENDING: [RUNNING, CANCELLED]
  RUNNING: [COMPLETED, FAILED, CANCELLED, WAITING]
  WAITING: [RUNNING]
terminal: [COMPLETED, FAILED, CANCELLED]
constant: [/task_id, /owner]
rising: [/progress]
once: [/started_at]
bound:
  /final_output: { in: [COMPLETED], required: true }
  /error: { in: [FAILED, CANCELLED] }
`)

function compileTask(text: string): Lifecycle {
  return compileLifecycle('task', parse(text), {
    operations: OPERATIONS,
    where: (pointer) => ({ file: 'api.yaml', pointer }),
  })
}

type Answer = Readonly<Record<string, unknown>> | string | null

/** Judges answers about one job; a text stands for an answer in that state with what the state asks for. */
function judge(answers: readonly Answer[], options?: { readonly fresh: boolean }): readonly string[] {
  let state = startLifecycle(options)
  return answers.flatMap((answer) => {
    const body = typeof answer === 'string' ? bodyOf(answer) : answer
    const step = stepLifecycle(TASK, state, body)
    state = step.state
    return step.violations.map(formatLifecycleViolation)
  })
}

function bodyOf(status: string): Answer {
  return { status, final_output: status === 'COMPLETED' ? { response: '' } : null }
}

const JOBS: readonly { it: string; given: readonly Answer[]; fresh?: boolean; want: readonly string[] }[] = [
  { it: 'follows a job to its end', given: ['PENDING', 'PENDING', 'RUNNING', 'COMPLETED', 'COMPLETED'], want: [] },
  { it: 'lets moves happen between two polls', given: ['PENDING', 'FAILED'], want: [] },
  { it: 'lets a job go back where moves lead back', given: ['WAITING', 'RUNNING', 'WAITING', 'COMPLETED'], want: [] },
  { it: 'may see a late state first', given: ['COMPLETED'], want: [] },
  {
    it: 'expects an initial state of a fresh job',
    given: ['RUNNING', 'COMPLETED'],
    fresh: true,
    want: ['poll 1: `RUNNING` at the start, expected `PENDING`'],
  },
  { it: 'is content with an initial state of a fresh job', given: ['PENDING', 'COMPLETED'], fresh: true, want: [] },
  {
    it: 'lets nothing follow a final state',
    given: ['RUNNING', 'FAILED', 'COMPLETED', 'COMPLETED'],
    want: ['poll 3: `COMPLETED` after `FAILED`, which is final'],
  },
  {
    it: 'says what a state leads to',
    given: ['RUNNING', 'PENDING'],
    want: ['poll 2: `PENDING` after `RUNNING`, which leads only to `COMPLETED`, `FAILED`, `CANCELLED`, `WAITING`'],
  },
  {
    it: 'reports one wrong answer once',
    given: ['RUNNING', 'FAILED', 'COMPLETED', 'FAILED'],
    want: ['poll 3: `COMPLETED` after `FAILED`, which is final'],
  },
  {
    it: 'reports the same wrong move once',
    given: ['RUNNING', 'PENDING', 'RUNNING', 'PENDING'],
    want: ['poll 2: `PENDING` after `RUNNING`, which leads only to `COMPLETED`, `FAILED`, `CANCELLED`, `WAITING`'],
  },
  {
    it: 'reports an unknown state as drift',
    given: ['RUNNING', 'PAUSED', 'PAUSED', 'PENDING'],
    want: [
      'poll 2: the state `PAUSED` is not in the spec, which has `PENDING`, `RUNNING`, `WAITING`, `COMPLETED`, `FAILED`, `CANCELLED`',
      'poll 4: `PENDING` after `RUNNING`, which leads only to `COMPLETED`, `FAILED`, `CANCELLED`, `WAITING`',
    ],
  },
  {
    it: 'reports a missing state',
    given: [{ state: 'RUNNING' }, { status: 7 }, 'RUNNING'],
    want: ['poll 1: expected a state at /status, got nothing'],
  },
  {
    it: 'reports a constant that changed, and each new value once',
    given: [
      { status: 'RUNNING', task_id: 't1', owner: null },
      { status: 'RUNNING', task_id: 't2', owner: null },
      { status: 'RUNNING', task_id: 't2' },
      { status: 'RUNNING', task_id: 't1', owner: 'o1' },
    ],
    want: ['poll 2: /task_id changed from "t1" to "t2"', 'poll 4: /owner changed from null to "o1"'],
  },
  {
    it: 'reports what falls',
    given: [0, null, 33.3, 33.3, '10', 33.2, 50, 49].map((progress) => ({ status: 'RUNNING', progress })),
    want: ['poll 6: /progress fell from 33.3 to 33.2', 'poll 8: /progress fell from 50 to 49'],
  },
  {
    it: 'reports what is set twice',
    given: [undefined, null, 5, 5, 6, 6, null, 5].map((started_at) => ({ status: 'RUNNING', started_at })),
    want: [
      'poll 5: /started_at was 5 and is 6 now, but is set only once',
      'poll 7: /started_at was 5 and is null now, but is set only once',
    ],
  },
  {
    it: 'reports a value in a state that it is not bound to, once',
    given: [
      { status: 'RUNNING', final_output: {}, error: '' },
      { status: 'RUNNING', final_output: { response: 'x' }, error: null },
      { status: 'FAILED', final_output: null, error: 'no model' },
    ],
    want: [
      'poll 1: /final_output is an empty object in `RUNNING`, but is set only in `COMPLETED`',
      'poll 1: /error is "" in `RUNNING`, but is set only in `FAILED`, `CANCELLED`',
    ],
  },
  {
    it: 'reports a value that is missing in a state that it is bound to',
    given: [{ status: 'COMPLETED', final_output: null }, { status: 'COMPLETED' }],
    want: ['poll 1: /final_output is null in `COMPLETED`, where it must be set'],
  },
  { it: 'asks nothing of a bound value that is not required', given: [{ status: 'FAILED' }], want: [] },
  {
    it: 'judges an answer that is no object',
    given: [null, 'RUNNING'],
    want: ['poll 1: expected a state at /status, got nothing'],
  },
]

it.each(JOBS)('$it', ({ given, fresh = false, want }) => expect(judge(given, { fresh })).toEqual(want))

it('tells what a lifecycle is made of', () => {
  const { reachable, moves, ...rest } = TASK
  expect(rest).toMatchInlineSnapshot(`
    {
      "assumed": false,
      "bound": [
        {
          "in": [
            "COMPLETED",
          ],
          "pointer": "/final_output",
          "required": true,
        },
        {
          "in": [
            "FAILED",
            "CANCELLED",
          ],
          "pointer": "/error",
          "required": false,
        },
      ],
      "constant": [
        "/task_id",
        "/owner",
      ],
      "description": "One execution in the background.",
      "initial": [
        "PENDING",
      ],
      "kind": "task",
      "once": [
        "/started_at",
      ],
      "rising": [
        "/progress",
      ],
      "start": [
        {
          "fresh": undefined,
          "id": "/task_id",
          "operation": "startTask",
        },
      ],
      "status": {
        "operation": "getTask",
        "parameter": "task_id",
        "refusals": [],
        "state": "/status",
      },
      "stop": {
        "id": undefined,
        "leadsTo": [
          "CANCELLED",
        ],
        "operation": "cancelTask",
        "parameter": "task_id",
      },
      "stream": {
        "operation": "getTask",
        "parameter": "task_id",
      },
      "terminal": [
        "COMPLETED",
        "FAILED",
        "CANCELLED",
      ],
    }
  `)
  expect([...reachable].map(([state, later]) => `${state}: ${[...later].join(' ')}`)).toMatchInlineSnapshot(`
    [
      "PENDING: PENDING RUNNING CANCELLED COMPLETED FAILED WAITING",
      "RUNNING: RUNNING COMPLETED FAILED CANCELLED WAITING",
      "WAITING: WAITING RUNNING COMPLETED FAILED CANCELLED",
      "COMPLETED: COMPLETED",
      "FAILED: FAILED",
      "CANCELLED: CANCELLED",
    ]
  `)
  expect(moves.get('WAITING')).toEqual(['RUNNING'])
})
