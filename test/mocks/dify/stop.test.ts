import { afterAll, expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { type Ask, FIXTURES, startDify } from './client.ts'
import { advanceUntil, begin, startUntil } from './follow.ts'

const UNKNOWN = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'
const REASON = 'Aborted: User requested stop'

const clock = createHeldClock()
const { ask, send, run, mock } = await startDify({ clock, speed: 1, scenarios: FIXTURES }, afterAll)

const stop = (taskId: string, key: string, user = 'somebody else') =>
  ask('stopWorkflowTask', `/workflows/tasks/${taskId}/stop`, { key, body: { user } })
const record = async (runId: string, key: string) => {
  const answer = await ask('getWorkflowRun', `/workflows/run/${runId}`, { key })
  return answer.status === 200 ? (answer.json as Record<string, unknown>) : answer.status
}
/** Sends a request whose run has begun when this returns, and is answered later. */
const start = (name: string, response_mode: 'blocking' | 'streaming', options: Ask = {}) =>
  begin(mock, () =>
    send('/workflows/run', { key: `app-${name}`, body: { inputs: {}, user: 'user-42', response_mode }, ...options }),
  )

it.each([UNKNOWN, 'no-uuid', '17'])('says success for a task that is not known: %s', async (id) => {
  const answer = await stop(id, 'app-answer')
  expect([answer.status, answer.text]).toEqual([200, '{"result": "success"}\n'])
})

it('stops a run within a moment, whoever asks, and says so in every view', async () => {
  const key = 'app-slow'
  const { runId, taskId, rest } = await startUntil('"text_chunk"', { clock, send, key })
  const nothing = { outputs: {}, error: null, finished_at: null, elapsed_time: 0, total_tokens: 0, total_steps: 0 }
  expect(await record(runId, key)).toMatchObject({ status: 'running', ...nothing })
  const stopped = mock.runs().find((started) => started.id('run') === runId)
  const asked = stopped?.elapsed() ?? 0
  expect((await stop(taskId, key)).json).toEqual({ result: 'success' })
  const end = JSON.parse((await advanceUntil(clock, rest())).split('data: ').at(-1) ?? '')
  expect(end).toMatchObject({
    event: 'workflow_finished',
    task_id: taskId,
    data: { status: 'stopped', outputs: {}, error: REASON, total_steps: 2, exceptions_count: 0, files: [] },
  })
  const { created_by: _by, exceptions_count: _exceptions, files: _files, ...told } = end.data
  expect(await record(runId, key)).toMatchObject(told)
  const took = (stopped?.moments().at(-1)?.at ?? 0) - asked
  expect([took >= 100, took <= 300]).toEqual([true, true])
})

it('gives a blocking caller the stopped run', async () => {
  const { answer, started } = await start('slow', 'blocking')
  await clock.advance(2_000)
  await stop(started.id('task'), 'app-slow')
  const response = await advanceUntil(clock, answer)
  const body = JSON.parse(await response.text())
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(Object.keys(body)).toEqual(['task_id', 'workflow_run_id', 'data'])
  expect(body.data).toMatchObject({ id: started.id('run'), status: 'stopped', outputs: {}, error: REASON })
  const { inputs: _, ...stored } = (await record(started.id('run'), 'app-slow')) as Record<string, unknown>
  expect(stored).toEqual(body.data)
})

it('knows no record of a run before its start, and a running one from then on', async () => {
  const { answer, started } = await start('queued', 'streaming')
  expect(await record(started.id('run'), 'app-queued')).toBe(404)
  await clock.advance(4_999)
  expect(await record(started.id('run'), 'app-queued')).toBe(404)
  await clock.advance(1)
  expect(await record(started.id('run'), 'app-queued')).toMatchObject({ status: 'running' })
  const { text } = await advanceUntil(
    clock,
    (await answer).text().then((text) => ({ text })),
  )
  expect(text).toContain('"status":"succeeded"')
  expect(await record(started.id('run'), 'app-queued')).toMatchObject({ status: 'succeeded' })
})

it('leaves the stream of a run that was stopped before its start to its silence, and keeps no record', async () => {
  const { answer, started } = await start('queued', 'streaming')
  const key = 'app-queued'
  await stop(started.id('task'), key)
  const text = await advanceUntil(clock, (await answer).text())
  expect(text).toBe('event: ping\n\n'.repeat(31))
  expect(await record(started.id('run'), key)).toBe(404)
  const logs = (await ask('listWorkflowLogs', '/workflows/logs', { key })).text
  expect(logs).not.toContain(started.id('run'))
})

it('gives a blocking caller a run that was stopped before its start', async () => {
  const { answer, started } = await start('queued', 'blocking')
  await stop(started.id('task'), 'app-queued')
  const { data } = JSON.parse(await (await advanceUntil(clock, answer)).text())
  expect(data).toMatchObject({ status: 'stopped', outputs: {}, error: REASON, total_steps: 0 })
  expect(data.finished_at).toBe(data.created_at)
})

it('changes nothing about a run that has ended', async () => {
  const key = 'app-empty-answer'
  const { json } = await advanceUntil(clock, run('blocking', { key }))
  const { task_id, workflow_run_id } = json as { task_id: string; workflow_run_id: string }
  const before = await record(workflow_run_id, key)
  expect((await stop(task_id, key)).json).toEqual({ result: 'success' })
  await clock.advance(1_000)
  expect(await record(workflow_run_id, key)).toEqual(before)
})

it("says success for another app's task, and lets it work", async () => {
  const { runId, taskId, leave } = await startUntil('"text_chunk"', { clock, send, key: 'app-slow' })
  expect((await stop(taskId, 'app-answer')).json).toEqual({ result: 'success' })
  await clock.advance(1_000)
  expect(await record(runId, 'app-slow')).toMatchObject({ status: 'running' })
  await leave()
})

it('stops a paused run, and its form with it', async () => {
  const key = 'app-human-input'
  const { runId, taskId, token, text } = await startUntil('"workflow_paused"', { clock, send, key })
  expect(await record(runId, key)).toMatchObject({ status: 'paused', outputs: {}, finished_at: null, elapsed_time: 0 })
  await stop(taskId, key)
  await clock.advance(1_000)
  expect(await record(runId, key)).toMatchObject({ status: 'stopped', error: REASON })
  const answer = await ask('getHumanInputForm', `/form/human_input/${token}`, { key })
  const [, formId] = /"form_id":"([^"]+)"/.exec(text) ?? []
  const message = `This form has expired, form_id=${formId}`
  expect(answer.json).toEqual({ code: 'human_input_form_expired', message, status: 412 })
})

it('ends a blocking run when its caller leaves, and lets a streamed one go on', async () => {
  const leave = new AbortController()
  const blocking = await start('answer', 'blocking', { signal: leave.signal })
  const streamed = await startUntil('"text_chunk"', { clock, send, key: 'app-answer' })
  leave.abort()
  await expect(blocking.answer).rejects.toThrow('aborted')
  await streamed.leave()
  while (!blocking.started.over()) {
    await clock.advance(10)
    await new Promise(setImmediate)
  }
  const error = 'Aborted: Client response stream closed before app execution completed'
  expect(await record(blocking.started.id('run'), 'app-answer')).toMatchObject({ status: 'stopped', error })
  await clock.advance(20_000)
  expect(await record(streamed.runId, 'app-answer')).toMatchObject({ status: 'succeeded' })
})
