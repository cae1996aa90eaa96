import type { Dice } from './random.ts'

/** So many pieces may be of a few bytes: a read of each takes its time. */
const MOST_SMALL = 300

/** Cuts bytes into the pieces that they arrive in, anywhere, of one byte at the least. */
export function cutBytes(bytes: Uint8Array, dice: Dice): readonly Uint8Array[] {
  const longest = dice.pick([1, 7, 64, 64, 1_024, 1_024])
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + dice.below(pieces.length < MOST_SMALL ? longest : 4_096)
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return pieces
}
