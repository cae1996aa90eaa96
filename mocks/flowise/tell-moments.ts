import type { Moment } from '../../src/run/moment.ts'
import type { StreamEvent, TimedEvent } from './event.ts'

/** Tells moments in one stretch, each event at the time of its moment, until what is told is over. */
export function* tellMoments<Telling extends { readonly over: boolean }>(
  telling: Telling,
  moments: Iterable<Moment>,
  tell: (telling: Telling, moment: Moment) => readonly (StreamEvent | TimedEvent)[],
): Generator<TimedEvent> {
  for (const moment of moments) {
    for (const told of tell(telling, moment)) {
      yield 'stretch' in told ? told : { at: moment.at, stretch: 0, event: told }
    }
    if (telling.over) return
  }
}
