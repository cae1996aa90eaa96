import type { WireFrame } from './wire-frame.ts'

const LINE_END = /\r\n|\n|\r/

/**
 * Writes one frame of an event stream, blank line included. Data and comments of several lines become several lines of
 * the wire. Throws a TypeError for what no reader could read back.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function encodeSse({ comment, event, id, retry, data }: WireFrame): string {
  let text = ''
  if (comment !== undefined) text += encodeComment(comment)
  if (event !== undefined) text += encodeField('event', event)
  if (id !== undefined) text += encodeId(id)
  if (retry !== undefined) text += encodeRetry(retry)
  if (data !== undefined) text += encodeData(data)
  if (text === '') throw new TypeError('Failed to encode a frame: it is empty. Give it an event, data or a comment.')
  return `${text}\n`
}

/** Writes one field as one line. A line break would start a new field, so it is refused rather than stripped. */
export function encodeField(name: string, value: string): string {
  if (name === '' || name.includes(':') || LINE_END.test(name)) {
    throw new TypeError(
      `Failed to encode field ${JSON.stringify(name)}: a name has no colon and no line break, and is not empty.`,
    )
  }
  if (LINE_END.test(value))
    throw new TypeError(`Failed to encode "${name}": it must be one line, got ${JSON.stringify(value)}.`)
  return `${name}: ${value}\n`
}

/**
 * Writes the payload, one `data` line for each of its lines; readers join them with a line feed, whichever line end
 * they had.
 */
export function encodeData(data: string): string {
  return eachLine('data: ', data)
}

/** Writes a comment without a blank line after it, so that a frame may follow at once. */
export function encodeComment(comment: string): string {
  return eachLine(': ', comment)
}

function eachLine(prefix: string, text: string): string {
  let lines = ''
  for (const line of text.split(LINE_END)) lines += `${prefix}${line}\n`
  return lines
}

// The standard has readers ignore an id with a NULL in it.
function encodeId(id: string): string {
  if (id.includes('\0')) throw new TypeError('Failed to encode "id": readers ignore an id with a NULL character.')
  return encodeField('id', id)
}

function encodeRetry(retry: number): string {
  if (!Number.isSafeInteger(retry) || retry < 0) {
    throw new TypeError(`Failed to encode "retry": it must be a whole number of milliseconds, got ${retry}.`)
  }
  return encodeField('retry', String(retry))
}
