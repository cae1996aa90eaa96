export interface Dispatched {
  readonly type: string
  readonly data: string
  readonly lastId: string
}

/**
 * The events that a browser would dispatch for a whole stream: the standard's own steps, written down one by one, with
 * no thought for speed.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function dispatchByTheBook(stream: string): Dispatched[] {
  const dispatched: Dispatched[] = []
  let data = ''
  let type = ''
  let lastId = ''
  for (const line of wholeLines(stream.startsWith('\uFEFF') ? stream.slice(1) : stream)) {
    if (line === '') {
      if (data !== '') dispatched.push({ type: type || 'message', data: data.slice(0, -1), lastId })
      data = ''
      type = ''
      continue
    }
    const [, field = '', value = ''] = /^([^:]*)(?::(?: ?)(.*))?$/su.exec(line) ?? []
    if (field === 'event') type = value
    else if (field === 'data') data += `${value}\n`
    else if (field === 'id' && !value.includes('\0')) lastId = value
  }
  return dispatched
}

// What follows the last line end is no whole line, and is discarded.
function wholeLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/u).slice(0, -1)
}
