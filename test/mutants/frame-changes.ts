import type { StreamSpec } from '../../src/spec/spec.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { withValue } from './frames.ts'
import { groupByName, type Pieces, piecesOf, textsOf } from './pieces.ts'

/** A change of the order of a stream's frames; undefined where there are too few of them. */
export interface FrameChange {
  readonly kind: string
  readonly what: string
  readonly owners: readonly string[]
  readonly change: (frames: readonly DecodedFrame[], stream: StreamSpec) => readonly DecodedFrame[] | undefined
  /** The order may stay legal: other promises are broken. */
  readonly mayBeLegal: boolean
  /** The texts that a change takes from a stream whose order stays legal. */
  readonly takes?: (frames: readonly DecodedFrame[], stream: StreamSpec) => readonly string[]
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
  {
    ...legal('event-lost', (events, stream) => {
      const lost = lostOf(events, stream)
      return lost && events.filter((event) => event !== lost)
    }),
    takes: (frames, stream) => {
      const lost = lostOf(frames, stream)
      const left = frames.filter((frame) => frame !== lost).flatMap(({ value }) => textsOf(value))
      return textsOf(lost?.value).filter((text) => !left.includes(text))
    },
  },
  text('text-lost', (events, piece) => events.filter((event) => event !== piece)),
  text('text-twice', (events, piece) => events.flatMap((event) => (event === piece ? [event, event] : [event]))),
  text('text-swapped', (events, piece, { events: pieces }) => {
    const other = pieces[pieces.indexOf(piece) + 1]
    return other && events.map((event) => (event === piece ? other : event === other ? piece : event))
  }),
  text('text-changed', (events, piece, { spoil }) => events.map((event) => (event === piece ? spoil(event) : event))),
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

// A change at the middle one of the pieces in which a text comes.
function text(
  kind: string,
  change: (events: readonly DecodedFrame[], piece: DecodedFrame, pieces: Pieces) => readonly DecodedFrame[] | undefined,
): FrameChange {
  return {
    ...legal(kind, (events, stream) => {
      const pieces = piecesOf(stream, events)
      const piece = middleOf(pieces?.events ?? [])
      return piece && pieces && change(events, piece, pieces)
    }),
    takes: (frames, stream) => {
      const pieces = piecesOf(stream, frames)
      return pieces ? [pieces.text] : []
    },
  }
}

function renamed(frame: DecodedFrame): DecodedFrame {
  return frame.event === undefined ? frame : { ...frame, event: 'no_such_event' }
}

// At least three, so that it is the middle of something that comes piece by piece.
function middleOf(events: readonly DecodedFrame[]): DecodedFrame | undefined {
  return events.length > 2 ? events[Math.floor(events.length / 2)] : undefined
}

function lostOf(events: readonly DecodedFrame[], stream: StreamSpec): DecodedFrame | undefined {
  return middleOf(mostFrequent(events, stream))
}

function mostFrequent(events: readonly DecodedFrame[], stream: StreamSpec): readonly DecodedFrame[] {
  const pieces = piecesOf(stream, events)?.events ?? []
  const others = events.filter((event) => event.kind === 'event' && !pieces.includes(event))
  return groupByName(stream, others).sort((a, b) => b.length - a.length)[0] ?? []
}
