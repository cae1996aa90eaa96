import type { Redact } from '../redact.ts'
import type { Level } from './check.ts'
import type { Coverage } from './coverage.ts'
import type { Drift } from './drift.ts'
import type { Exchange } from './exchange.ts'

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
  /** What the target showed and the spec does not know; no promise is broken by it. */
  readonly drift: readonly Drift[]
  /** What was sent and what came, in the order of sending. */
  readonly exchanges: readonly Exchange[]
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
  /** Where the promise stands. */
  readonly source: SourceLine
  /** Of a broken promise: what was promised … */
  readonly expected?: string
  /** … and what came. */
  readonly actual?: string
  /** Id of the exchange that shows the break, and the index of the frame in its stream that does. */
  readonly exchange?: number
  readonly frame?: number
  /** A curl command that sends the request again; the key stands in it as `$KEY`. */
  readonly request?: string
  /** Why a promise is unchecked, with the step that would help, or why it is waived. */
  readonly reason?: string
}

/** A line of a document, named the same on every machine: `openapi/example.yaml`. */
export interface SourceLine {
  readonly file: string
  readonly line: number
}

/** How many findings have each verdict. */
export function summarize(findings: readonly Finding[]): Report['summary'] {
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length
  return { kept: count('kept'), broken: count('broken'), unchecked: count('unchecked'), waived: count('waived') }
}

/** A copy of a report with the key taken out of all its texts, names of fields and events included. */
export function redactReport(report: Report, redact: Redact): Report {
  return redactAll(report, redact, '')
}

/** Members of a report whose own members are named by a target or a document; all other names are ours. */
const NAMED_BY_OTHERS = new Set(['operations', 'events', 'statuses', 'headers', 'value'])

function redactAll<T>(value: T, redact: Redact, within: string): T
function redactAll(value: unknown, redact: Redact, within: string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item) => redactAll(item, redact, within))
  if (typeof value !== 'object' || value === null) return value
  const nameOf = NAMED_BY_OTHERS.has(within) ? redact : (name: string) => name
  const members = Object.entries(value).map(([name, inner]) => [
    nameOf(name),
    // A patch is somebody else's to its innermost part.
    redactAll(inner, redact, within === 'value' ? within : name),
  ])
  return Object.fromEntries(members)
}
