/** What has fewer characters is no secret, and would be found in any word. */
const SHORTEST = 4

/** Takes secrets out of a text. */
export type Redact = (text: string) => string

/**
 * Makes the function that puts a mark in the place of secrets, however a server or a program of ours writes them: as they are, in any case, escaped
 * for JSON, URLs, HTML, JSON Pointers or a shell, once or several times over, in base64 wherever they stand in what was encoded, or cut off before a `…`.
 * Secrets of fewer than 4 characters are left.
 */
export function createRedactor(secrets: readonly string[], mark: string): Redact {
  const needles = [...new Set(secrets)]
    .filter(({ length }) => length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .flatMap(needlesOf)
  return (text) => needles.reduce((redacted, needle) => replaceNeedle(redacted, needle, mark), text)
}

/** What is looked for: where it may start, and for each of its characters the ways to write it. */
interface Needle {
  readonly start: RegExp
  readonly characters: readonly (readonly RegExp[])[]
}

const MOST_KNOWN = 100
const known = new Map<string, readonly Needle[]>()

// A server is sent the same key with each request.
function needlesOf(secret: string): readonly Needle[] {
  const before = known.get(secret)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const needles = [createNeedle(Array.from(secret, waysToWrite)), ...base64s(secret)]
  known.set(secret, needles)
  return needles
}

function createNeedle(characters: readonly (readonly string[])[]): Needle {
  const start = characters.slice(0, SHORTEST).map((ways) => `(?:${ways.join('|')})`)
  return {
    start: new RegExp(start.join(''), 'gi'),
    characters: characters.map((ways) => ways.map((way) => new RegExp(way, 'iy'))),
  }
}

// Base64 writes three bytes as four characters: where the secret begins among them decides how it looks.
function base64s(secret: string): readonly Needle[] {
  const bytes = Buffer.from(secret)
  if (bytes.length < 2 * SHORTEST) return []
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const whole = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3))
    return createNeedle(Array.from(whole, (character) => [...waysToWrite(character), URL_SAFE[character] ?? []].flat()))
  })
}

const URL_SAFE: Readonly<Record<string, string>> = { '+': '-', '/': '_' }

function replaceNeedle(text: string, { start, characters }: Needle, mark: string): string {
  let replaced = ''
  let done = 0
  start.lastIndex = 0
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const end = endOf(text, found.index, characters)
    start.lastIndex = end ?? found.index + 1
    if (end === undefined) continue
    replaced += text.slice(done, found.index) + mark
    done = end
  }
  return done === 0 ? text : replaced + text.slice(done)
}

/** Where what is looked for ends, if it stands here, whole or cut off. */
function endOf(text: string, start: number, characters: Needle['characters']): number | undefined {
  let ends: readonly number[] = [start]
  for (const [index, ways] of characters.entries()) {
    const next = new Set(ends.flatMap((end) => ways.flatMap((way) => endOfMatch(way, text, end) ?? [])))
    if (next.size === 0) {
      const last = Math.max(...ends)
      return index >= SHORTEST && endOfMatch(CUT, text, last) !== undefined ? last : undefined
    }
    ends = [...next]
  }
  return Math.max(...ends)
}

// Our own texts are cut with this sign, maybe in the middle of an escaped character.
const CUT = /[^\s…]{0,16}…/y

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

const ENTITIES: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', "'": 'apos', '<': 'lt', '>': 'gt' }
const POINTER_ESCAPES: Readonly<Record<string, string>> = { '~': '~0', '/': '~1' }
const BACKSLASH = '(?:\\\\|%(?:25)*5c|&(?:amp;)*#(?:92|x5c);)'

/** Patterns for one character, bare and escaped in any number of layers. Letters and digits are escaped by nobody. */
function waysToWrite(character: string): readonly string[] {
  if (/[A-Za-z0-9]/.test(character)) return [character]
  const code = character.codePointAt(0) ?? 0
  const named = ENTITIES[character]
  const inPointer = POINTER_ESCAPES[character]
  return [
    `${BACKSLASH}{0,8}${character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')}`,
    `${BACKSLASH}{0,8}${Array.from(Buffer.from(character), (byte) => `%(?:25)*${hex(byte, 2)}`).join('')}`,
    `${BACKSLASH}{0,8}&(?:amp;)*(?:#0*${code};|#x0*${hex(code, 1)};${named === undefined ? '' : `|${named};`})`,
    `${BACKSLASH}{1,8}(?:u${hex(code, 4)}|x${hex(code, 2)})`,
    ...(inPointer === undefined ? [] : [inPointer]),
    ...(character === '+' ? [' '] : []),
    // Within single quotes, a shell takes it only so.
    ...(character === "'" ? [`'${BACKSLASH}{1,8}''`] : []),
  ]
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0')
}
