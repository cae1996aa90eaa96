import { pointerTokens, readPointer } from '../../src/spec/pointer.ts'
import { isRecord } from '../../src/spec/record.ts'
import type { Call, Damage } from './proxy.ts'

/** Changes each event of a stream by its JSON; a list stands for several events, or none. Frames without data stay as they are. */
export function eachEvent(
  change: (event: unknown, number: number) => readonly unknown[],
): NonNullable<Damage['frames']> {
  return () => {
    let number = 0
    return (frame) => {
      const event = frame === undefined ? undefined : eventOf(frame)
      if (frame === undefined || event === undefined) return frame === undefined ? [] : [frame]
      number += 1
      return change(event, number).map(frameOf)
    }
  }
}

/** Changes the events of one name. */
export function eachNamed(name: string, change: (event: unknown) => readonly unknown[]): NonNullable<Damage['frames']> {
  return eachEvent((event) => (nameOf(event) === name ? change(event) : [event]))
}

/** Changes a JSON body. */
export function eachBody(change: (body: unknown, call: Call) => unknown): NonNullable<Damage['text']> {
  return (text, call) => JSON.stringify(change(JSON.parse(text), call))
}

/** The JSON of a frame; undefined for pings. */
export function eventOf(frame: string): unknown {
  const data = /^data: (.*)$/m.exec(frame)?.[1]
  return data === undefined ? undefined : JSON.parse(data)
}

export function nameOf(event: unknown): unknown {
  return readPointer(event, '/event')
}

/** An event on the wire. */
export function frameOf(event: unknown): string {
  return `data: ${JSON.stringify(event)}\n\n`
}

/** A copy with another value at a pointer. */
export function put(value: unknown, pointer: string, inner: unknown): unknown {
  return change(value, pointerTokens(pointer), () => inner)
}

/** A copy without the member that a pointer names. */
export function without(value: unknown, pointer: string): unknown {
  return change(value, pointerTokens(pointer), () => undefined)
}

/** A copy with the value at a pointer changed. */
export function map(value: unknown, pointer: string, by: (inner: unknown) => unknown): unknown {
  return change(value, pointerTokens(pointer), by)
}

function change(value: unknown, [token, ...rest]: readonly string[], by: (inner: unknown) => unknown): unknown {
  if (token === undefined) return by(value)
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === token ? change(item, rest, by) : item))
  if (!isRecord(value)) return value
  const changed = change(value[token], rest, by)
  const others = Object.entries(value).map(([key, inner]) => [key, key === token ? changed : inner])
  const all = token in value ? others : [...others, [token, changed]]
  return Object.fromEntries(all.filter(([, inner]) => inner !== undefined))
}
