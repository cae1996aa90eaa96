import type { Level } from './check.ts'
import type { Coverage } from './coverage.ts'

/** What a verify found, as data. Reporters are functions of it; no key is in it. */
export interface Report {
  readonly platform: string
  /** Base URL of the target. */
  readonly target: string
  /** Implementation whose known deviations were waived, if any. */
  readonly known?: string
  readonly summary: Readonly<Record<Verdict, number>>
  /** One for each check, in the order of the checks. */
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  /** Runs that were to be started, and those that the target started as far as its answers say. */
  readonly runs: { readonly planned: number; readonly started: number }
  readonly requests: number
  readonly milliseconds: number
}

/** `unchecked` never counts as kept. */
export type Verdict = 'kept' | 'broken' | 'unchecked' | 'waived'

/** What a check says of a target. */
export interface Finding {
  readonly id: string
  readonly level: Level
  readonly claim: string
  readonly verdict: Verdict
  /** operationId. */
  readonly operation: string
  /** Of a broken promise: what was promised … */
  readonly expected?: string
  /** … and what came. */
  readonly actual?: string
  /** A curl command that sends the request again; the key stands in it as `$KEY`. */
  readonly request?: string
  /** Why a promise is unchecked, with the flag that would enable it. */
  readonly reason?: string
}

/** How many findings have each verdict. */
export function summarize(findings: readonly Finding[]): Report['summary'] {
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length
  return { kept: count('kept'), broken: count('broken'), unchecked: count('unchecked'), waived: count('waived') }
}

/** A copy of a report with the key taken out of all that a target could have said. */
export function redactReport(report: Report, redact: (text: string) => string): Report {
  const events = Object.entries(report.coverage.events).map(([name, count]) => [redact(name), count])
  return {
    ...report,
    target: redact(report.target),
    findings: report.findings.map((finding) => redactFinding(finding, redact)),
    coverage: { ...report.coverage, events: Object.fromEntries(events) },
  }
}

const FROM_TARGET = ['expected', 'actual', 'request', 'reason'] as const

function redactFinding(finding: Finding, redact: (text: string) => string): Finding {
  const redacted = FROM_TARGET.flatMap((name) => {
    const text = finding[name]
    return text === undefined ? [] : [[name, redact(text)]]
  })
  return { ...finding, ...Object.fromEntries(redacted) }
}
