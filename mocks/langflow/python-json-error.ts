/** Where Python's JSON reader stops, and what it says there. */
export interface PythonJsonError {
  /** Characters before the fault. */
  readonly position: number
  readonly message: string
}

class Fault extends Error {
  readonly position: number
  constructor(message: string, position: number) {
    super(message)
    this.position = position
  }
}

/** Reads JSON as Python's `json.loads` does, only to find its first fault. Undefined for what Python takes. */
export function findPythonJsonError(text: string): PythonJsonError | undefined {
  try {
    const end = skipSpace(text, readValue(text, skipSpace(text, 0)))
    return end === text.length ? undefined : { position: end, message: 'Extra data' }
  } catch (error) {
    if (error instanceof Fault) return { position: error.position, message: error.message }
    throw error
  }
}

const LITERAL = /(?:null|true|false|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y

function readValue(text: string, at: number): number {
  const first = text[at]
  if (first === '"') return readString(text, at)
  if (first === '{') return readObject(text, at)
  if (first === '[') return readArray(text, at)
  LITERAL.lastIndex = at
  if (LITERAL.test(text)) return LITERAL.lastIndex
  throw new Fault('Expecting value', at)
}

function readObject(text: string, begin: number): number {
  let at = skipSpace(text, begin + 1)
  if (text[at] === '}') return at + 1
  for (;;) {
    if (text[at] !== '"') throw new Fault('Expecting property name enclosed in double quotes', at)
    at = skipSpace(text, readString(text, at))
    if (text[at] !== ':') throw new Fault("Expecting ':' delimiter", at)
    at = skipSpace(text, readValue(text, skipSpace(text, at + 1)))
    if (text[at] === '}') return at + 1
    if (text[at] !== ',') throw new Fault("Expecting ',' delimiter", at)
    at = skipSpace(text, at + 1)
  }
}

function readArray(text: string, begin: number): number {
  let at = skipSpace(text, begin + 1)
  if (text[at] === ']') return at + 1
  for (;;) {
    at = skipSpace(text, readValue(text, at))
    if (text[at] === ']') return at + 1
    if (text[at] !== ',') throw new Fault("Expecting ',' delimiter", at)
    at = skipSpace(text, at + 1)
  }
}

function readString(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (unit === '"') return at + 1
    if (unit < ' ') throw new Fault('Invalid control character at', at)
    if (unit !== '\\') continue
    at += 1
    const sign = text.charAt(at)
    if (sign === '') break
    if (sign === 'u') {
      if (!/^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5))) throw new Fault('Invalid \\uXXXX escape', at)
      at += 4
    } else if (!'"\\/bfnrt'.includes(sign)) throw new Fault('Invalid \\escape', at - 1)
  }
  throw new Fault('Unterminated string starting at', begin)
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
  return at
}
