// Characters that never join a neighbour of their own kind into one grapheme: a cut between two of them is safe without asking
// the segmenter, which is slow. Letters of the common scripts, the punctuation of text, spaces; no marks, no joiners, no emoji.
const PLAIN =
  '\\t\\n\\x20-\\x7e\\u00c0-\\u024f\\u0391-\\u03c9\\u0410-\\u044f\\u05d0-\\u05ea\\u0621-\\u063a\\u0641-\\u064a' +
  '\\u2010-\\u2027\\u3001-\\u3003\\u3008-\\u3011\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff5e'

// A run of plain characters that does not touch any other, or a stretch of others with the plain characters that touch it.
const STRETCH = new RegExp(`[${PLAIN}]+(?![^${PLAIN}])|((?:[${PLAIN}]?[^${PLAIN}]+)+[${PLAIN}]?)`, 'g')
const PLAIN_TOKEN = / ?[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]{1,2}| ?\d{1,3}| ?[\p{L}']{1,6}|\n+| +(?! )| ?./gsu

/** Cuts a text into pieces about as large as a model's tokens. They join to exactly the text, and none ends inside a grapheme. */
export function cutTokens(text: string): string[] {
  const tokens: string[] = []
  for (const [stretch, mixed] of text.matchAll(STRETCH)) {
    if (mixed === undefined) for (const token of stretch.match(PLAIN_TOKEN) ?? []) tokens.push(token)
    else pushGraphemes(mixed, tokens)
  }
  return tokens
}

/** Tokens of at most two graphemes; a space begins a new one. */
function pushGraphemes(text: string, tokens: string[]): void {
  let token = ''
  let size = 0
  for (const grapheme of graphemesOf(text)) {
    if (size === 2 || (size > 0 && grapheme.startsWith(' '))) {
      tokens.push(token)
      token = ''
      size = 0
    }
    token += grapheme
    size += 1
  }
  if (token !== '') tokens.push(token)
}

const WINDOW = 256
let segmenter: Intl.Segmenter | undefined

// The segmenter takes time quadratic in the length of its text, so it gets windows, each from the last certain boundary on.
function* graphemesOf(text: string): Generator<string> {
  // Making one takes as long as loading a large module, and most texts need none.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let start = 0
  let size = WINDOW
  while (start < text.length) {
    const end = codePointEnd(text, start + size)
    const found = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment)
    if (end < text.length && found.length === 1) {
      size *= 2
      continue
    }
    if (end < text.length) found.pop()
    yield* found
    start += found.reduce((length, grapheme) => length + grapheme.length, 0)
    size = WINDOW
  }
}

/** The offset, or the next one where it would part a surrogate pair, which the segmenter would take for two graphemes. */
function codePointEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset + 1 : offset
}
