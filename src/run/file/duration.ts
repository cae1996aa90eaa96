const UNITS = { ms: 1, s: 1000, m: 60_000 } as const

/** What a duration looks like: `4ms`, `1.5s`, `2m`. */
export const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m)$/

/** Whole milliseconds of a duration that matches `DURATION`; undefined for any other text. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit] = DURATION.exec(text) ?? []
  return unit === 'ms' || unit === 's' || unit === 'm' ? Math.round(Number(number) * UNITS[unit]) : undefined
}
