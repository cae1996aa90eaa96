import type { Random } from '../random.ts'
import type { Pace } from '../scenario.ts'
import type { Place } from './place.ts'
import { sleep } from './place.ts'
import type { Part } from './schedule.ts'
import { cutTokens } from './tokens.ts'

/** How a text came out: offsets of its first and its last piece, and how many there were. */
export interface Written {
  readonly firstAt: number
  readonly lastAt: number
  readonly pieces: number
}

interface Writing {
  readonly pace: Pace
  /** Milliseconds until the first piece. */
  readonly first: number
  readonly random: Random
  /** Told of each piece when it is due; absent when nobody sees the text grow. */
  readonly tell: ((piece: string, last: boolean) => void) | undefined
}

/** Writes a text piece by piece at a pace. */
export function* writeText(text: string, place: Place, { pace, first, random, tell }: Writing): Part<Written> {
  const { clock } = place.flow
  const begunAt = clock.now
  const pieces = cutTokens(text)
  const offsets = pieceOffsets(pieces.length, pace, first, random)
  const lastAt = begunAt + (offsets.at(-1) ?? Math.round(first))
  if (tell === undefined || pieces.length === 0) yield* sleep(place, lastAt - begunAt)
  else {
    const times = offsets.map((offset) => begunAt + offset)
    yield { for: 'beats', times, beat: (index) => tell(pieces[index] ?? '', index === pieces.length - 1) }
  }
  return { firstAt: begunAt + (offsets[0] ?? Math.round(first)), lastAt, pieces: pieces.length }
}

/** When each piece is due, in whole milliseconds; rounding never adds up. */
function pieceOffsets(count: number, { tokensPerSecond, jitter }: Pace, first: number, random: Random): number[] {
  const offsets: number[] = []
  for (let due = first; offsets.length < count; ) {
    offsets.push(Math.round(due))
    due += (1000 / tokensPerSecond) * (1 + jitter * (2 * random() - 1))
  }
  return offsets
}
