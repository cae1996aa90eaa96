import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { FlowproofError } from '../../src/errors.ts'
import { compileLifecycle } from '../../src/spec/lifecycle.ts'

const RESPONSES = new Map([
  ['200', {}],
  ['500', {}],
])
const OPERATIONS = new Map([
  ['startTask', { parameters: [], requestBody: {}, responses: RESPONSES }],
  ['getTask', { parameters: [{ name: 'task_id' }], requestBody: undefined, responses: RESPONSES }],
  ['cancelTask', { parameters: [{ name: 'task_id' }], requestBody: undefined, responses: RESPONSES }],
])

const TASK = {
  start: [{ operation: 'startTask', id: '/id' }],
  status: { operation: 'getTask', parameter: 'task_id', state: '/status' },
  initial: ['waiting'],
  moves: { waiting: ['running'], running: ['done', 'failed'] },
  terminal: ['done', 'failed'],
}

/** Compiles a lifecycle; the line of a pointer is found in its YAML text, key after key. */
function compile(given: Readonly<Record<string, unknown>>) {
  const source = { ...TASK, ...given }
  const lines = stringify(source).split('\n')
  const lineOf = (pointer: string) => {
    const keys = pointer.split('/').map((key) => `${key.replaceAll('~1', '/')}:`)
    return keys.reduce((line, key) => {
      const next = lines.findIndex((text, index) => index >= line && text.includes(key))
      return next === -1 ? line : next + 1
    }, 0)
  }
  const where = (pointer: string) => ({ file: 'api.yaml', line: Math.max(1, lineOf(pointer)), pointer })
  return compileLifecycle('task', source, { operations: OPERATIONS, where })
}

const CASES = [
  {
    it: 'refuses an unknown key',
    given: { initials: ['waiting'] },
    want: 'Failed to load lifecycle `task`: `initials` is no key here. Did you mean `initial`? (api.yaml:19#/initials)',
  },
  {
    it: 'refuses a missing key',
    given: { status: undefined },
    want: 'Failed to load lifecycle `task`: it has no `status`. Add `status`. (api.yaml:1)',
  },
  {
    it: 'refuses no start',
    given: { start: [] },
    want: 'Failed to load lifecycle `task`: no operation starts the job. Write `start: [{ operation: …, id: /… }]`. (api.yaml:1#/start)',
  },
  {
    it: 'refuses an unknown operation',
    given: { start: [{ operation: 'statTask', id: '/id' }] },
    want: 'Failed to load lifecycle `task`: there is no operation `statTask`. Did you mean `startTask`? (api.yaml:2#/start/0/operation)',
  },
  {
    it: 'refuses a start without an id',
    given: { start: [{ operation: 'startTask' }] },
    want: 'Failed to load lifecycle `task`: `/start/0` has no `id`. Add `id`. (api.yaml:1#/start/0)',
  },
  {
    it: 'refuses an unknown parameter',
    given: { status: { operation: 'getTask', parameter: 'taskId', state: '/status' } },
    want: 'Failed to load lifecycle `task`: the operation `getTask` has no parameter `taskId`. Did you mean `task_id`? (api.yaml:6#/status/parameter)',
  },
  {
    it: 'refuses a parameter where there is none',
    given: { stream: { operation: 'startTask', parameter: 'task_id' } },
    want: 'Failed to load lifecycle `task`: the operation `startTask` has no parameter `task_id`. Remove it. (api.yaml:21#/stream/parameter)',
  },
  {
    it: 'refuses a state that is no pointer',
    given: { status: { operation: 'getTask', parameter: 'task_id', state: 'status' } },
    want: 'Failed to load lifecycle `task`: "status" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:7#/status/state)',
  },
  {
    it: 'refuses a stop that leads nowhere',
    given: { stop: { operation: 'cancelTask', parameter: 'task_id', 'leads-to': [] } },
    want: 'Failed to load lifecycle `task`: `/stop/leads-to` names no state. Name at least one. (api.yaml:22#/stop/leads-to)',
  },
  {
    it: 'refuses a stop that leads to an unknown state',
    given: { stop: { operation: 'cancelTask', parameter: 'task_id', 'leads-to': ['stopped'] } },
    want: 'Failed to load lifecycle `task`: `stopped` has no moves and is not terminal. Use one of `waiting`, `running`, `done`, `failed`. (api.yaml:22#/stop/leads-to/0)',
  },
  {
    it: 'refuses a stop that is told no job',
    given: { stop: { operation: 'cancelTask', 'leads-to': ['failed'] } },
    want: 'Failed to load lifecycle `task`: `/stop` must say once where the operation takes the id of the job. Add either `parameter: …` or `body: /…`. (api.yaml:19#/stop)',
  },
  {
    it: 'refuses a stop that is told the job twice',
    given: { stop: { operation: 'startTask', parameter: 'task_id', body: '/task_id', 'leads-to': ['failed'] } },
    want: 'Failed to load lifecycle `task`: `/stop` must say once where the operation takes the id of the job. Add either `parameter: …` or `body: /…`. (api.yaml:19#/stop)',
  },
  {
    it: 'refuses a member of a body that is not taken',
    given: { stop: { operation: 'cancelTask', body: '/task_id', 'leads-to': ['failed'] } },
    want: 'Failed to load lifecycle `task`: the operation `cancelTask` takes no body. Describe its `requestBody`, or name a `parameter`. (api.yaml:21#/stop/body)',
  },
  {
    it: 'refuses a member of a body that is no pointer',
    given: { stop: { operation: 'startTask', body: 'task_id', 'leads-to': ['failed'] } },
    want: 'Failed to load lifecycle `task`: "task_id" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:21#/stop/body)',
  },
  {
    it: 'refuses a refusal that tells an unknown state',
    given: { status: { ...TASK.status, refusals: { faild: { status: 500 } } } },
    want: 'Failed to load lifecycle `task`: `faild` has no moves and is not terminal. Did you mean `failed`? (api.yaml:9#/status/refusals/faild)',
  },
  {
    it: 'refuses a refusal without a status',
    given: { status: { ...TASK.status, refusals: { failed: { '/code': 'FAILED' } } } },
    want: 'Failed to load lifecycle `task`: a refusal has a status from 400 to 599, and this is none. Write one, such as 500. (api.yaml:9#/status/refusals/failed/status)',
  },
  {
    it: 'refuses a refusal that is a success',
    given: { status: { ...TASK.status, refusals: { failed: { status: 200 } } } },
    want: 'Failed to load lifecycle `task`: a refusal has a status from 400 to 599, and this is none. Write one, such as 500. (api.yaml:10#/status/refusals/failed/status)',
  },
  {
    it: 'refuses a refusal that the operation does not promise',
    given: { status: { ...TASK.status, refusals: { failed: { status: 408 } } } },
    want: 'Failed to load lifecycle `task`: the operation `getTask` promises no answer with status 408. Describe it under `responses`, or correct the status. (api.yaml:10#/status/refusals/failed/status)',
  },
  {
    it: 'refuses a condition that is neither a pointer nor the status',
    given: { status: { ...TASK.status, refusals: { failed: { status: 500, code: 'FAILED' } } } },
    want: 'Failed to load lifecycle `task`: `code` is neither `status` nor a JSON Pointer. Did you mean `/code`? (api.yaml:11#/status/refusals/failed/code)',
  },
  {
    it: 'refuses conditions of a fresh start that are none',
    given: { start: [{ operation: 'startTask', id: '/id', fresh: { '/mode': ['background', {}] } }] },
    want: 'Failed to load lifecycle `task`: a condition compares with constants, and this is none. Write a text, a number, true, false, null or a list of them. (api.yaml:5#/start/0/fresh/~1mode)',
  },
  {
    it: 'refuses an unknown initial state',
    given: { initial: ['wating'] },
    want: 'Failed to load lifecycle `task`: `wating` has no moves and is not terminal. Did you mean `waiting`? (api.yaml:8#/initial/0)',
  },
  {
    it: 'refuses a move to an unknown state',
    given: { moves: { ...TASK.moves, running: ['done', 'faild'] } },
    want: 'Failed to load lifecycle `task`: `faild` has no moves and is not terminal. Did you mean `failed`? (api.yaml:13#/moves/running/1)',
  },
  {
    it: 'refuses a move that is no list',
    given: { moves: { waiting: 'running' } },
    want: 'Failed to load lifecycle `task`: `/moves/waiting` is not a list. Put it in `[ ]`. (api.yaml:11#/moves/waiting)',
  },
  {
    it: 'refuses moves from a terminal state',
    given: { moves: { ...TASK.moves, done: ['waiting'] } },
    want: 'Failed to load lifecycle `task`: `done` is terminal, but has moves. Remove it from `terminal`, or its moves. (api.yaml:16#/moves/done)',
  },
  {
    it: 'refuses a state that nothing leads to',
    given: { moves: { ...TASK.moves, paused: ['running'] } },
    want: 'Failed to load lifecycle `task`: no initial state leads to `paused`. Add the move that leads to it, or remove it. (api.yaml:16#/moves/paused)',
  },
  {
    it: 'refuses an end that nothing leads to',
    given: { terminal: ['done', 'stopped', 'failed'] },
    want: 'Failed to load lifecycle `task`: no initial state leads to `stopped`. Add the move that leads to it, or remove it. (api.yaml:16#/terminal/1)',
  },
  {
    it: 'refuses a state that never ends',
    given: { moves: { waiting: ['running', 'stuck'], running: ['done', 'failed'], stuck: ['stuck'] } },
    want: 'Failed to load lifecycle `task`: a job in state `stuck` never ends: no terminal state can be reached. Add the move that ends it. (api.yaml:17#/moves/stuck)',
  },
  {
    it: 'refuses a constant that is no pointer',
    given: { constant: ['/id', 'owner'] },
    want: 'Failed to load lifecycle `task`: "owner" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:19#/constant/1)',
  },
  {
    it: 'refuses a bound that is no pointer',
    given: { bound: { output: { in: ['done'] } } },
    want: 'Failed to load lifecycle `task`: "output" is no JSON Pointer. Start it with `/`, and write `~0` for `~` and `~1` for `/` inside a name. (api.yaml:20#/bound/output)',
  },
  {
    it: 'refuses a bound to an unknown state',
    given: { bound: { '/output': { in: ['done', 'ended'] } } },
    want: 'Failed to load lifecycle `task`: `ended` has no moves and is not terminal. Use one of `waiting`, `running`, `done`, `failed`. (api.yaml:21#/bound/~1output/in/1)',
  },
  {
    it: 'refuses a bound to nothing',
    given: { bound: { '/output': { required: true } } },
    want: 'Failed to load lifecycle `task`: `/bound/~1output` has no `in`. Add `in`. (api.yaml:20#/bound/~1output)',
  },
  {
    it: 'refuses a flag that is none',
    given: { bound: { '/output': { in: ['done'], required: 'yes' } } },
    want: 'Failed to load lifecycle `task`: `/bound/~1output/required` is neither true nor false. Write `true` or `false`. (api.yaml:23#/bound/~1output/required)',
  },
]

it.each(CASES)('$it', ({ given, want }) => expect(refusalOf(given)).toBe(want))

function refusalOf(given: Readonly<Record<string, unknown>>): string {
  try {
    compile(given)
  } catch (error) {
    if (error instanceof FlowproofError && error.code === 'spec-invalid') return error.message
    throw error
  }
  return 'no refusal'
}

it('refuses what is no map', () => {
  const where = () => ({ file: 'api.yaml', line: 3 })
  expect(() => compileLifecycle('task', [], { operations: OPERATIONS, where })).toThrowErrorMatchingInlineSnapshot(
    `[FlowproofError: Failed to load lifecycle \`task\`: it is not a map. Write keys and values. (api.yaml:3)]`,
  )
})

it('knows a lifecycle that is documented from one that is inferred', () => {
  expect(compile({}).assumed).toBe(false)
  expect(compile({ 'x-assumed': 'No document says it.' }).assumed).toBe(true)
})
