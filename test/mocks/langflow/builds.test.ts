import { expect, it } from 'vitest'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { readUntil } from '../dify/follow.ts'
import { eventsNamed, namesOf, type Schemas, startLangflow } from './client.ts'

/** A mock whose time stands still, and one build in it. */
async function startBuild(name: string) {
  const clock = createHeldClock()
  const { mock, build, ask, send } = await startLangflow({ clock, speed: 1 })
  const { job_id } = (await build(name, 'polling')).json as Schemas['BuildJob']
  const url = `/api/v1/build/${job_id}/events`
  const poll = () => ask('streamBuildEvents', `${url}?event_delivery=polling`)
  const cancel = async () => (await ask('cancelBuild', `/api/v1/build/${job_id}/cancel`, { method: 'POST' })).json
  return { mock, clock, url, poll, cancel, send }
}

const CANCELLED = { success: true, message: 'Flow build cancelled successfully' }

it('hands out what waits, then one event at a time as it comes, and nothing once all is told', async () => {
  const { clock, poll, send, url } = await startBuild('answer')
  await clock.advance(5)
  const first = await poll()
  expect(first.headers.get('content-type')).toBe('application/x-ndjson')
  expect(namesOf(first.events)).toEqual(['vertices_sorted', 'build_start', 'add_message', 'end_vertex'])
  expect(first.text).toMatch(/^(\{"event": .*\}\n\n\n?)+$/)
  expect(first.text.match(/\n\n\n/g)).toHaveLength(3)
  const next = await send(`${url}?event_delivery=polling`)
  await clock.advance(500)
  expect(await next.text()).toMatch(/^\{"event": "add_message".*\}\n\n$/)
  await clock.advance(10_000)
  const rest = await poll()
  expect(namesOf(rest.events)).toEqual(['token', 'add_message', 'end_vertex', 'add_message', 'end_vertex', 'end'])
  const done = await poll()
  expect([done.status, done.text]).toEqual([200, ''])
})

it('gives a second reader what the first has left', async () => {
  const { clock, poll, send, url } = await startBuild('answer')
  await clock.advance(5)
  await poll()
  const stream = readUntil(await send(url), 'add_message')
  await clock.advance(10_000)
  const { text, rest } = await stream
  expect(text.startsWith('{"event": "add_message"')).toBe(true)
  expect(await rest()).toContain('"event": "end"')
  expect((await poll()).text).toBe('')
})

it('stops in mid-stream when it is cancelled, without another word', async () => {
  const { clock, send, url, cancel, poll } = await startBuild('slow')
  const stream = readUntil(await send(url), '"token"')
  await clock.advance(700)
  const { rest } = await stream
  expect(await cancel()).toEqual(CANCELLED)
  await clock.advance(1)
  expect(await rest()).not.toContain('"end"')
  expect(await cancel()).toEqual(CANCELLED)
  expect((await poll()).text).toBe('')
})

it('lets go of a poll that waits when the build is cancelled', async () => {
  const { clock, poll, send, url, cancel } = await startBuild('slow')
  await clock.advance(60_000)
  await poll()
  const waiting = await send(`${url}?event_delivery=polling`)
  await cancel()
  await clock.advance(1)
  expect(await waiting.text()).toBe('')
})

it('counts a build that has ended as cancelled, too', async () => {
  const { clock, cancel, mock } = await startBuild('answer')
  await clock.advance(10_000)
  expect(await cancel()).toEqual(CANCELLED)
  expect(mock.runs()[0]?.moments().at(-1)).toMatchObject({ status: 'succeeded' })
})

it('cancels the build of a client that leaves its stream', async () => {
  const { mock, clock, send, url } = await startBuild('slow')
  const stream = readUntil(await send(url), '"token"')
  await clock.advance(700)
  await (await stream).leave()
  while (mock.runs()[0]?.moments().at(-1)?.kind !== 'run-finished') await new Promise(setImmediate)
  expect(mock.runs()[0]?.moments().at(-1)).toMatchObject({ status: 'stopped' })
})

it('cuts long texts in what components bring, and nowhere else', async () => {
  const { build } = await startLangflow()
  const { events } = await build('long-answer', 'direct')
  const brought = eventsNamed(events, 'end_vertex').map(({ data }) => data.build_data.data.outputs)
  const short = brought.at(-1)?.message?.message
  expect(typeof short === 'string' && short.length).toBe(6_003)
  expect(short).toMatch(/\.\.\.$/)
  expect(eventsNamed(events, 'add_message').at(-1)?.data.text.length).toBeGreaterThan(6_003)
})

it('says what comes next, and what was wrong with a component that failed', async () => {
  const { build } = await startLangflow()
  const { events } = await build('node-failure', 'direct')
  const [input, failed] = eventsNamed(events, 'end_vertex').map(({ data }) => data.build_data)
  expect(input).toMatchObject({ valid: true, next_vertices_ids: [failed?.id], data: { duration: '4 ms' } })
  expect(failed).toMatchObject({
    valid: false,
    params: '**HTTPResponseCodeError**\n - **Details: Request failed with status code 503**\n',
    data: { duration: '600 ms', outputs: { data: { type: 'error', message: { errorMessage: failed?.params } } } },
  })
  expect(namesOf(events).at(-1)).toBe('end')
})
