const MOST_DEPTH = 500
const MOST_VALUES = 200_000

/**
 * Parses JSON; what is none has a problem instead of a value. So has what whoever walks through it might not survive:
 * values nested deeper than 500, and more than 200,000 of them.
 */
export function parseJson(text: string): { readonly value: unknown; readonly problem?: 'not-json' | 'too-complex' } {
  if (isTooComplex(text)) return { value: undefined, problem: 'too-complex' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { value: undefined, problem: 'not-json' }
  }
}

function isTooComplex(text: string): boolean {
  // Each level and each value takes a character.
  if (text.length <= MOST_DEPTH) return false
  let depth = 0
  let values = 0
  let inString = false
  for (let at = 0; at < text.length && depth <= MOST_DEPTH && values <= MOST_VALUES; at++) {
    switch (text[at]) {
      case '"':
        inString = !inString
        break
      case '\\':
        at += 1
        break
      case '[':
      case '{':
        if (!inString) depth += 1
        break
      case ']':
      case '}':
        if (!inString) depth -= 1
        break
      case ',':
        if (!inString) values += 1
        break
    }
  }
  return depth > MOST_DEPTH || values > MOST_VALUES
}
