import type { Answer } from './exchange.ts'
import type { BenchRequest } from './request.ts'

/** An answer of the mock, to be sent again by a bare server: the same head, the same bytes in the same writes. */
export interface Recording {
  readonly method: BenchRequest['method']
  readonly path: string
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly writes: readonly Write[]
}

/** One write of a body, `at` milliseconds after the request; several events in it leave together. */
export interface Write {
  readonly at: number
  readonly text: string
}

// Node's server writes these itself.
const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

/** Turns an answer into what a bare server needs to give it again. */
export function recordingOf({ method, path }: BenchRequest, { status, headers, chunks, times }: Answer): Recording {
  return {
    method,
    path,
    status,
    headers: headers.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())),
    writes: chunks.map((text, index) => ({ at: times[index] ?? 0, text })),
  }
}
