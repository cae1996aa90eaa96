import { expect, it } from 'vitest'
import { eventsNamed } from './client.ts'
import { tell } from './tell.ts'

/** The last event of a node by its title. */
function finished(name: string, title: string) {
  return eventsNamed(tell(name).events(), 'node_finished').findLast(({ data }) => data.title === title)?.data
}

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
