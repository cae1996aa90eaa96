/** Fields by name, of unknown kinds. */
export type Values = Readonly<Record<string, unknown>>

/** Whether a value is an object with fields: no list, and not null. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
