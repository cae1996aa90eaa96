import type { FormAnswer, Moment, RunRequest } from '../run/moment.ts'
import type { Scenario } from '../run/scenario.ts'

/** One execution of a scenario on the mock's clock. Its moments are planned; stopping and answering change what is still to come. */
export interface Run {
  readonly scenario: Scenario
  readonly request: RunRequest
  /** Everything random in the run comes from here. */
  readonly seed: string
  /** 1 for the server's first run. */
  readonly number: number
  /** Unix time in ms at which the run was created; moment offsets count from here. */
  readonly createdAt: number
  /** A UUID v4 for a name, the same each time: `run.id('task')`, `run.id('node:write')`. */
  id(name: string): string
  /** All moments, planned ones included, in order. */
  moments(): readonly Moment[]
  /** Moments that have happened by now. */
  past(): readonly Moment[]
  /** Milliseconds since the run was created, on the mock's clock. */
  elapsed(): number
  /** Whether it has finished, or waits for a person (even if only until the form expires). Working until stopped is no rest. */
  resting(): boolean
  /** Whether it has finished by now. */
  over(): boolean
  /**
   * Cuts the run and adds a `run-finished` with status `stopped`, `delay` ms from the next whole ms: what has been told by now stays told.
   * False when it was over already; a second stop changes nothing.
   */
  stop(reason: string, delay?: number): boolean
  /** Answers a form that waits, from the next whole ms on. False when nothing waits for it. */
  answer(answer: Omit<FormAnswer, 'at'>): boolean
  /** Calls back after each change of the moments; returns how to stop listening. */
  onChange(listener: () => void): () => void
}

export interface StartRun {
  readonly scenario: Scenario
  readonly request: RunRequest
  /** Names of ids by which `find` shall know the run: `run`, `task` … */
  readonly names: readonly string[]
}

/** The runs of one mock server, the newest 1,000 ended ones kept. */
export interface Runs {
  start(options: StartRun): Run
  /** The run whose `id(name)` this is. */
  find(name: string, id: string): Run | undefined
  /** Newest first. */
  list(): readonly Run[]
}
