/** Something that waits for a time. Its slot is the queue's own. */
export interface Waiter {
  /** In ms of the clock; `Infinity` waits to be removed. */
  readonly until: number
  readonly wake: () => void
  slot: number
}

/** Waiters in order of time, those of the same time in order of arrival. Adding and removing cost the logarithm of their number. */
export interface Waiters {
  readonly size: () => number
  readonly first: () => Waiter | undefined
  readonly add: (until: number, wake: () => void) => Waiter
  readonly remove: (waiter: Waiter) => void
  /** Takes out all whose time has come, first ones first. */
  readonly takeDue: (now: number) => readonly Waiter[]
}

/** Makes an empty queue: a binary heap whose entries know their slot, so that any of them can leave. */
export function createWaiters(): Waiters {
  const heap: Entry[] = []
  let arrivals = 0
  const remove = (waiter: Waiter) => {
    const { slot } = waiter
    if (heap[slot] !== waiter) return
    const last = heap.pop()
    if (!last || last === waiter) return
    place(heap, last, slot)
    sink(heap, last)
    rise(heap, last)
  }
  return {
    size: () => heap.length,
    first: () => heap[0],
    add(until, wake) {
      const entry: Entry = { until, wake, slot: heap.length, arrival: arrivals++ }
      heap.push(entry)
      rise(heap, entry)
      return entry
    },
    remove,
    takeDue(now) {
      const due: Waiter[] = []
      for (let first = heap[0]; first && first.until <= now; first = heap[0]) {
        due.push(first)
        remove(first)
      }
      return due
    },
  }
}

interface Entry extends Waiter {
  readonly arrival: number
}

function place(heap: Entry[], entry: Entry, slot: number): void {
  heap[slot] = entry
  entry.slot = slot
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.until < b.until || (a.until === b.until && a.arrival < b.arrival)
}

function rise(heap: Entry[], entry: Entry): void {
  for (;;) {
    const parent = heap[(entry.slot - 1) >> 1]
    if (entry.slot === 0 || !parent || !isBefore(entry, parent)) return
    const { slot } = parent
    place(heap, parent, entry.slot)
    place(heap, entry, slot)
  }
}

function sink(heap: Entry[], entry: Entry): void {
  for (;;) {
    const left = heap[2 * entry.slot + 1]
    const right = heap[2 * entry.slot + 2]
    const child = right && left && isBefore(right, left) ? right : left
    if (!child || !isBefore(child, entry)) return
    const { slot } = child
    place(heap, child, entry.slot)
    place(heap, entry, slot)
  }
}
