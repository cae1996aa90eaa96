import { type Check, type Evidence, levelOf, type Observation } from './check.ts'
import { formatCurl } from './curl.ts'
import { withNextStep } from './next-step.ts'
import { burdenOf } from './patience.ts'
import type { Probe } from './probe.ts'
import type { Finding } from './report.ts'
import { sourceLine } from './source-line.ts'

/**
 * Folds what a check sees into one finding: the first break speaks for all; what was seen nowhere is unchecked.
 * @param reasons - why probes were not sent, by their names
 * @param probes - those that there are; without them, a reason names no step beyond its own
 */
export function judgeCheck(
  check: Check,
  evidence: Evidence,
  reasons: ReadonlyMap<string, string>,
  probes?: readonly Probe[],
): Finding {
  const { id, claim, operation } = check
  const source = sourceLine(evidence.spec, check.source ?? evidence.spec.operations.get(operation)?.pointer ?? '')
  const base = { id, level: levelOf(check), claim, operation, source }
  const observations = [...check.judge(evidence)].map((observation) => withinProbe(observation, reasons))
  const broken = observations.filter((observation) => observation.verdict === 'broken')
  const [first] = broken
  if (first) {
    const { expected, transcript, frame } = first
    const notes = [
      ...(transcript.role === undefined ? [] : [`with ${transcript.role}`]),
      ...(broken.length === 1 ? [] : [`and ${broken.length - 1} more like it`]),
    ]
    const actual = `${first.actual}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
    const shown = { exchange: transcript.id, ...(frame !== undefined && { frame }) }
    return { ...base, verdict: 'broken', expected, actual, ...shown, request: formatCurl(transcript.request) }
  }
  if (observations.some(({ verdict }) => verdict === 'kept')) return { ...base, verdict: 'kept' }
  const reason = reasonOf(check, observations, reasons)
  return { ...base, verdict: 'unchecked', reason: probes ? withNextStep(reason, check, probes, reasons) : reason }
}

// What a probe that was broken off lacks is no fault of the target; what it was broken off for may be.
function withinProbe(observation: Observation, reasons: ReadonlyMap<string, string>): Observation {
  if (observation.verdict !== 'broken' || burdenOf(observation.transcript) !== undefined) return observation
  const reason = reasons.get(observation.transcript.probe)
  return reason === undefined ? observation : { verdict: 'unchecked', reason }
}

function reasonOf(
  { needs }: Check,
  observations: readonly Observation[],
  reasons: ReadonlyMap<string, string>,
): string {
  for (const observation of observations) if (observation.verdict === 'unchecked') return observation.reason
  for (const probe of needs) {
    const reason = reasons.get(probe)
    if (reason !== undefined) return reason
  }
  return 'no answer of the target showed it'
}
