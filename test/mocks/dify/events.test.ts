import { expect, it } from 'vitest'
import type { StreamEvent } from '../../../src/generated/dify.ts'
import { stopAt } from '../../../src/run/stop-at.ts'
import { eventsNamed, textsOf } from './client.ts'
import { tell } from './tell.ts'

/** Names of events, chunks of one text as one. */
function namesOf(events: readonly StreamEvent[]): string[] {
  const names = events.map(({ event }) => event)
  return names.filter((name, index) => !/_chunk$/.test(name) || name !== names[index - 1])
}

/** The last event of a node by its title. */
function finished(name: string, title: string) {
  return eventsNamed(tell(name).events(), 'node_finished').findLast(({ data }) => data.title === title)?.data
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

const answered = (status: number) => ({
  status_code: status,
  body: 'upstream unavailable',
  headers: { 'content-type': 'text/plain' },
  files: [],
})

it('shows the answers that an HTTP node took for failures', () => {
  const request = { request: 'GET /v1/items HTTP/1.1\r\nHost: api.example.test\r\n\r\n' }
  const retries = eventsNamed(tell('retry').events(), 'node_retry').map(({ data }) => data)
  const shown = { inputs: {}, process_data: request, outputs: answered(503), status: 'retry', execution_metadata: null }
  const error = 'Request failed with status code 503'
  expect(retries).toMatchObject([
    { ...shown, error, retry_index: 1 },
    { ...shown, error, retry_index: 2 },
  ])
  // An attempt lasts to the end of the wait after it.
  for (const { elapsed_time } of retries) expect(elapsed_time).toBeCloseTo(1.14, 2)
  const failed = { status: 'failed', error, process_data: request, outputs: answered(503), execution_metadata: null }
  expect(finished('node-failure', 'Weather service')).toMatchObject(failed)
})

it('says where a retry in an iteration stood', () => {
  const events = tell('retry-in-list').events()
  const [iteration] = eventsNamed(events, 'iteration_started')
  const places = eventsNamed(events, 'node_retry').map(({ data }) => data.execution_metadata)
  const iteration_id = iteration?.data.id
  expect(places).toEqual([
    { iteration_id, iteration_index: 0 },
    { iteration_id, iteration_index: 1 },
  ])
})

it('says how a failure was handled, and puts it among the outputs', () => {
  const message = 'Request failed with status code 502'
  expect(finished('handled-failure', 'Exchange rates')).toMatchObject({
    status: 'exception',
    error: message,
    outputs: { eur_usd: 1.09, as_of: 'yesterday', error_message: message, error_type: 'HTTPResponseCodeError' },
    execution_metadata: { error_strategy: 'default-value' },
  })
  const name = "NameError: name 'history' is not defined"
  const forecast = finished('handled-failure', 'Forecast')
  expect(forecast).toMatchObject({ status: 'exception', execution_metadata: { error_strategy: 'fail-branch' } })
  expect(forecast?.outputs).toEqual({ error_message: name, error_type: 'CodeExecutionError' })
})

it('names what a model read by the variables of the graph, and what other nodes read by names of their own', () => {
  const nodes = eventsNamed(tell('handled-failure').events(), 'node_finished').map(({ data }) => data)
  const idOf = (title: string) => nodes.find((data) => data.title === title)?.node_id
  expect(nodes.find(({ title }) => title === 'Explain')?.inputs).toEqual({
    [`#${idOf('Start')}.query#`]: 'Good morning',
    [`#${idOf('Exchange rates')}.as_of#`]: 'yesterday',
    [`#${idOf('Exchange rates')}.eur_usd#`]: 1.09,
    [`#${idOf('Forecast')}.error_message#`]: "NameError: name 'history' is not defined",
    model_provider: 'langgenius/openai/openai',
    model_name: 'gpt-4o-mini',
  })
  const weighed = finished('parallel-branches', 'Weigh up')?.inputs
  expect(Object.keys(weighed ?? {})).toEqual(['optimist_text', 'sceptic_text', 'pick_deck_from_week'])
  expect(finished('iteration', 'Greeting')?.inputs).toEqual({ index: 2, item: 'Radia Perlman' })
})

it('names the item and the round of a model by its container', () => {
  const events = tell('parallel-iteration').events()
  const [iteration] = eventsNamed(events, 'iteration_started')
  const inputs = eventsNamed(events, 'node_finished').find(({ data }) => data.title === 'Label')?.data.inputs
  expect(Object.keys(inputs ?? {})).toContain(`#${iteration?.data.id}.item.stars#`)
})

it('writes prices as decimals that add up', () => {
  const usages = eventsNamed(tell('documents-and-tool').events(), 'node_finished').flatMap(({ data }) => {
    const { usage } = (data.process_data ?? {}) as { usage?: Record<string, unknown> }
    return usage ? [{ usage, metadata: data.execution_metadata }] : []
  })
  for (const { usage, metadata } of usages) {
    const [prompt, completion, total] = [usage.prompt_price, usage.completion_price, usage.total_price]
    for (const price of [prompt, completion, total]) expect(price).toMatch(/^\d+\.\d{1,7}$/)
    expect(Number(total)).toBeCloseTo(Number(prompt) + Number(completion), 9)
    expect(metadata).toEqual({ total_tokens: usage.total_tokens, total_price: total, currency: 'USD' })
  }
  expect(usages.map(({ usage }) => [usage.prompt_unit_price, usage.completion_unit_price])).toEqual([['2.50', '10.00']])
})

it('tells an iteration by the id of its graph node, and its end by the time of its end', () => {
  const events = tell('iteration-failure').events()
  const [started] = eventsNamed(events, 'iteration_started')
  const items = ['invoice-0417.pdf', 'invoice-0418.pdf', 'scan-0002.tiff']
  expect(started?.data).toMatchObject({
    id: started?.data.node_id,
    metadata: { iteration_length: 3 },
    inputs: { iterator_selector: items },
  })
  expect(eventsNamed(events, 'iteration_next').map(({ data }) => data.index)).toEqual([0, 1, 2])
  const [completed] = eventsNamed(events, 'iteration_completed')
  expect(completed?.data).toMatchObject({
    id: started?.data.id,
    outputs: { output: [118.4, 118.4, null] },
    inputs: { iterator_selector: items },
    status: 'succeeded',
    error: null,
    total_tokens: 0,
    execution_metadata: { total_tokens: 0, total_price: '0.0', currency: 'USD' },
    created_at: completed?.data.finished_at,
    steps: 3,
  })
  expect(Object.keys(completed?.data.execution_metadata?.iteration_duration_map ?? {})).toEqual(['0', '1', '2'])
  const failed = eventsNamed(events, 'node_finished').find(({ data }) => data.status === 'failed')
  expect(failed?.data.execution_metadata).toEqual({ iteration_id: started?.data.id, iteration_index: 2 })
})

it('counts the rounds of a loop from 1, and shows its variables before and after', () => {
  const events = tell('loop').events()
  const draft = 'Draft after 2 corrections: the harbour lay still, and the gulls had the morning to themselves.'
  expect(eventsNamed(events, 'loop_next').map(({ data }) => data.index)).toEqual([1, 2])
  expect(eventsNamed(events, 'loop_started')[0]?.data).toMatchObject({
    metadata: { loop_length: 5 },
    inputs: { loop_count: 5, draft: '', score: 0 },
  })
  expect(eventsNamed(events, 'loop_completed')[0]?.data).toMatchObject({
    outputs: { draft, score: 8.5, loop_round: 3 },
    inputs: { loop_count: 5, draft: '', score: 0 },
    execution_metadata: { completed_reason: 'loop_break', loop_duration_map: {}, loop_variable_map: { 2: { draft } } },
    steps: 5,
  })
  const unbroken = tell('loop-without-break').events()
  expect(eventsNamed(unbroken, 'loop_next').map(({ data }) => data.index)).toEqual([1, 2, 3])
  expect(eventsNamed(unbroken, 'loop_completed')[0]?.data).toMatchObject({
    execution_metadata: { completed_reason: 'loop_completed' },
    steps: 3,
  })
})

it('counts no step of a loop whose condition holds at once', () => {
  const [completed] = eventsNamed(tell('break-at-once').events(), 'loop_completed')
  expect(completed?.data).toMatchObject({ steps: 0, outputs: { loop_round: 0 } })
  expect(completed?.data.inputs).toEqual({ loop_count: 4, draft: '', score: 0, done: false, list: [], more: {} })
})

it('gives out the outputs in their order, a line break apart, and holds them back before a fork', () => {
  const events = tell('branch').events()
  const chunks = eventsNamed(events, 'text_chunk').map(({ data }) => data.text)
  expect(chunks.join('')).toBe(
    'Good morning\nBefore the fork.\n- red\n- {\'deep\': True}\n- None\n{\n  "size": 2\n}\n3\nAfter the fork.',
  )
  const names = namesOf(
    events.slice(
      0,
      events.findIndex(({ event }) => event === 'text_chunk'),
    ),
  )
  expect(names).toEqual([...START, ...Array(2).fill(['node_started', 'node_finished']).flat()])
  const end = eventsNamed(events, 'node_started').find(({ data }) => data.node_type === 'end')?.data.node_id
  expect(textsOf(events)[`${end}.answer`]).toBe('\n'.repeat(5))
})

it('closes the text of a model with an empty chunk right before the end of its node', () => {
  const events = tell('answer').events()
  const last = events.findLastIndex(({ event }) => event === 'text_chunk')
  expect(events[last]).toMatchObject({ data: { text: '' } })
  expect(events[last + 1]).toMatchObject({ event: 'node_finished', data: { node_type: 'llm' } })
})

it('lets a later output wait for the one before it when nodes write at the same time', () => {
  const chunks = eventsNamed(tell('parallel-branches').events(), 'text_chunk').map(({ data }) => data.text)
  expect(chunks.join('').split('\n')).toEqual([
    'The bridge will be done by May: the piers stand, the steel is paid for, and the river is low this year.',
    'Nobody has tested the bearings, and the last two bridges of this kind opened a year late.',
    '36',
  ])
})

it('starts and ends the nodes of a parallel iteration when their item is done, by the times they had', () => {
  const { events, frames } = tell('parallel-iteration')
  const starts = eventsNamed(events(), 'node_started').filter(({ data }) => data.title === 'Label')
  const ends = eventsNamed(events(), 'node_finished').filter(({ data }) => data.title === 'Label')
  expect(starts.map(({ data }) => data.created_at)).toEqual(ends.map(({ data }) => data.created_at))
  const bursts = [...frames()].filter(({ text }) => text.includes('"title":"Label"')).map(({ at }) => at)
  expect([bursts.length, new Set(bursts).size]).toEqual([8, 4])
})

it('reads an answer aloud where the app speaks', () => {
  const [speech, ...more] = eventsNamed(tell('speech').events(), 'tts_message')
  expect(Object.keys(speech ?? {})).toEqual(['event', 'workflow_run_id', 'task_id', 'audio'])
  expect(Buffer.from(speech?.audio ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfb]))
  expect(more).toEqual([])
})
