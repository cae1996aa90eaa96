import { isRecord } from './record.ts'

/** Whether a text is a JSON Pointer. @see https://www.rfc-editor.org/rfc/rfc6901#section-3 */
export function isPointer(text: string): boolean {
  return /^(\/([^~/]|~[01])*)*$/.test(text)
}

/** The unescaped reference tokens of a JSON Pointer: `/a~1b/0` is `a/b`, then `0`. */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapeToken)
}

/** A pointer to what stands below another one; the tokens are names and indexes, not escaped yet. */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  let joined = pointer
  for (const token of tokens) joined += `/${escapeToken(String(token))}`
  return joined
}

/** The value that a JSON Pointer addresses, `undefined` when there is none. */
export function readPointer(value: unknown, pointer: string): unknown {
  return readTokens(value, pointerTokens(pointer))
}

/** `readPointer` for a pointer that is read often: its tokens are parsed once, by `pointerTokens`. */
export function readTokens(value: unknown, tokens: readonly string[]): unknown {
  let found = value
  for (const token of tokens) {
    if (Array.isArray(found)) found = readIndex(found, token)
    // What an object inherits (`constructor`, `toString`) is no member of the JSON it came from.
    else if (isRecord(found) && Object.hasOwn(found, token)) found = found[token]
    else return undefined
  }
  return found
}

function readIndex(items: readonly unknown[], token: string): unknown {
  return /^(0|[1-9]\d*)$/.test(token) ? items[Number(token)] : undefined
}

// The order matters: `~01` is `~1`, not `/`.
function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token
}

function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token
}
