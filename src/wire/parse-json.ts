/** Parses the data of a frame; what is no JSON has a problem instead of a value. */
export function parseJson(text: string): { readonly value: unknown; readonly problem?: 'not-json' } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { value: undefined, problem: 'not-json' }
  }
}
