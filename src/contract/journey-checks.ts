import type { Spec } from '../spec/spec.ts'
import type { Check, Evidence, Observation } from './check.ts'
import { nameForRole } from './flows.ts'
import { withKnownEvents } from './known-events.ts'
import type { Transcript } from './transcript.ts'

/** What one journey left behind, without events that the spec does not know. */
export interface Scene {
  readonly spec: Spec
  readonly transcripts: readonly Transcript[]
  /** Those of all other probes as well. */
  readonly all: readonly Transcript[]
  /** The role whose flow the journey was about, if any. */
  readonly role: string | undefined
}

/** What a judge sees: an observation, several, or the reason why it sees nothing. */
export type Sight = Observation | readonly Observation[] | string

/** A check of one journey as it stands in a table. */
export interface JourneyCheck {
  readonly id: string
  readonly claim: Check['claim']
  readonly operation: string
  /** Name of the journey; without its role, if it was made with `eachRole`. */
  readonly journey: string
  /** Roles that the journey was made for: it is judged once for each whose flow was given. */
  readonly roles?: readonly string[]
  readonly judge: (scene: Scene) => Sight
}

/** Makes checks of a table. */
export function journeyChecks(table: readonly JourneyCheck[]): readonly Check[] {
  return table.map(({ id, claim, operation, journey, roles, judge }) => {
    const needs = roles?.map((role) => nameForRole(journey, role)) ?? [journey]
    return {
      id,
      claim,
      operation,
      needs,
      judge: (evidence: Evidence) => {
        const { spec } = evidence
        const all = withKnownEvents(evidence)
        return needs.flatMap((probe, index) => {
          const transcripts = all.filter((transcript) => transcript.probe === probe)
          return transcripts.length === 0 ? [] : asObservations(judge({ spec, transcripts, all, role: roles?.[index] }))
        })
      },
    }
  })
}

function asObservations(sight: Sight): readonly Observation[] {
  if (typeof sight === 'string') return [{ verdict: 'unchecked', reason: sight }]
  return 'verdict' in sight ? [sight] : sight
}

/** The requests of a journey to one operation, in the order of sending. */
export function requestsTo({ transcripts }: Scene, operation: string): readonly Transcript[] {
  return transcripts.filter((transcript) => transcript.operation === operation).toSorted((a, b) => a.sentAt - b.sentAt)
}
