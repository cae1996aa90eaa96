import { expect, it } from 'vitest'
import { createRealClock } from '../../src/mock/clock.ts'
import { createHeldClock } from '../../src/mock/held-clock.ts'

const never = () => new AbortController().signal

it('never wakes a waiter before its time', async () => {
  const clock = createRealClock()
  const until = [3, 1, 7, 2.5].map((ms) => clock.now() + ms)
  const late = await Promise.all(until.map((time) => clock.wait(time, never()).then(() => clock.now() - time)))
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  expect(clock.pending()).toBe(0)
})

it('never wakes one of a crowd before its time', async () => {
  const clock = createRealClock()
  const until = Array.from({ length: 2_000 }, (_, index) => clock.now() + (index % 20))
  const late = await Promise.all(until.map((time) => clock.wait(time, never()).then(() => clock.now() - time)))
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
})

it('runs ahead of the real time by its speed', async () => {
  const clock = createRealClock({ speed: 1_000 })
  await clock.wait(60_000, never())
  expect(clock.now()).toBeGreaterThanOrEqual(60_000)
})

it('waits longer than a timer can', async () => {
  const clock = createRealClock()
  const leaving = new AbortController()
  let woken = false
  const wait = clock.wait(2 ** 40, leaving.signal).then(() => (woken = true))
  await clock.wait(clock.now() + 5, never())
  expect(woken).toBe(false)
  leaving.abort()
  await wait
})

it.each([
  { it: 'a real clock', create: () => createRealClock() },
  { it: 'a held clock', create: () => createHeldClock() },
])('frees whoever leaves $it', async ({ create }) => {
  const clock = create()
  const leaving = new AbortController()
  const waits = [clock.wait(1e9, leaving.signal), clock.wait(Number.POSITIVE_INFINITY, leaving.signal)]
  expect(clock.pending()).toBe(2)
  leaving.abort()
  await Promise.all(waits)
  expect(clock.pending()).toBe(0)
  await clock.wait(1e9, leaving.signal)
})

it('stands still until it is moved, then wakes each waiter at its own time', async () => {
  const clock = createHeldClock({ epoch: 1_000 })
  const seen: string[] = []
  const walk = async (name: string, step: number) => {
    for (let at = step; at <= 60; at += step) {
      await clock.wait(at, never())
      seen.push(`${name}@${clock.now()}`)
    }
  }
  const walks = [walk('a', 20), walk('b', 30)]
  await clock.advance(40)
  expect(seen).toEqual(['a@20', 'b@30', 'a@40'])
  await clock.advanceTo(1_000)
  await Promise.all(walks)
  expect(seen.slice(3)).toEqual(['b@60', 'a@60'])
  expect([clock.now(), clock.epoch(), clock.pending()]).toEqual([1_000, 1_000, 0])
})
