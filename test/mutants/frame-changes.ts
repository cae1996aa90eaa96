import type { StreamSpec } from '../../src/spec/spec.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { withValue } from './frames.ts'
import { groupByName, piecesOf } from './pieces.ts'

/** A change of the order of a stream's frames; undefined where there are too few of them. */
export interface FrameChange {
  readonly kind: string
  readonly what: string
  readonly owners: readonly string[]
  readonly change: (frames: readonly DecodedFrame[], stream: StreamSpec) => readonly DecodedFrame[] | undefined
  /** The order may stay legal: other promises are broken. */
  readonly mayBeLegal: boolean
}

const ORDER = ['stream-order', 'stream-pairs', 'stream-end', 'stream-end-assumed']

/** The changes of order, the same for every stream. */
export const FRAME_CHANGES: readonly FrameChange[] = [
  order('order-drop-first', (events) => events.slice(1)),
  order('order-drop-last', (events) => events.slice(0, -1)),
  order('order-first-twice', (events) => [...events.slice(0, 1), ...events]),
  order('order-last-twice', (events) => [...events, ...events.slice(-1)]),
  order('order-swap-first', ([first, second, ...rest]) => (first && second ? [second, first, ...rest] : undefined)),
  order('order-late', ([first, second, ...rest]) =>
    first && second && rest.length > 0 ? [first, ...rest.slice(0, -1), second, ...rest.slice(-1)] : undefined,
  ),
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
  legal('event-lost', (events, stream) => {
    const lost = middleOf(mostFrequent(events, stream))
    return lost && events.filter((event) => event !== lost)
  }),
  legal('text-lost', (events, stream) => {
    const lost = middleOf(piecesOf(stream, events)?.events ?? [])
    return lost && events.filter((event) => event !== lost)
  }),
  legal('text-twice', (events, stream) => {
    const twice = middleOf(piecesOf(stream, events)?.events ?? [])
    return twice && events.flatMap((event) => (event === twice ? [event, event] : [event]))
  }),
  legal('text-swapped', (events, stream) => {
    const pieces = piecesOf(stream, events)
    const [a, b] = pieces?.events.slice(Math.floor(pieces.events.length / 2)) ?? []
    return a && b && events.map((event) => (event === a ? b : event === b ? a : event))
  }),
  legal('text-changed', (events, stream) => {
    const pieces = piecesOf(stream, events)
    const changed = middleOf(pieces?.events ?? [])
    return changed && pieces && events.map((event) => (event === changed ? pieces.spoil(event) : event))
  }),
]

/** The changes that take one side of a pair away. */
export function pairChanges({ sequence }: StreamSpec): readonly FrameChange[] {
  return (sequence?.pairs ?? []).flatMap((pair) =>
    (['open', 'close'] as const)
      .filter((side) => pair[side].length > 0)
      .map((side) => ({
        ...order(`pair-no-${side}`, (events) => {
          const lost = events.find(({ value }) => pair[side].includes(sequence?.symbolOf(value) ?? ''))
          return lost && events.filter((event) => event !== lost)
        }),
        what: pair[side].join(' '),
      })),
  )
}

function order(kind: string, change: FrameChange['change']): FrameChange {
  const onEvents: FrameChange['change'] = (frames, stream) => {
    const events = frames.filter((frame) => frame.kind === 'event')
    return events.length === 0 ? undefined : change(events, stream)
  }
  return { kind, what: 'events', owners: ORDER, change: onEvents, mayBeLegal: false }
}

function legal(kind: string, change: FrameChange['change']): FrameChange {
  return { ...order(kind, change), mayBeLegal: true }
}

function renamed(frame: DecodedFrame): DecodedFrame {
  return frame.event === undefined ? frame : { ...frame, event: 'no_such_event' }
}

// At least three, so that it is the middle of something that comes piece by piece.
function middleOf(events: readonly DecodedFrame[]): DecodedFrame | undefined {
  return events.length > 2 ? events[Math.floor(events.length / 2)] : undefined
}

function mostFrequent(events: readonly DecodedFrame[], stream: StreamSpec): readonly DecodedFrame[] {
  const pieces = piecesOf(stream, events)?.events ?? []
  const others = events.filter((event) => !pieces.includes(event))
  return groupByName(stream, others).sort((a, b) => b.length - a.length)[0] ?? []
}
