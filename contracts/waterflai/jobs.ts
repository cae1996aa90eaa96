import type { Check, Evidence } from '../../src/contract/check.ts'
import { nameForRole } from '../../src/contract/flows.ts'
import type { Sight } from '../../src/contract/journey-checks.ts'
import { withKnownEvents } from '../../src/contract/known-events.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import type { operations } from '../../src/generated/waterflai.ts'
import type { Spec } from '../../src/spec/spec.ts'
import { executionIdOf, FLOW_ROLES, isOver, stateOf } from './known.ts'

/** All that was asked about one job that a journey started, each list in the order of asking. */
export interface Job {
  readonly id: string
  readonly start: Transcript
  readonly polls: readonly Transcript[]
  readonly cancels: readonly Transcript[]
  readonly streams: readonly Transcript[]
}

type Journey = 'job' | 'failed-job' | 'cancelled-job'

/** A check of each job as it stands in a table. */
export interface JobCheck {
  readonly id: string
  readonly claim: Check['claim']
  readonly operation: keyof operations
  /** Journeys whose jobs show it. */
  readonly journeys: readonly Journey[]
  readonly judge: (job: Job, spec: Spec) => Sight
}

/** Makes checks of a table: each is judged once for each job of its journeys. */
export function checksOfJobs(table: readonly JobCheck[]): readonly Check[] {
  return table.map(({ id, claim, operation, journeys, judge }) => {
    const needs = journeys.flatMap((journey) => FLOW_ROLES.map((role) => nameForRole(journey, role)))
    return {
      id,
      claim,
      operation,
      needs,
      judge: (evidence) =>
        jobsOf({ transcripts: withKnownEvents(evidence) })
          .filter(({ start }) => needs.includes(start.probe))
          .flatMap((job) => {
            const sight = judge(job, evidence.spec)
            if (typeof sight === 'string') return [{ verdict: 'unchecked', reason: sight } as const]
            return 'verdict' in sight ? [sight] : sight
          }),
    }
  })
}

/** The jobs that journeys started. */
export function jobsOf({ transcripts }: Pick<Evidence, 'transcripts'>): readonly Job[] {
  return transcripts.flatMap((start) => {
    const id = start.operation === 'startExecution' && start.flaw === undefined ? executionIdOf(start) : undefined
    if (id === undefined) return []
    const about = (operation: keyof operations): readonly Transcript[] =>
      transcripts
        .filter((transcript) => transcript.operation === operation && transcript.probe === start.probe)
        .filter(({ request }) => request.parameters.execution_id === id)
        .toSorted((a, b) => a.sentAt - b.sentAt)
    return [
      { id, start, polls: about('getExecution'), cancels: about('cancelExecution'), streams: about('streamExecution') },
    ]
  })
}

/** When an answer had come whole, on the clock of `sentAt`. */
export function endedAt({ sentAt, answer }: Transcript): number {
  return sentAt + (answer?.end.at ?? 0)
}

/** The last answer about a job before a request was sent. */
export function pollBefore({ polls }: Job, { sentAt }: Transcript): Transcript | undefined {
  return polls.findLast((poll) => stateOf(poll) !== undefined && endedAt(poll) <= sentAt)
}

/** The first answer about a job that was asked for after an exchange. */
export function pollAfter({ polls }: Job, transcript: Transcript): Transcript | undefined {
  return polls.find((poll) => stateOf(poll) !== undefined && poll.sentAt >= endedAt(transcript))
}

/** The last answer about a job, if it had ended by then. */
export function endOf({ polls }: Job): Transcript | undefined {
  const last = polls.findLast((poll) => stateOf(poll) !== undefined)
  return last && isOver(stateOf(last)) ? last : undefined
}
