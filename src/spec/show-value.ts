const LONGEST = 80

/** A value in a few words for a message: whole when it is short, its outline when not. Never longer than about 80 characters. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return showString(value)
  if (value === undefined) return 'nothing'
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty object' : cut(`an object with ${keys.slice(0, 20).join(', ')}`)
}

/** Lists the values that are allowed; a long list is cut and says how long it is. */
export function showChoices(values: readonly unknown[]): string {
  const most = 24
  const shown = values.slice(0, most).map(showValue).join(', ')
  return values.length > most ? `${shown}, … (${values.length} in all)` : shown
}

// Cut before quoting, so that a value of megabytes costs nothing.
function showString(value: string): string {
  return value.length > LONGEST
    ? `${JSON.stringify(value.slice(0, LONGEST))}… (${value.length} characters)`
    : JSON.stringify(value)
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
