import { createRandom } from '../../src/run/random.ts'

/** Choices that depend on nothing but a seed. */
export interface Dice {
  /** Whether something happens that happens in this part of all cases. */
  chance(part: number): boolean
  /** A whole number from 0 up to, and without, the given one. */
  below(most: number): number
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): readonly T[]
}

export function createDice(seed: string): Dice {
  const random = createRandom(seed)
  const below = (most: number): number => Math.floor(random() * most)
  return {
    chance: (part) => random() < part,
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('Failed to pick: there is nothing to pick from.')
      return item
    },
    shuffle(items) {
      const left = [...items]
      return items.flatMap(() => left.splice(below(left.length), 1))
    },
  }
}
