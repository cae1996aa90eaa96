/** A time as the database keeps it: ISO 8601 in whole seconds. */
export function isoSeconds(time: number): string {
  return new Date(Math.floor(time / 1000) * 1000).toISOString()
}
