import { hashWords } from './uuid.ts'

/** The next number of a stream, at least 0 and below 1. */
export type Random = () => number

/** A stream of numbers that depends on nothing but the seed (sfc32). Give each purpose a seed of its own, so that none shifts another. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = hashWords(seed)
  return () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
}
