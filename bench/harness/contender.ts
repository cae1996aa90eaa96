import type { BenchRequest } from './request.ts'

/** One server in a comparison. */
export interface Contender {
  readonly name: string
  /** What `node` is started with so that the server listens on this port of the loopback. */
  readonly command: (port: number) => readonly string[]
  /** What it is asked in this comparison; the first 200 to it is its first answer. */
  readonly request: BenchRequest
  /** Text that the end of every right answer to the request holds. */
  readonly ending: string
}
