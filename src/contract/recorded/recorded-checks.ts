import { matchResponse } from '../../spec/match-response.ts'
import type { Spec } from '../../spec/spec.ts'
import type { Check, Evidence, Observation } from '../check.ts'
import { kebab } from '../kebab.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Transcript } from '../transcript.ts'

/** Why checks that need requests made for them see nothing. */
export const NO_JOURNEYS = 'recorded traffic has no journeys. Hold a live server to it with flowproof verify'
const NO_TIMES = 'recorded traffic does not tell when its frames came. Hold a live server to it with flowproof verify'
const IN_PARTS = 'the stream was recorded in several answers, and where these were cut is not known. Record it in one'

const TIMED = /\.(stream-keep-alive|incremental)$/
const OF_WHOLE_STREAMS = /\.stream-(order|pairs|end|end-assumed)$/

/**
 * The same checks for recorded transcripts. What recordings cannot show comes out unchecked and says why: what needs journeys or times, the
 * statuses of requests that the spec objects to, and the course of a stream that was asked for several times.
 * @param objections - what the spec objects to in a request, by the id of its transcript
 */
export function recordedChecks(
  spec: Spec,
  contract: PlatformContract,
  checks: readonly Check[],
  objections: ReadonlyMap<number, string>,
): readonly Check[] {
  const ofJourneys = new Set(contract.checks)
  const ofStatuses = new Set([...spec.operations.keys()].map((id) => `${kebab(id)}.status`))
  return checks.map((check) => {
    if (ofJourneys.has(check)) return { ...check, judge: () => [unchecked(NO_JOURNEYS)] }
    if (TIMED.test(check.id)) return { ...check, judge: () => [unchecked(NO_TIMES)] }
    if (ofStatuses.has(check.id)) {
      return leavingOut(check, (transcript) => objectionTo(objections.get(transcript.id)) ?? failure(spec, transcript))
    }
    if (OF_WHOLE_STREAMS.test(check.id)) return leavingOutParts(check)
    return leavingOut(check, () => undefined)
  })
}

function objectionTo(objection: string | undefined): string | undefined {
  return objection && `the spec objects to what was sent: ${objection}. Record a good request`
}

// Some servers document 500 for an id that they do not know. A documented 4xx is undecided by the guess in its transcript.
function failure({ operations }: Spec, { operation, answer }: Transcript): string | undefined {
  const known = operations.get(operation)
  if (!known || !answer || answer.status < 500 || !matchResponse(known, answer.status)) return undefined
  return `${answer.status} is documented, and whether it was right for what was sent is not known. Record a success`
}

function leavingOutParts(check: Check): Check {
  const judge = (evidence: Evidence): readonly Observation[] => {
    const times = new Map<string, number>()
    for (const { request, answer } of evidence.transcripts) {
      if (request.method !== 'GET' || answer?.body.kind !== 'stream') continue
      times.set(request.url, (times.get(request.url) ?? 0) + 1)
    }
    const isPart = ({ request }: Transcript): boolean => request.method === 'GET' && (times.get(request.url) ?? 0) > 1
    return [...leavingOut(check, (transcript) => (isPart(transcript) ? IN_PARTS : undefined)).judge(evidence)]
  }
  return { ...check, judge }
}

/** A check that does not see the transcripts for which there is a reason, and says the reason when it sees no other. */
function leavingOut(check: Check, reasonFor: (transcript: Transcript) => string | undefined): Check {
  const judge = (evidence: Evidence): readonly Observation[] => {
    const own = evidence.transcripts.filter(({ operation }) => operation === check.operation)
    if (own.length === 0) return [unchecked('no recorded request is one of this operation. Record one')]
    const reasons = own.flatMap((transcript) => reasonFor(transcript) ?? [])
    const transcripts = evidence.transcripts.filter(
      (transcript) => transcript.operation !== check.operation || reasonFor(transcript) === undefined,
    )
    return [...check.judge({ ...evidence, transcripts }), ...reasons.map(unchecked)]
  }
  return { ...check, judge }
}

function unchecked(reason: string): Observation {
  return { verdict: 'unchecked', reason }
}
