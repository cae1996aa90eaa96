import { createRedactor } from '../redact.ts'
import type { Check, Evidence } from './check.ts'
import { measureCoverage, nameOfEvent, streamOf } from './coverage.ts'
import { findDrift } from './drift.ts'
import { showExchange } from './exchange.ts'
import { judgeCheck } from './judge-check.ts'
import { applyKnownDeviations, type KnownDeviations } from './known-deviations.ts'
import type { LoadedContract } from './load-contract.ts'
import type { Probe } from './probe.ts'
import { type Report, redactReport, summarize } from './report.ts'
import { countStarted } from './started-runs.ts'
import type { Transcript } from './transcript.ts'
import { applyWaivers, type Waiver } from './waivers.ts'

/** What a report is made of. */
export interface Judging {
  readonly platform: LoadedContract
  readonly checks: readonly Check[]
  readonly transcripts: readonly Transcript[]
  /** Why a probe was not sent, by its name. */
  readonly reasons: ReadonlyMap<string, string>
  /** All that there are: from them a reason takes the step that would help. Without them it names none beyond its own. */
  readonly probes?: readonly Probe[]
  /** What the report calls the target. */
  readonly target: string
  /** It stands in the report as `$KEY`. Empty: nothing is taken out. */
  readonly key: string
  readonly known?: KnownDeviations | undefined
  readonly waivers?: readonly Waiver[] | undefined
  /** Day by which waivers expire: `2026-01-31`. */
  readonly today: string
  /** Runs that were to be started. */
  readonly planned: number
  readonly milliseconds: number
}

/** The report on what a target answered: every check judged, then deviations and waivers applied. Pure. */
export function judgeTranscripts(judging: Judging): Report {
  const { platform, checks, transcripts, reasons, probes, target, key, known, waivers = [], today, planned } = judging
  const { spec, validator, contract } = platform
  const evidence: Evidence = { spec, validator, transcripts }
  const judged = checks.map((check) => judgeCheck(check, evidence, reasons, probes))
  const deviating = known ? applyKnownDeviations(judged, known) : judged
  const findings = applyWaivers(deviating, waivers, today)
  const report: Report = {
    platform: spec.platform,
    target,
    ...(known ? { known: known.implementation } : {}),
    summary: summarize(findings),
    findings,
    coverage: measureCoverage(spec, transcripts),
    drift: findDrift(spec, transcripts),
    exchanges: transcripts.map((transcript) => {
      const operation = spec.operations.get(transcript.operation)
      const stream = operation && streamOf(operation)
      return showExchange(transcript, stream ? nameOfEvent(spec, stream) : () => undefined)
    }),
    runs: { planned, started: countStarted(spec, contract, transcripts) },
    requests: transcripts.length,
    milliseconds: Math.round(judging.milliseconds),
  }
  return redactReport(report, createRedactor([key], '$KEY'))
}
