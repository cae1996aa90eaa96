import { readPointer } from '../../../src/spec/pointer.ts'
import { isRecord } from '../../../src/spec/record.ts'
import type { Damage } from '../proxy.ts'

type Change = (event: unknown, number: number) => readonly unknown[]

/** Changes each event of a stream by its JSON, be it bare or the data of a server-sent event; a list stands for several events, or none. */
export function eachEvent(change: Change): NonNullable<Damage['frames']> {
  return () => {
    let number = 0
    return (frame) => (frame === undefined ? [] : changeFrame(frame, (event) => change(event, ++number)))
  }
}

/** Changes the events of one name. */
export function eachNamed(name: string, change: (event: unknown) => readonly unknown[]): NonNullable<Damage['frames']> {
  return eachEvent((event) => (nameOf(event) === name ? change(event) : [event]))
}

export function nameOf(event: unknown): unknown {
  return readPointer(event, '/event')
}

/** `data` of an event. */
export function dataOf(event: unknown): Readonly<Record<string, unknown>> {
  const data = readPointer(event, '/data')
  return isRecord(data) ? data : {}
}

/** The message without the copy of itself, as it was once streamed. */
export function flat(event: unknown): unknown {
  const { data: _, text_key: __, default_value: ___, ...rest } = dataOf(event)
  return { event: nameOf(event), data: rest }
}

function changeFrame(frame: string, change: (event: unknown) => readonly unknown[]): readonly string[] {
  const json = /\{.*\}/.exec(frame)?.[0]
  if (json === undefined) return [frame]
  return change(JSON.parse(json)).map((event) => frame.replace(json, () => JSON.stringify(event)))
}
