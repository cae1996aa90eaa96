import { kebab } from '../../src/contract/kebab.ts'
import { pointerTokens, readPointer } from '../../src/spec/pointer.ts'
import type { Sequence, SequenceViolation } from '../../src/spec/sequence.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { put } from '../broken/damage.ts'
import { framesOf, textOf, violationsOf, withValue } from './frames.ts'
import { isStream, type Mutant } from './mutant.ts'

type Frames = readonly DecodedFrame[]
type Violated = SequenceViolation['kind']

/** A change at one frame of a stream. */
interface FrameChange {
  readonly kind: string
  readonly what: string
  readonly owners: readonly string[]
  /** Whether the change may be made at this frame. */
  readonly at: (frame: DecodedFrame) => boolean
  readonly change: (frames: Frames, index: number) => Frames
  /** Violations one of which shows that the change breaks the promise. */
  readonly breaks?: readonly Violated[]
}

const ORDER = ['stream-order', 'stream-pairs', 'stream-end', 'stream-end-assumed']

/** The mutants of the order of events, their pairs and what is constant in them: each changes the first place where that is illegal. */
export function deriveOrderMutants(operation: Operation, name: string, stream: StreamSpec): readonly Mutant[] {
  const { sequence, eventNames } = stream
  if (sequence === undefined) return []
  const changes = [
    ...eventNames.flatMap((event) => eventChanges(sequence, event)),
    foreignChange(sequence),
    ...sequence.pairs.flatMap(pairChanges(sequence)),
    ...sequence.constant.map(constantChange),
  ]
  return changes.map(({ kind, what, owners, at, change, breaks }) => ({
    kind,
    operation: operation.id,
    what: `${name}: ${what}`,
    about: `a whole stream as ${name}`,
    owners: owners.map((owner) => `${kebab(operation.id)}.${owner}`),
    begin: () => (answer) => {
      if (!isStream(answer, name)) return 'not-asked'
      const frames = framesOf(stream, answer.text)
      const places = frames.flatMap((frame, index) => (frame.kind === 'event' && at(frame) ? [index] : []))
      if (places.length === 0) return 'absent'
      for (const place of [places[0], places[places.length >> 1], places.at(-1)]) {
        if (place === undefined) continue
        const changed = change(frames, place)
        const found = violationsOf(sequence, changed)
        const isBroken = breaks ? found.some(({ kind }) => breaks.includes(kind)) : found.length > 0
        if (isBroken) return { ...answer, text: textOf(changed) }
      }
      return 'legal'
    },
  }))
}

/** What may be done to any event: left out, sent twice, sent after the one that follows it, or sent when all is over. */
function eventChanges(sequence: Sequence, event: string): readonly FrameChange[] {
  const base = {
    what: event,
    owners: ORDER,
    at: ({ value }: DecodedFrame) => isOf(sequence, value, event),
  }
  return [
    { ...base, kind: 'event-left-out', change: (frames, index) => frames.toSpliced(index, 1) },
    {
      ...base,
      kind: 'event-twice',
      change: (frames, index) => frames.toSpliced(index, 0, ...frames.slice(index, index + 1)),
    },
    {
      ...base,
      kind: 'event-swapped',
      change: (frames, index) => frames.toSpliced(index, 2, ...frames.slice(index, index + 2).reverse()),
    },
    {
      ...base,
      kind: 'event-late',
      change: (frames, index) => [...frames.toSpliced(index, 1), ...frames.slice(index, index + 1)],
    },
  ]
}

/** Whether an event is of a name, or of a finer symbol of that name. */
function isOf({ symbols, symbolOf }: Sequence, value: unknown, event: string): boolean {
  const symbol = symbolOf(value)
  return (
    symbol !== undefined && (symbol === event || symbols.some(({ name, event: of }) => name === symbol && of === event))
  )
}

function foreignChange({ machine }: Sequence): FrameChange {
  return {
    kind: 'event-foreign',
    what: 'no_such_event',
    owners: ['stream-foreign', 'stream-events', 'stream-events-assumed'],
    at: ({ data }) => data !== undefined,
    change: (frames, index) => {
      const frame = frames[index]
      return frame
        ? frames.toSpliced(index, 0, withValue(frame, put(frame.value, machine.symbol, 'no_such_event')))
        : frames
    },
    breaks: ['foreign', 'unnamed'],
  }
}

function pairChanges(sequence: Sequence) {
  return ({ open, close, key }: Sequence['pairs'][number]): readonly FrameChange[] => {
    const base = { what: `${open.join(' or ')} … ${close.join(' or ')}`, owners: ['stream-pairs'] }
    const isOneOf = (words: readonly string[]) => (frame: DecodedFrame) =>
      words.some((word) => isOf(sequence, frame.value, word) || sequence.symbolOf(frame.value) === word)
    const leaveOut: FrameChange['change'] = (frames, index) => frames.toSpliced(index, 1)
    const changes: readonly (FrameChange | false)[] = [
      { ...base, kind: 'pair-not-opened', at: isOneOf(open), change: leaveOut, breaks: ['pair-not-open'] },
      close.length > 0 && {
        ...base,
        kind: 'pair-not-closed',
        at: isOneOf(close),
        change: leaveOut,
        breaks: ['pair-left-open'],
      },
      close.length > 0 &&
        key !== undefined && {
          ...base,
          kind: 'pair-other-key',
          at: isOneOf(close),
          change: (frames, index) => changeAt(frames, index, key),
          breaks: ['pair-left-open', 'pair-not-open'],
        },
    ]
    return changes.filter((change) => change !== false)
  }
}

function constantChange(pointer: string): FrameChange {
  return {
    kind: 'id-changed',
    what: pointer,
    owners: ['stream-constants'],
    at: ({ value }) => ['string', 'number'].includes(typeof readPointer(value, pointer)),
    change: (frames, index) => changeAt(frames, index, pointer),
    breaks: ['constant-changed'],
  }
}

/** Another id of the same kind at a pointer of one event. */
function changeAt(frames: Frames, index: number, pointer: string): Frames {
  const frame = frames[index]
  if (frame === undefined || pointerTokens(pointer).length === 0) return frames
  const old = readPointer(frame.value, pointer)
  const other = typeof old === 'number' ? old + 1 : '5d1c7d43-51d5-4a0f-9a0c-2f6f0f8e7a11'
  return frames.toSpliced(index, 1, withValue(frame, put(frame.value, pointer, other)))
}
