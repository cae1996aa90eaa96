import type { Run } from '../../src/mock/run.ts'
import type { Graph } from './graph.ts'

/** A run as the API tells it: every view of it (result, stream, job, build) takes its ids, texts and times from here, so that they agree. */
export interface Story {
  readonly run: Run
  readonly graph: Graph
  readonly flowId: string
  readonly sessionId: string
  /** The input as the caller gave it; null when none was given. */
  readonly input: string | null
  /** Version whose habits show: times of messages are of another form from 1.11 on. */
  readonly era: '1.8' | '1.11'
}
