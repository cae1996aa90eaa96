import { frameWords, type ShownFrame } from '../exchange.ts'

/** A frame that breaks promises: its index, and the ids of the checks that say so. */
export interface Offence {
  readonly frame: number
  readonly checks: readonly string[]
}

/** A row of a timeline: the frames of one name. */
export interface Row {
  readonly name: string
  readonly frames: number
}

/** The frames of one row that came in the same small part of the time: one stroke, for they would hide each other. */
export interface Tick {
  readonly row: number
  readonly name: string
  /** Milliseconds since the request, of the first frame. */
  readonly at: number
  /** What the first and the last frame are called. */
  readonly first: string
  readonly last: string
  readonly frames: number
}

/** A frame that breaks something, in its place. */
export interface Mark {
  /** What the frame is called. */
  readonly words: string
  readonly name: string
  readonly at: number
  readonly row: number
  readonly offence: Offence
}

export interface Layout {
  readonly rows: readonly Row[]
  readonly ticks: readonly Tick[]
  readonly marks: readonly Mark[]
  /** Milliseconds from the request to the right edge; more than 0. */
  readonly span: number
}

const MOST_ROWS = 24
const PARTS = 180
const OTHERS = 'other names'

/** Places frames on rows and in time. Names beyond the 23rd share the last row. */
export function layOut(frames: readonly ShownFrame[], offences: readonly Offence[], end: number): Layout {
  const span = frames.reduce((latest, { at }) => Math.max(latest, at), Math.max(end, 1))
  const all = [...new Set(frames.map(({ name }) => name))]
  const names = all.length > MOST_ROWS ? [...all.slice(0, MOST_ROWS - 1), OTHERS] : all
  const places = new Map(names.map((name, row) => [name, row]))
  const rowOf = ({ name }: ShownFrame): number => places.get(name) ?? names.length - 1
  const counts = new Map<number, number>()
  for (const frame of frames) counts.set(rowOf(frame), (counts.get(rowOf(frame)) ?? 0) + 1)
  return {
    rows: names.map((name, row) => ({ name, frames: counts.get(row) ?? 0 })),
    ticks: mergeTicks(frames, rowOf, span),
    marks: offences.flatMap((offence) => {
      const frame = frames[offence.frame]
      if (!frame) return []
      return [{ words: frameWords(frame, offence.frame), name: frame.name, at: frame.at, row: rowOf(frame), offence }]
    }),
    span,
  }
}

function mergeTicks(
  frames: readonly ShownFrame[],
  rowOf: (frame: ShownFrame) => number,
  span: number,
): readonly Tick[] {
  const ticks = new Map<string, Tick>()
  for (const [index, frame] of frames.entries()) {
    const row = rowOf(frame)
    const key = `${row} ${Math.round((frame.at / span) * PARTS)}`
    const words = frameWords(frame, index)
    const before = ticks.get(key) ?? { row, name: frame.name, at: frame.at, first: words, last: words, frames: 0 }
    ticks.set(key, { ...before, last: words, frames: before.frames + 1 })
  }
  return [...ticks.values()]
}
