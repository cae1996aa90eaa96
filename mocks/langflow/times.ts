import { hashOf } from '../../src/run/uuid.ts'

/** `2026-04-10T09:12:03+00:00`: the outer time of a message, up to 1.8. */
export const isoTime = (unixMs: number): string => `${new Date(unixMs).toISOString().slice(0, 19)}+00:00`

/** `2026-04-10 09:12:03 UTC`: the time within a message's `data`, up to 1.8. */
export const utcTime = (unixMs: number): string =>
  `${new Date(unixMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** `2026-08-01 10:00:00.123456 UTC`: both times of a message from 1.11 on. */
export const preciseUtcTime = (unixMs: number, name: string): string =>
  `${microseconds(unixMs, name).replace('T', ' ')} UTC`

/** `2026-08-01T10:00:00.412345Z`: when a component was built. */
export const buildTime = (unixMs: number, name: string): string => `${microseconds(unixMs, name)}Z`

/** `2026-08-01T10:00:01.241093+00:00`: when an answer about a job was made. */
export const createdTime = (unixMs: number, name: string): string => `${microseconds(unixMs, name)}+00:00`

/** How long a build took, in words: `123 ms`, `1.2 s`, `1m 2.0s`. */
export function spokenDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)}m ${((ms % 60_000) / 1_000).toFixed(1)}s`
}

// The digits below the millisecond come from the name, as a real clock has some and ours has none.
function microseconds(unixMs: number, name: string): string {
  const digits = String((hashOf(name) % 999) + 1).padStart(3, '0')
  return new Date(unixMs).toISOString().replace('Z', digits)
}
