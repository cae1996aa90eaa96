import type { Answer, Mutant, Undamaged } from './mutant.ts'
import { isDamaged } from './mutant.ts'
import { type Splice, spliceOf } from './splice.ts'

/** How an answer went on: to its end, until something else was asked, or until it was left. Only what ends by itself can be read whole. */
export type Course = 'ends' | 'waits' | 'left'

/** An answer of a correct server, and where in a verify it came. */
export interface RecordedAnswer {
  /** As `ExchangeNames` names it. */
  readonly name: string
  readonly operation: string
  readonly answer: Answer
  readonly course: Course
}

/** All that a correct server answered in one verify, in order. */
export type Recording = readonly RecordedAnswer[]

/**
 * Why no answer of a verify can show a mutant; undefined where one can. Up to the first answer that is damaged a verify is the recorded one, so
 * that nothing need be sent to know it.
 */
export function findUnseen(recording: Recording, { operation, part, begin }: Mutant): Undamaged | undefined {
  const damage = begin()
  const found = new Set<Undamaged>()
  for (const recorded of recording.filter((other) => other.operation === operation)) {
    if (part === 'held' ? recorded.course !== 'waits' : part === undefined && recorded.course === 'left') continue
    const result = damage(recorded.answer)
    if (part === undefined && recorded.course === 'waits') {
      if (spliceFor(recorded, result)) return undefined
    } else if (isDamaged(result)) return undefined
    if (!isDamaged(result)) found.add(result)
  }
  return (['legal', 'absent', 'not-asked'] as const).find((fate) => found.has(fate)) ?? 'not-asked'
}

/** How a damage is done to a stream as it passes; undefined where it would have to be kept back. */
export function spliceFor({ answer }: RecordedAnswer, damaged: Answer | Undamaged): Splice | undefined {
  return isDamaged(damaged) && damaged.end === 'closed' ? spliceOf(answer.text, damaged.text) : undefined
}
