import { parseJson } from './parse-json.ts'
import type { DecodedFrame } from './wire-frame.ts'

const JSON_SPACE = /^[ \t\r\n]+|[ \t\r\n]+$/g

/** Reads a frame that is one JSON object and nothing else; undefined for white space. Another JSON value is no frame, so `not-json`. */
export function parseJsonFrame(raw: string): DecodedFrame | undefined {
  const data = raw.replaceAll(JSON_SPACE, '')
  if (data === '') return undefined
  const read = data.startsWith('{') ? parseJson(data) : ({ value: undefined, problem: 'not-json' } as const)
  return { kind: 'event', data, fields: [], raw, ...read }
}
