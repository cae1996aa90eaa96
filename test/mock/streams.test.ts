import { expect, it } from 'vitest'
import { createHeldClock } from '../../src/mock/held-clock.ts'
import type { MockEvent } from '../../src/mock/server-context.ts'
import { ask, readText, readUntil, startParrot } from './parrot.ts'

const stream = (text: string) => ({ body: { text, stream: true } })

it('sends the head at once, and each event in its time', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', stream('hi'))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = readText(response)
  await clock.advance(304)
  expect(await readUntil(reader, '\n\n')).toBe('data: {"event":"word","text":"one"}\n\n')
  await clock.advance(100)
  expect(await readUntil(reader, '\n\n')).toBe('data: {"event":"word","text":" two"}\n\n')
  await clock.advance(5_000)
  expect(await readUntil(reader, 'succeeded"}\n\n')).toMatchInlineSnapshot(`
    "data: {"event":"word","text":" three"}

    data: {"event":"silence","why":"succeeded"}

    "
  `)
  expect(await reader.next()).toMatchObject({ done: true })
})

it('tells a listener that the run was stopped, after all that it has been told', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', stream('forever'))
  await clock.advance(2_000)
  const [talk] = mock.runs()
  await ask(mock, `/talks/${talk?.id('talk')}`, { method: 'DELETE' })
  await clock.advance(1)
  expect(await response.text()).toMatchInlineSnapshot(`
    "data: {"event":"word","text":"Hello."}

    data: {"event":"blink"}

    data: {"event":"blink"}

    data: {"event":"silence","why":"hush"}

    "
  `)
  expect(clock.pending()).toBe(0)
})

it('goes on when a person has answered', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const reader = readText(await ask(mock, '/talks', stream('ask me')))
  await clock.advance(1_500)
  const [talk] = mock.runs()
  const answer = () => ask(mock, `/talks/${talk?.id('talk')}/answer`, { body: {} })
  expect([(await answer()).status, (await answer()).status]).toEqual([204, 404])
  await clock.advance(1_000)
  expect(await readUntil(reader, 'succeeded"}\n\n')).toMatchInlineSnapshot(`
    "data: {"event":"waits"}

    data: {"event":"blink"}

    data: {"event":"word","text":"I shall."}

    data: {"event":"silence","why":"succeeded"}

    "
  `)
})

it('gives up waiting for a person when the form expires', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock })
  const response = await ask(mock, '/talks', stream('ask me'))
  await clock.advance(61_000)
  expect(await response.text()).toMatch(/"silence"/)
})

it('takes no time for work when it is to be instant, and real time while it waits for a person', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock, speed: 'instant' })
  expect(await (await ask(mock, '/talks', { body: { text: 'hi' } })).json()).toMatchObject({ status: 'silent' })
  expect(await (await ask(mock, '/talks', stream('hi'))).text()).toMatch(/ three.*silence/s)

  const reader = readText(await ask(mock, '/talks', stream('ask me')))
  expect(await readUntil(reader, '\n\n')).toBe('data: {"event":"waits"}\n\n')
  await clock.advance(1_000)
  expect(await readUntil(reader, '\n\n')).toBe('data: {"event":"blink"}\n\n')
  const [talk] = mock.runs()
  expect(talk?.resting()).toBe(true)
  await ask(mock, `/talks/${talk?.id('talk')}/answer`, { body: {} })
  expect(await readUntil(reader, 'succeeded"}\n\n')).toMatch(/I shall/)
})

it('lets an instant run that works until it is stopped rest at its last event', async () => {
  const clock = createHeldClock()
  const mock = await startParrot({ clock, speed: 'instant' })
  const response = await ask(mock, '/talks', stream('forever'))
  const [talk] = mock.runs()
  expect([talk?.resting(), talk?.over()]).toEqual([false, false])
  await ask(mock, `/talks/${talk?.id('talk')}`, { method: 'DELETE' })
  expect(await response.text()).toMatch(/Hello.*hush"\}\n\n$/s)
})

it('frees all timers when the client leaves, and lets the run go on', async () => {
  const clock = createHeldClock()
  const ends: MockEvent[] = []
  const mock = await startParrot({ clock, log: (event) => ends.push(event) })
  const leaving = new AbortController()
  await ask(mock, '/talks', { ...stream('forever'), signal: leaving.signal })
  expect(clock.pending()).toBe(1)
  leaving.abort()
  await expect.poll(() => ends).toMatchObject([{ kind: 'request', request: { end: 'left', status: 200 } }])
  expect(clock.pending()).toBe(0)
  await clock.advance(10_000)
  expect(mock.runs()[0]?.over()).toBe(false)
})

it.each([
  { it: 'a stream', body: { text: 'leave me', stream: true }, status: 200 },
  { it: 'an answer that is due later', body: { text: 'leave me' }, status: undefined },
])('does to the run what the platform does when the client leaves $it', async ({ body, status }) => {
  const clock = createHeldClock()
  const ends: MockEvent[] = []
  const mock = await startParrot({ clock, log: (event) => ends.push(event) })
  const leaving = new AbortController()
  const answer = ask(mock, '/talks', { body, signal: leaving.signal })
  await expect.poll(clock.pending).toBe(1)
  leaving.abort()
  await Promise.allSettled([answer])
  await expect.poll(() => ends).toMatchObject([{ request: { end: 'left', status } }])
  await clock.advance(1)
  expect([mock.runs()[0]?.over(), clock.pending()]).toEqual([true, 0])
})

it('cuts a stream whose platform crashes in the middle, and lives', async () => {
  const clock = createHeldClock()
  const events: MockEvent[] = []
  const mock = await startParrot({ clock, log: (event) => events.push(event) })
  const response = await ask(mock, '/talks', stream('fall over'))
  const text = response.text()
  await clock.advance(1_000)
  await expect(text).rejects.toThrow()
  await expect.poll(() => events.map(({ kind }) => kind)).toEqual(['crash', 'request'])
  expect(mock.requests()).toMatchObject([{ end: 'cut', crash: 'Lost for words' }])
  expect((await fetch(`${mock.url}/health`)).status).toBe(200)
})
