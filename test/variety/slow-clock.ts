import type { PlatformContract } from '../../src/contract/platform-contract.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import type { Dice } from './random.ts'

/** Longest that a slowed verify takes, in milliseconds, where the platform promises no keep-alives. */
const LONGEST = 90_000

/** A clock on which every wait of a verify is longer, some of them a thousand times; nothing overtakes anything. */
export function slowClock(
  transcripts: readonly Transcript[],
  { keepAlive = LONGEST }: PlatformContract,
  dice: Dice,
): (time: number) => number {
  const times = [...new Set(transcripts.flatMap(timesOf))].sort((a, b) => a - b)
  const waits = times.map((time, index) => (time - (times[index - 1] ?? time)) * dice.pick([1, 3, 10, 1_000]))
  const whole = waits.reduce((sum, wait) => sum + wait, 0)
  // A verify that takes no longer in all is never silent for too long.
  const scale = Math.min(1, (keepAlive * 0.9) / whole)
  const slow = new Map<number, number>()
  let now = 0
  for (const [index, time] of times.entries()) {
    now += (waits[index] ?? 0) * scale
    slow.set(time, now)
  }
  return (time) => slow.get(time) ?? now
}

function timesOf({ sentAt, answer }: Transcript): readonly number[] {
  if (!answer) return [sentAt]
  const frames = answer.body.kind === 'stream' ? answer.body.frames.map(({ at }) => at) : []
  return [sentAt, ...[answer.headAt, ...frames, answer.end.at].map((at) => sentAt + at)]
}
