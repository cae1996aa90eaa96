import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWaiters, type Waiter } from '../../src/mock/waiters.ts'

it('wakes in order of time, and of arrival within the same time, whoever left before', () => {
  const given = fc.array(fc.record({ until: fc.integer({ min: 0, max: 9 }), leaves: fc.boolean() }), { maxLength: 60 })
  fc.assert(
    fc.property(given, fc.integer({ min: 0, max: 9 }), (waits, now) => {
      const waiters = createWaiters()
      const woken: number[] = []
      const added = waits.map(({ until }, index) => waiters.add(until, () => void woken.push(index)))
      waits.forEach(({ leaves }, index) => {
        const waiter: Waiter | undefined = added[index]
        if (leaves && waiter) waiters.remove(waiter)
      })
      for (const waiter of waiters.takeDue(now)) waiter.wake()
      const staying = waits.map((wait, index) => ({ ...wait, index })).filter(({ leaves }) => !leaves)
      const due = staying.filter(({ until }) => until <= now).sort((a, b) => a.until - b.until || a.index - b.index)
      expect(woken).toEqual(due.map(({ index }) => index))
      expect(waiters.size()).toBe(staying.length - due.length)
    }),
  )
})

it('takes a second removal for none', () => {
  const waiters = createWaiters()
  const [first, second] = [waiters.add(1, () => undefined), waiters.add(2, () => undefined)]
  waiters.remove(first)
  waiters.remove(first)
  expect(waiters.first()).toBe(second)
})
