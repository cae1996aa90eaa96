import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { StreamSpec } from '../../src/spec/spec.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { put } from '../broken/damage.ts'
import { withValue } from './frames.ts'

/** The events that bring a text piece by piece. */
export interface Pieces {
  readonly events: readonly DecodedFrame[]
  /** All pieces together. */
  readonly text: string
  /** The same event with another piece. */
  readonly spoil: (event: DecodedFrame) => DecodedFrame
}

/** Pieces of a text differ in length; ids and times do not. */
const FEWEST_LENGTHS = 4

/** The pieces of a stream's text: of all events with one name, those whose text differs most in its length. Undefined where none does. */
export function piecesOf(stream: StreamSpec, events: readonly DecodedFrame[]): Pieces | undefined {
  const places = groupByName(stream, events).flatMap((named) => {
    const pointers = new Set(named.flatMap(({ value }) => textsIn(value)))
    return [...pointers].map((pointer) => {
      const own = named.filter(({ value }) => typeof readPointer(value, pointer) === 'string')
      return { own, pointer, lengths: new Set(own.map(({ value }) => String(readPointer(value, pointer)).length)).size }
    })
  })
  const [most] = places.sort((a, b) => b.lengths - a.lengths)
  if (most === undefined || most.lengths < FEWEST_LENGTHS) return undefined
  const { own, pointer } = most
  return {
    events: own,
    text: own.map(({ value }) => String(readPointer(value, pointer))).join(''),
    spoil: (event) => withValue(event, put(event.value, pointer, `${readPointer(event.value, pointer)}~`)),
  }
}

/** Events by what they are called: by their sequence, else by what they consist of. */
export function groupByName(stream: StreamSpec, events: readonly DecodedFrame[]): (readonly DecodedFrame[])[] {
  const groups = new Map<string, DecodedFrame[]>()
  for (const event of events) {
    const name = nameOf(stream, event)
    groups.set(name, [...(groups.get(name) ?? []), event])
  }
  return [...groups.values()]
}

function nameOf({ sequence }: StreamSpec, { value }: DecodedFrame): string {
  return sequence?.symbolOf(value) ?? (isRecord(value) ? Object.keys(value).join(' ') : typeof value)
}

/** All texts in a value. */
export function textsOf(value: unknown): readonly string[] {
  return textsIn(value).map((pointer) => String(readPointer(value, pointer)))
}

// JSON Pointers of the texts in a value.
function textsIn(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, joinPointer(at, name)))
}
