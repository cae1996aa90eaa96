import type { Report } from './report.ts'

/** What every benchmark is given. */
export interface Bench {
  /** Fewer and shorter rounds: to see that it works, not to quote. */
  readonly quick: boolean
  /** A folder for files that servers are started with; gone after the bench. */
  readonly scratch: string
  /** Tells the person who waits what goes on. */
  readonly say: (text: string) => void
}

/** One file in `benchmarks/`. */
export type Benchmark = (bench: Bench) => Promise<readonly Report[]>
