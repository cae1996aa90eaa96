import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, exchange } from './exchange.ts'
import { type Recording, recordingOf, type Write } from './recording.ts'
import type { BenchRequest } from './request.ts'

const STREAMS = 20
const APART = 20

/**
 * Reads a few paced streams of an idle server and makes of them the one recording that all should follow: each event at the earliest time that any
 * stream had it, in whole milliseconds; events of the same millisecond in one write.
 */
export async function captureSchedule(port: number, request: BenchRequest, eventEnd: string): Promise<Recording> {
  const answers = await Promise.all(
    Array.from({ length: STREAMS }, async (_, index) => {
      await sleep(index * APART)
      return exchange(port, request)
    }),
  )
  const [first, ...others] = answers.map((answer) => eventsOf(answer, eventEnd))
  const [answer] = answers
  if (answer === undefined || first === undefined) throw new Error('Failed to capture a schedule: there was no stream')
  if (others.some(({ length }) => length !== first.length)) {
    throw new Error('Failed to capture a schedule: the streams differ in their number of events')
  }
  const events = first.map(({ at, text }, index) => ({
    at: Math.floor(Math.min(at, ...others.map((other) => other[index]?.at ?? at))),
    text,
  }))
  return { ...recordingOf(request, answer), writes: joinSameTime(events) }
}

/** When each event of a recording is due, in ms after the request. */
export function eventTimes({ writes }: Recording, eventEnd: string): number[] {
  return writes.flatMap(({ at, text }) => splitEvents(text, eventEnd).map(() => at))
}

/** Joins neighbours that leave in the same millisecond. */
export function joinSameTime(events: readonly Write[]): Write[] {
  const writes: Write[] = []
  for (const event of events) {
    const last = writes.at(-1)
    if (last?.at === event.at) writes[writes.length - 1] = { at: last.at, text: last.text + event.text }
    else writes.push(event)
  }
  return writes
}

function eventsOf({ chunks, times }: Answer, eventEnd: string): Write[] {
  return chunks.flatMap((chunk, index) => splitEvents(chunk, eventEnd).map((text) => ({ at: times[index] ?? 0, text })))
}

function splitEvents(text: string, eventEnd: string): string[] {
  const events = text.split(eventEnd).map((event) => event + eventEnd)
  events.pop()
  return events
}
