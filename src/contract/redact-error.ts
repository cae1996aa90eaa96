import type { Redact } from '../redact.ts'

/** Takes keys out of an error, its stack and its causes, in place: so it keeps its class and all that callers look for. */
export function redactError(error: unknown, redact: Redact, seen = new Set<unknown>()): void {
  if (!(error instanceof Error) || seen.has(error)) return
  seen.add(error)
  for (const name of Object.getOwnPropertyNames(error)) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string') Reflect.set(error, name, redact(value))
    redactError(value, redact, seen)
    if (Array.isArray(value)) for (const inner of value) redactError(inner, redact, seen)
  }
}
