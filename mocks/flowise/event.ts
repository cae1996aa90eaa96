import type { PredictionStreamEvent } from '../../src/generated/flowise.ts'

export type StreamEvent = PredictionStreamEvent

/** A stream event with the offset at which it happens, in ms since the run was created. */
export interface TimedEvent {
  readonly at: number
  /** Number of the stretch of the run that it belongs to: 0 up to its first stop for a person, then one more each time. */
  readonly stretch: number
  readonly event: StreamEvent
}

/** The last event of a name. */
export function lastNamed<N extends StreamEvent['event']>(
  events: readonly TimedEvent[],
  name: N,
): Extract<StreamEvent, { event: N }> | undefined {
  return eventsNamed(events, name).at(-1)
}

/** All events of a name. */
export function eventsNamed<N extends StreamEvent['event']>(
  events: readonly TimedEvent[],
  name: N,
): Extract<StreamEvent, { event: N }>[] {
  return events
    .map(({ event }) => event)
    .filter((event): event is Extract<StreamEvent, { event: N }> => event.event === name)
}
