import { parseJson } from './parse-json.ts'
import type { DecodedFrame, Field, FrameProblem } from './wire-frame.ts'

const LINE_END = /\r\n|\n|\r/

/** Reads the lines of one frame; undefined when there are none. */
export function parseSseFrame(raw: string): DecodedFrame | undefined {
  const fields: Field[] = []
  const comments: string[] = []
  for (const line of raw.split(LINE_END)) {
    if (line === '') continue
    const { name, value } = parseLine(line)
    if (name === '') comments.push(value)
    else fields.push({ name, value })
  }
  if (fields.length === 0 && comments.length === 0) return undefined
  const comment = comments.length > 0 ? { comment: comments.join('\n') } : {}
  if (fields.length === 0) return { kind: 'comment', ...comment, fields, raw, value: undefined }
  const known = knownOf(fields)
  return { ...comment, ...known, ...worthOf(known, fields), fields, raw }
}

/** A line without a colon is a name; one that starts with a colon is a comment: its name is empty. */
function parseLine(line: string): Field {
  const colon = line.indexOf(':')
  if (colon === -1) return { name: line, value: '' }
  const value = line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
  return { name: line.slice(0, colon), value }
}

interface KnownFields {
  event?: string
  id?: string
  retry?: number
  data?: string
}

function knownOf(fields: readonly Field[]): KnownFields {
  const known: KnownFields = {}
  const data: string[] = []
  for (const { name, value } of fields) {
    if (name === 'data') data.push(value)
    else if (name === 'event') known.event = value
    else if (name === 'id' && !value.includes('\0')) known.id = value
    else if (name === 'retry' && /^[0-9]+$/.test(value)) known.retry = Number(value)
  }
  if (data.length > 0) known.data = data.join('\n')
  return known
}

interface Worth {
  readonly kind: 'event' | 'settings'
  readonly value: unknown
  readonly problem?: FrameProblem
}

function worthOf({ event, id, retry, data }: KnownFields, fields: readonly Field[]): Worth {
  if (data !== undefined) return { kind: 'event', ...parseJson(data) }
  if (event !== undefined)
    return { kind: 'event', value: Object.fromEntries(fields.map(({ name, value }) => [name, value])) }
  if (id !== undefined || retry !== undefined) return { kind: 'settings', value: undefined }
  return { kind: 'event', value: undefined, problem: 'unknown-fields' }
}
