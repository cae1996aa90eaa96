/**
 * JSON as Python's `json.dumps` writes it by default: a space after `,` and `:`, everything beyond ASCII escaped. The server uses it for whole
 * answers and for the one frame of a finished run; live frames are compact UTF-8 (`JSON.stringify`).
 */
export function pythonJson(value: unknown): string {
  return spaced(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => spaced(item ?? null)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`).join(', ')}}`
}
