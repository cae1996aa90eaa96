const LONGEST = 120

/** A value as JSON on one line, cut after 120 characters; `nothing` for what is not there. */
export function showJson(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
