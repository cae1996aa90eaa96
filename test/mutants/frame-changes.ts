import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { withValue } from './frames.ts'

/** A change of the order of a stream's frames; undefined where there are too few of them. */
export interface FrameChange {
  readonly kind: string
  readonly what: string
  readonly owners: readonly string[]
  readonly change: (frames: readonly DecodedFrame[]) => readonly DecodedFrame[] | undefined
  /** The order may stay legal: other promises are broken. */
  readonly mayBeLegal: boolean
}

const ORDER = ['stream-order', 'stream-pairs', 'stream-end', 'stream-end-assumed']

/** The changes of order, the same for every stream. */
export const FRAME_CHANGES: readonly FrameChange[] = [
  order('order-drop-first', (events) => events.slice(1)),
  order('order-drop-last', (events) => events.slice(0, -1)),
  order('order-first-twice', (events) => [...events.slice(0, 1), ...events]),
  order('order-swap-first', ([first, second, ...rest]) => (first && second ? [second, first, ...rest] : undefined)),
  order('order-after-end', (events) => [...events, ...events.slice(0, 1)]),
  order('order-drop-closing', (events) => {
    const last = events.at(-2)
    return last && events.filter((event) => event !== last)
  }),
  {
    ...order('event-foreign', (events) => {
      const first = events[0]
      return first && [first, withValue(renamed(first), { event: 'no_such_event', data: {} }), ...events.slice(1)]
    }),
    owners: ['stream-foreign', 'stream-events', 'stream-events-assumed'],
    mayBeLegal: true,
  },
  { ...order('lost-event', withoutAToken), mayBeLegal: true },
]

function order(kind: string, change: FrameChange['change']): FrameChange {
  const onEvents: FrameChange['change'] = (frames) => {
    const events = frames.filter((frame) => frame.kind === 'event')
    return events.length === 0 ? undefined : change(events)
  }
  return { kind, what: 'events', owners: ORDER, change: onEvents, mayBeLegal: false }
}

function renamed(frame: DecodedFrame): DecodedFrame {
  return frame.event === undefined ? frame : { ...frame, event: 'no_such_event' }
}

// The most frequent kind of event is what a stream brings piece by piece.
function withoutAToken(events: readonly DecodedFrame[]): readonly DecodedFrame[] | undefined {
  const nameOf = ({ value }: DecodedFrame) => JSON.stringify(value).slice(0, 14)
  const counts = new Map<string, DecodedFrame[]>()
  for (const event of events) counts.set(nameOf(event), [...(counts.get(nameOf(event)) ?? []), event])
  const most = [...counts.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const lost = most.length > 2 ? most[Math.floor(most.length / 2)] : undefined
  return lost && events.filter((event) => event !== lost)
}
