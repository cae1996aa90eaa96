import { joinPointer, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Operation, StreamSpec } from '../../src/spec/spec.ts'
import type { DecodedFrame } from '../../src/wire/wire-frame.ts'
import { put, without } from '../broken/damage.ts'
import { jsonOf } from './derive-body.ts'
import { framesOf, textOf, withValue } from './frames.ts'
import { isStream, type Mutant } from './mutant.ts'
import type { RecordedAnswer, Recording } from './recording.ts'
import { streamsOf } from './streams-of.ts'

/**
 * The mutants of texts that a stream brings in pieces. Such a text is known by a correct answer: joined, the pieces are what the same stream, or
 * another answer, tells whole. Where nothing tells it whole, a correct server could have said anything, and each change is legal.
 */
export function deriveTextMutants(recording: Recording, operation: Operation): readonly Mutant[] {
  return streamsOf(operation).flatMap(({ name, stream }) => {
    const streams = recording.filter(
      ({ operation: id, answer, course }) => id === operation.id && course !== 'left' && isStream(answer, name),
    )
    const found = streams.flatMap((recorded) => findPieces(stream, recorded, recording))
    const places = new Map(found.map((pieces) => [`${pieces.symbol} ${pieces.pointer}`, pieces]))
    for (const pieces of found) if (pieces.isWitnessed) places.set(`${pieces.symbol} ${pieces.pointer}`, pieces)
    const witnessed = [...places.values()].filter(({ isWitnessed }) => isWitnessed)
    const shown = witnessed.length > 0 ? witnessed : longest([...places.values()])
    return shown.flatMap((pieces) => pieceMutants(operation, name, stream, pieces))
  })
}

/** Where the events of one symbol carry pieces of a text. */
interface Pieces {
  readonly symbol: string
  readonly pointer: string
  readonly text: string
  readonly isWitnessed: boolean
}

function longest(all: readonly Pieces[]): readonly Pieces[] {
  return all.toSorted((a, b) => b.text.length - a.text.length).slice(0, 1)
}

/** Fewest pieces that make a text. */
const FEWEST = 4

function findPieces(stream: StreamSpec, recorded: RecordedAnswer, recording: Recording): readonly Pieces[] {
  const frames = framesOf(stream, recorded.answer.text)
  const symbolOf = ({ value }: DecodedFrame) => stream.sequence?.symbolOf(value)
  const elsewhere = toldElsewhere(recorded, recording)
  return [...new Set(frames.map(symbolOf))].flatMap((symbol) => {
    const group = frames.filter((frame) => symbolOf(frame) === symbol)
    if (symbol === undefined || group.length < FEWEST) return []
    const others = frames.filter((frame) => !group.includes(frame)).map(({ value }) => value)
    return textsIn(group[0]?.value).flatMap(([pointer]) =>
      joinTexts(group, pointer).map((text) => {
        const isWitnessed = [...others, ...elsewhere].some((value) =>
          textsIn(value).some(([, whole]) => whole.includes(text)),
        )
        return { symbol, pointer, text, isWitnessed }
      }),
    )
  })
}

/** The texts that the pieces at a pointer make: those of one text differ in nothing else that stands beside them. */
function joinTexts(frames: readonly DecodedFrame[], pointer: string): readonly string[] {
  const texts = new Map<string, string[]>()
  for (const frame of frames) {
    const piece = readPointer(frame.value, pointer)
    if (typeof piece !== 'string') continue
    const name = textNameOf(frame, pointer)
    texts.set(name, [...(texts.get(name) ?? []), piece])
  }
  return [...texts.values()]
    .filter((pieces) => pieces.length >= FEWEST && new Set(pieces).size > 2)
    .map((pieces) => pieces.join(''))
}

function textNameOf({ value }: DecodedFrame, pointer: string): string {
  return JSON.stringify(readPointer(without(value, pointer), pointer.slice(0, pointer.lastIndexOf('/'))))
}

/**
 * What other answers tell of the same run: those that share an id with a stream that no other probe has met. Another run of the same flow may
 * say something else.
 */
function toldElsewhere(recorded: RecordedAnswer, recording: Recording): readonly unknown[] {
  const others = recording
    .filter(({ answer }) => answer.probe !== recorded.answer.probe)
    .map(({ answer }) => answer.text)
  const own = idsIn(recorded.answer.text).filter((id) => !others.some((text) => text.includes(id)))
  return recording
    .filter((other) => other !== recorded && own.some((id) => other.answer.text.includes(id)))
    .map(({ answer }) => jsonOf(answer))
}

function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?<=")(?!\d{4}-\d\d-\d\d)[\w-]*\d[\w-]*(?=")/g))].filter((id) => id.length > 11)
}

/** All texts in a value, with where they stand. */
function textsIn(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]]
  const members = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  return members.flatMap(([key, member]) => textsIn(member, joinPointer(at, key)))
}

type Change = (frames: readonly DecodedFrame[], index: number) => readonly DecodedFrame[]

function pieceMutants(
  operation: Operation,
  name: string,
  stream: StreamSpec,
  { symbol, pointer, isWitnessed }: Pieces,
): readonly Mutant[] {
  const make = (kind: string, change: Change): Mutant => ({
    kind,
    operation: operation.id,
    what: `${name}: ${symbol} ${pointer}`,
    about: `a whole stream as ${name}`,
    legal: 'nothing else tells the text, so that a correct server could have sent it so',
    owners: ['text', 'thoughts', 'tokens', 'pieces', 'messages-agree', 'result-is-the-message'].map(
      (word) => `*${word}*`,
    ),
    begin: () => (answer) => {
      if (!isStream(answer, name)) return 'not-asked'
      if (!isWitnessed) return 'legal'
      const frames = framesOf(stream, answer.text)
      const texts = new Map<string, number[]>()
      for (const [index, frame] of frames.entries()) {
        if (stream.sequence?.symbolOf(frame.value) !== symbol || (readPointer(frame.value, pointer) ?? '') === '')
          continue
        const text = textNameOf(frame, pointer)
        texts.set(text, [...(texts.get(text) ?? []), index])
      }
      const pieces = [...texts.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
      const index = pieces[pieces.length >> 1]
      return index === undefined || pieces.length < FEWEST
        ? 'absent'
        : { ...answer, text: textOf(change(frames, index)) }
    },
  })
  return [
    make('text-lost', (frames, index) => frames.toSpliced(index, 1)),
    make('text-twice', (frames, index) => frames.toSpliced(index, 0, ...frames.slice(index, index + 1))),
    make('text-changed', (frames, index) =>
      frames.map((frame, at) => (at === index ? withValue(frame, put(frame.value, pointer, '\u{1f9e9}')) : frame)),
    ),
  ]
}
