import { readPointer } from '../../../src/spec/pointer.ts'
import type { Call, Damage } from '../proxy.ts'

type Frames = NonNullable<Damage['frames']>

/** Changes each event of a stream by its JSON, in its frame; a list stands for several events, or none. */
export function eachEvent(change: (event: unknown, number: number, call: Call) => readonly unknown[]): Frames {
  return (call) => {
    let number = 0
    return (frame) => {
      const json = frame === undefined ? undefined : /\{.*\}/.exec(frame)?.[0]
      if (frame === undefined || json === undefined) return frame === undefined ? [] : [frame]
      number += 1
      return change(JSON.parse(json), number, call).map((event) => frame.replace(json, () => JSON.stringify(event)))
    }
  }
}

/** Changes the events of one name. */
export function eachNamed(name: string, change: (event: unknown) => readonly unknown[]): Frames {
  return eachEvent((event) => (nameOf(event) === name ? change(event) : [event]))
}

/** Changes each frame as text. */
export function eachFrame(change: (frame: string) => readonly string[] | { readonly cut: string } | 'stall'): Frames {
  return () => (frame) => (frame === undefined ? [] : change(frame))
}

export function nameOf(event: unknown): unknown {
  return readPointer(event, '/event')
}
