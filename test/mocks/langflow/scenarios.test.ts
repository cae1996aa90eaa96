import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, SCENARIOS, type Schemas, startLangflow } from './client.ts'

const PERSONS = SCENARIOS.filter(({ name }) => name.startsWith('human-input'))
// Works until it is stopped: `workflows.test.ts` and `builds.test.ts` stop it.
const ENDING = SCENARIOS.filter((scenario) => scenario.name !== 'slow' && !PERSONS.includes(scenario))

// Servers of the same seed give their first runs the same ids, and held clocks the same times.
const startTwin = () => startLangflow({ clock: createHeldClock() })

it.each(ENDING)('waits for and streams the same run: $name', async ({ name }) => {
  const waited = await startTwin()
  const streamed = await startTwin()
  const fields = { output_type: 'debug' }
  const answer = await waited.run(name, fields)
  const { events } = await streamed.stream(name, fields)
  const [end] = eventsNamed(events, 'end')
  const fault = eventsNamed(events, 'error').map(({ data }) => data)
  if (end) return expect(end.data).toEqual({ result: answer.json })
  const { detail } = answer.json as Schemas['RunFault']
  expect(answer.status).toBe(500)
  expect(fault).toEqual([
    expect.objectContaining({ category: 'error', error: false }),
    { error: (JSON.parse(detail) as Schemas['RunFaultDetail']).message },
  ])
})

it.each(ENDING)('says the whole text of each message that it has streamed: $name', async ({ name }) => {
  const { stream } = await startLangflow()
  const { events } = await stream(name, { output_type: 'any' })
  const messages = eventsNamed(events, 'add_message').map(({ data }) => data)
  const tokens = eventsNamed(events, 'token').map(({ data }) => data)
  const last = new Map(messages.map((message) => [message.id, message]))
  for (const id of new Set(tokens.map((token) => token.id))) {
    const joined = tokens.flatMap((token) => (token.id === id ? token.chunk : [])).join('')
    expect(last.get(id)).toMatchObject({ text: joined, properties: { state: 'complete' } })
  }
  const [end] = eventsNamed(events, 'end')
  const results = end && 'result' in end.data ? (end.data.result.outputs[0]?.outputs ?? []) : []
  for (const result of results) {
    const said = result?.results.message
    if (said) expect(last.get(said.data.id)).toMatchObject({ text: said.text, timestamp: said.timestamp })
  }
})

it.each([...ENDING, ...PERSONS])('shows a workflow alike in each mode: $name', async ({ name }) => {
  const [sync, background, streaming] = await Promise.all([startTwin(), startTwin(), startTwin()])
  const result = (await sync.workflow(name, 'sync')).json as Schemas['WorkflowResult']
  const job = (await background.workflow(name, 'background')).json as Schemas['WorkflowJob']
  const polled = await background.ask('getWorkflowJob', `/api/v2/workflows?job_id=${job.job_id}`)
  const { events } = await streaming.workflow(name, 'stream')
  const replayed = await background.ask('streamWorkflowJobEvents', `/api/v2/workflows/${job.job_id}/events`)

  expect(job).toMatchObject({ job_id: result.job_id, flow_id: result.flow_id, status: 'queued' })
  switch (result.status) {
    case 'completed': {
      const { created_timestamp: _, ...rest } = polled.json as Schemas['WorkflowResult']
      expect(result).toMatchObject(rest)
      break
    }
    case 'failed':
      expect(polled.json).toMatchObject({
        detail: { code: 'JOB_FAILED', error_detail: { error: result.errors[0]?.error } },
      })
      break
    default:
      expect(polled.json).toMatchObject({ object: 'job', status: 'suspended' })
      expect(eventsNamed(events, 'human_input_required')[0]?.data).toEqual(result.human_request)
  }
  expect(replayed.events).toEqual(events.filter((event) => eventsNamed([event], 'token').length === 0))
  const outputs = eventsNamed(events, 'output').map(({ data }) => [data.component_id, data] as const)
  if (result.status === 'completed') expect(Object.fromEntries(outputs)).toEqual(result.outputs)
})

it.each([...ENDING, ...PERSONS])('hands out the same events of a build in each way: $name', async ({ name }) => {
  const [direct, streaming, polling] = await Promise.all([startTwin(), startTwin(), startTwin()])
  const { text, events } = await direct.build(name, 'direct')
  const fetchEvents = async ({ build, ask }: typeof direct, delivery: string) => {
    const { job_id } = (await build(name, 'polling')).json as Schemas['BuildJob']
    return ask('streamBuildEvents', `/api/v1/build/${job_id}/events${delivery}`)
  }
  expect((await fetchEvents(streaming, '')).text).toBe(text)
  const polled = await fetchEvents(polling, '?event_delivery=polling')
  expect(polled.events).toEqual(events)
  expect(polled.text).toBe(text.trimEnd().replaceAll('\n\n', '\n\n\n').concat('\n\n'))
})

it.each(PERSONS)('does not run what waits for a person but as a workflow: $name', async ({ name }) => {
  const { run, stream, ask, build } = await startLangflow()
  const refusal = { detail: expect.stringContaining('human input') }
  expect((await run(name)).json).toEqual(refusal)
  expect((await stream(name)).json).toEqual(refusal)
  expect((await ask('triggerWebhook', `/api/v1/webhook/${name}`, { body: {} })).json).toEqual(refusal)
  expect((await build(name, 'direct')).events).toEqual([{ event: 'error', data: { error: refusal.detail } }])
})
