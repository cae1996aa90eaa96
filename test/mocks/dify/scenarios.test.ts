import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { loadScenarios } from '../../../src/run/load-scenarios.ts'
import { eventsNamed, type Schemas, spec, startDify, textsOf } from './client.ts'
import { advanceUntil, pauseAndFollow, readUntil } from './follow.ts'

const SCENARIOS = loadScenarios([fileURLToPath(new URL('../../../mocks/scenarios', import.meta.url))])
const INPUTS = { topic: 'Rope', tone: 'terse', query: 'Good morning' }
const ENDLESS = SCENARIOS.filter(({ nodes }) =>
  nodes.some((node) => node.does === 'step' && node.takes === 'until-stopped'),
)
// Its form expires while nobody listens: `resume.test.ts` watches that on a held clock.
const EXPIRING = 'human-input-timeout'
const ENDING = SCENARIOS.filter((scenario) => !ENDLESS.includes(scenario) && scenario.name !== EXPIRING)

const { ask, run, send } = await startDify({}, afterAll)

it.each(ENDING)('tells one story in every form: $name', async ({ name }) => {
  const key = `app-${name}`
  const { events } = await run('streaming', { key, inputs: INPUTS })
  const [started] = eventsNamed(events, 'workflow_started')
  const [finished] = eventsNamed(events, 'workflow_finished')
  const [paused] = eventsNamed(events, 'workflow_paused')
  const record = (await ask('getWorkflowRun', `/workflows/run/${started?.workflow_run_id}`, { key })).json
  const blocking = (await run('blocking', { key, inputs: INPUTS })).json as Schemas['BlockingRun']
  const blocked = (await ask('getWorkflowRun', `/workflows/run/${blocking.data.id}`, { key }))
    .json as Schemas['WorkflowRunRecord']

  expect(blocking.workflow_run_id).toBe(blocking.data.id)
  expect(started?.data.inputs).toMatchObject(INPUTS)
  expect(JSON.parse(blocked.inputs ?? '')).toMatchObject(INPUTS)
  if (paused) {
    const { reasons, paused_nodes, total_steps, total_tokens } = paused.data
    expect(record).toMatchObject({ status: 'paused', finished_at: null, elapsed_time: 0, total_steps, total_tokens })
    expect(blocking.data).toMatchObject({ status: 'paused', total_steps, total_tokens, finished_at: null })
    expect([blocking.data.reasons?.length, blocking.data.paused_nodes]).toEqual([reasons.length, paused_nodes])
    return
  }
  const { created_by: _by, exceptions_count: _exceptions, files: _files, ...told } = finished?.data ?? {}
  expect(record).toEqual({ ...told, inputs: expect.any(String) })
  const { inputs: _inputs, ...stored } = blocked
  expect(stored).toEqual(blocking.data)
  const { status, outputs, error, total_tokens, total_steps } = finished?.data ?? {}
  expect(blocking.data).toMatchObject({ status, outputs, error, total_tokens, total_steps })
})

// Texts of other nodes come first where an earlier output waits for them, so each is put together by its own variable.
it.each(ENDING)('streams exactly the texts that the run gives out: $name', async ({ name }) => {
  const { events } = await run('streaming', { key: `app-${name}`, inputs: INPUTS })
  const texts = Object.values(textsOf(events))
  const outputs = Object.values(eventsNamed(events, 'workflow_finished')[0]?.data.outputs ?? {})
  for (const output of outputs.filter((value) => typeof value === 'string')) expect(texts).toContain(output)
})

it.each(ENDLESS)('shows a run that goes on until it is stopped: $name', async ({ name }) => {
  const key = `app-${name}`
  const body = { inputs: INPUTS, user: 'user-42', response_mode: 'streaming' }
  const response = await send('/workflows/run', { key, body })
  const { text, rest } = await readUntil(response, '"text_chunk"')
  const [, taskId] = /"task_id":"([^"]+)"/.exec(text) ?? []
  const [, runId] = /"workflow_run_id":"([^"]+)"/.exec(text) ?? []
  const running = (await ask('getWorkflowRun', `/workflows/run/${runId}`, { key })).json
  const nothing = { outputs: {}, error: null, finished_at: null, elapsed_time: 0, total_tokens: 0, total_steps: 0 }
  expect(running).toMatchObject({ status: 'running', ...nothing })

  const stopped = await ask('stopWorkflowTask', `/workflows/tasks/${taskId}/stop`, { key, body: { user: 'another' } })
  expect(stopped.json).toEqual({ result: 'success' })
  expect(await rest()).toContain('"status":"stopped","outputs":{},"error":"Aborted: User requested stop"')
  const record = (await ask('getWorkflowRun', `/workflows/run/${runId}`, { key })).json
  const end = { error: 'Aborted: User requested stop', finished_at: expect.any(Number) }
  expect(record).toMatchObject({ status: 'stopped', ...end })
})

// The server cuts a stream at `workflow_finished`, so the closing speech event that its code emits after that never reaches a client.
const NEVER_SENT = ['tts_message_end']

it('plays every event of the catalogue in some scenario', async () => {
  const clock = createHeldClock()
  const held = await startDify({ clock, speed: 1 })
  const streams = ENDING.map(({ name }) => held.run('streaming', { key: `app-${name}`, inputs: INPUTS }))
  const refused = await held.send('/workflows/run', {
    key: 'app-inputs',
    body: { inputs: {}, user: 'u', response_mode: 'streaming' },
  })
  await readUntil(refused, '"event":"error"')
  const expiring = await pauseAndFollow({ clock, send: held.send, key: `app-${EXPIRING}` })
  const answered = await pauseAndFollow({ clock, send: held.send, key: 'app-human-input' })
  const form = { action: 'approve', inputs: { comment: 'Fine.' }, user: 'user-42' }
  await held.ask('submitHumanInputForm', `/form/human_input/${answered.token}`, { key: 'app-human-input', body: form })
  await advanceUntil(clock, Promise.all([...streams, expiring.rest, answered.rest]))
  const names = spec.operations.get('runWorkflow')?.responses.get('200')?.content.get('text/event-stream')
    ?.stream?.eventNames
  const seen = new Set(held.mock.requests().flatMap(({ events }) => Object.keys(events)))
  expect(names?.filter((name) => !seen.has(name))).toEqual(NEVER_SENT)
})
