import { expect, it } from 'vitest'
import type { StreamEvent } from '../../../src/generated/dify.ts'
import { stopAt } from '../../../src/run/stop-at.ts'
import { tell } from './tell.ts'

/** Names of events, chunks of one text as one. */
function namesOf(events: readonly StreamEvent[]): string[] {
  const names = events.map(({ event }) => event)
  return names.filter((name, index) => !/_chunk$/.test(name) || name !== names[index - 1])
}

const END = ['node_started', 'node_finished', 'workflow_finished']
const START = ['workflow_started', 'node_started', 'node_finished']
const STREAMED = ['node_started', 'text_chunk', 'node_finished']
const ORDERS = [
  { it: 'a model between start and end', name: 'answer', names: [...START, ...STREAMED, ...END] },
  {
    it: 'a failed node, and nothing after it',
    name: 'node-failure',
    names: [...START, 'node_started', 'node_finished', 'workflow_finished'],
  },
  {
    it: 'retries inside of their node',
    name: 'retry',
    names: [...START, 'node_started', 'node_retry', 'node_retry', 'node_finished', ...STREAMED, ...END],
  },
  {
    it: 'an iteration in order, its text after its end',
    name: 'iteration',
    names: [
      ...START,
      ...['node_started', 'node_finished', 'iteration_started'],
      ...Array(3).fill(['iteration_next', 'node_started', 'node_finished']).flat(),
      ...['iteration_completed', 'text_chunk', ...END],
    ],
  },
  {
    it: 'a parallel iteration: all rounds first, then each item at once',
    name: 'parallel-iteration',
    names: [
      ...[...START, 'iteration_started', ...Array(4).fill('iteration_next')],
      ...Array(4).fill(['node_started', 'node_finished']).flat(),
      ...['iteration_completed', 'node_started', 'text_chunk', 'node_finished', ...END],
    ],
  },
  { it: 'no event of an iteration over nothing', name: 'empty-list', names: [...START, 'text_chunk', ...END] },
  {
    it: 'a loop that breaks, without a round after its last',
    name: 'loop',
    names: [
      ...[...START, 'loop_started', ...Array(2).fill(['node_started', 'node_finished']).flat()],
      ...Array(2)
        .fill(['loop_next', ...Array(2).fill(['node_started', 'node_finished']).flat()])
        .flat(),
      ...['loop_completed', 'text_chunk', ...END],
    ],
  },
  {
    it: 'a loop that runs all its rounds, with one more',
    name: 'loop-without-break',
    names: [
      ...[...START, 'loop_started'],
      ...Array(3).fill(['node_started', 'node_finished', 'loop_next']).flat(),
      ...['loop_completed', ...STREAMED, ...END],
    ],
  },
  {
    it: 'a loop whose condition holds at once',
    name: 'break-at-once',
    names: [...START, 'loop_started', 'loop_completed', 'text_chunk', ...END],
  },
  {
    it: 'a form, then the pause',
    name: 'human-input',
    names: [...START, 'node_started', 'node_finished', 'node_started', 'human_input_required', 'workflow_paused'],
  },
]
it.each(ORDERS)('tells $it', ({ name, names }) => expect(namesOf(tell(name).events())).toEqual(names))

it('ends a stopped run without ends of what was in flight', () => {
  const { events, moments } = tell('answer')
  const told = events(stopAt(moments(), 600, 'Aborted: User requested stop'))
  expect(namesOf(told)).toEqual([...START, 'node_started', 'text_chunk', 'workflow_finished'])
  const error = 'Aborted: User requested stop'
  expect(told.at(-1)).toMatchObject({ data: { status: 'stopped', outputs: {}, error, exceptions_count: 0 } })
})

const COUNTS = [
  { name: 'answer', status: 'succeeded', total_steps: 3, exceptions_count: 0, error: null },
  { name: 'retry', status: 'partial-succeeded', total_steps: 6, exceptions_count: 2, error: null },
  { name: 'handled-failure', status: 'partial-succeeded', total_steps: 5, exceptions_count: 2, error: null },
  {
    name: 'node-failure',
    status: 'failed',
    total_steps: 2,
    exceptions_count: 1,
    error: 'Request failed with status code 503',
  },
  { name: 'iteration', status: 'succeeded', total_steps: 4, exceptions_count: 0, error: null },
  { name: 'iteration-failure', status: 'succeeded', total_steps: 4, exceptions_count: 0, error: null },
  { name: 'loop', status: 'succeeded', total_steps: 3, exceptions_count: 0, error: null },
  { name: 'parallel-branches', status: 'succeeded', total_steps: 7, exceptions_count: 0, error: null },
]
it.each(COUNTS)('counts the steps and failures of $name', ({ name, ...counts }) => {
  expect(tell(name).events().at(-1)).toMatchObject({ event: 'workflow_finished', data: counts })
})

it('writes the fields of each event in the order of the wire', () => {
  const scenarios = ['retry', 'iteration', 'loop', 'documents-and-tool', 'human-input']
  const events = scenarios.flatMap((name) => tell(name).events())
  const keys = Object.fromEntries(events.map((event) => [event.event, 'data' in event ? Object.keys(event.data) : []]))
  const shared = ['id', 'node_id', 'node_type', 'title', 'index', 'predecessor_node_id', 'inputs', 'inputs_truncated']
  const places = ['iteration_id', 'loop_id']
  const node = [
    ...[...shared, 'process_data', 'process_data_truncated', 'outputs', 'outputs_truncated', 'status', 'error'],
    ...['elapsed_time', 'execution_metadata', 'created_at', 'finished_at', 'files', ...places],
  ]
  const group = ['id', 'node_id', 'node_type', 'title']
  const begun = [...group, 'created_at', 'extras', 'metadata', 'inputs', 'inputs_truncated']
  const done = [
    ...[...group, 'outputs', 'outputs_truncated', 'created_at', 'extras', 'inputs', 'inputs_truncated', 'status'],
    ...['error', 'elapsed_time', 'total_tokens', 'execution_metadata', 'finished_at', 'steps'],
  ]
  const totals = ['elapsed_time', 'total_tokens', 'total_steps']
  expect(keys).toEqual({
    workflow_started: ['id', 'workflow_id', 'inputs', 'created_at', 'reason'],
    node_started: [...shared, 'created_at', 'extras', ...places, 'agent_strategy'],
    node_finished: node,
    node_retry: [...node, 'retry_index'],
    iteration_started: begun,
    iteration_next: [...group, 'index', 'created_at', 'extras'],
    iteration_completed: done,
    loop_started: begun,
    loop_next: [...group, 'index', 'created_at', 'pre_loop_output', 'extras'],
    loop_completed: done,
    text_chunk: ['text', 'from_variable_selector'],
    reasoning_chunk: ['message_id', 'reasoning', 'node_id', 'is_final'],
    agent_log: ['node_execution_id', 'id', 'label', 'parent_id', 'error', 'status', 'data', 'metadata', 'node_id'],
    human_input_required: [
      ...['form_id', 'node_id', 'node_title', 'form_content', 'inputs', 'actions', 'display_in_ui', 'form_token'],
      ...['approval_channels', 'resolved_default_values', 'expiration_time'],
    ],
    workflow_paused: ['workflow_run_id', 'paused_nodes', 'outputs', 'reasons', 'status', 'created_at', ...totals],
    workflow_finished: [
      ...['id', 'workflow_id', 'status', 'outputs', 'error', ...totals, 'created_by', 'created_at', 'finished_at'],
      ...['exceptions_count', 'files'],
    ],
  })
  const tops = new Set(events.map((event) => Object.keys(event).join()))
  expect([...tops]).toEqual(['event,workflow_run_id,task_id,data'])
})
