import { FlowproofError, type Place } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Finding } from './report.ts'

/** A promise that may be broken for now. */
export interface Waiver {
  /** Id of the check. */
  readonly check: string
  readonly reason: string
  /** Last day on which it holds, as `2026-01-31`; without it, it holds until it is stale. */
  readonly until?: string | undefined
  /** Where it is written. */
  readonly where: Place
}

/**
 * Refuses, with `usage`, a waiver of a check that there is not.
 * @param ids - ids of all checks of the contract, chosen or not
 */
export function checkWaivers(waivers: readonly Waiver[], ids: readonly string[]): void {
  for (const { check, where } of waivers) {
    if (ids.includes(check)) continue
    const near = nearest(check, ids)
    const advice = near ? `Did you mean "${near}"?` : 'The ids stand in every report.'
    throw new FlowproofError('usage', `Failed to waive "${check}": there is no such check. ${advice}`, { where })
  }
}

/**
 * Waives broken findings. A waiver of a promise that is kept is stale, and one whose day has passed has expired: both break the finding, since
 * whoever wrote them believes something that is not so.
 * @param today - as `2026-01-31`
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): readonly Finding[] {
  const byCheck = new Map(waivers.map((waiver) => [waiver.check, waiver]))
  return findings.map((finding) => {
    const waiver = byCheck.get(finding.id)
    return waiver ? waive(finding, waiver, today) : finding
  })
}

function waive(finding: Finding, { reason, until, where }: Waiver, today: string): Finding {
  const place = `${where.file}${where.line === undefined ? '' : `:${where.line}`}`
  if (finding.verdict === 'kept') {
    const expected = `a broken promise, waived for: ${reason}`
    return { ...finding, verdict: 'broken', expected, actual: `the promise is kept; remove the waiver at ${place}` }
  }
  if (finding.verdict !== 'broken') return finding
  if (until === undefined || today <= until) return { ...finding, verdict: 'waived', reason }
  return { ...finding, actual: `${finding.actual ?? ''} (its waiver at ${place} ended on ${until})` }
}
