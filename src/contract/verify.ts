import { setTimeout as sleep } from 'node:timers/promises'
import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { listChecks } from './checks/list-checks.ts'
import { measureCoverage } from './coverage.ts'
import { judgeCheck } from './judge-check.ts'
import { applyKnownDeviations, checkKnownDeviations, type KnownDeviations } from './known-deviations.ts'
import type { LoadedContract } from './load-contract.ts'
import { type Plan, planProbes, selectChecks } from './plan.ts'
import type { Known, Probe, Session } from './probe.ts'
import { listProbes } from './probes/list-probes.ts'
import { createRedactor } from './redact.ts'
import { type Report, redactReport, summarize } from './report.ts'
import { countStarted } from './started-runs.ts'
import { createTarget, type Target } from './target.ts'
import type { Transcript } from './transcript.ts'

export interface VerifyOptions {
  readonly platform: LoadedContract
  /** Base URL of the target; it stands in for the spec's server URL. */
  readonly url: string
  readonly key: string
  /** Flow ids by role. */
  readonly flows?: Readonly<Record<string, string>>
  /** Request bodies by sample name. */
  readonly samples?: Readonly<Record<string, unknown>>
  /** Patterns of check ids. Empty: all. */
  readonly only?: readonly string[]
  /** Patterns of check ids to leave out. */
  readonly skip?: readonly string[]
  /** What a named implementation is known to break: it is waived, and what it does not break any more is broken. */
  readonly known?: KnownDeviations
  /** @default unbounded */
  readonly maxRuns?: number
  /**
   * Longest silence in milliseconds.
   * @default the contract's
   */
  readonly timeout?: number
  readonly onProgress?: (progress: Progress) => void
  /**
   * Clock in milliseconds.
   * @default performance.now
   */
  readonly now?: () => number
}

/** `planned` comes first, before anything is sent. */
export type Progress =
  | { readonly kind: 'planned'; readonly checks: number; readonly probes: number; readonly runs: number }
  /** `number` counts from 1. */
  | { readonly kind: 'probe'; readonly name: string; readonly number: number; readonly probes: number }

/**
 * Holds a live server to its contract: sends the probes that the checks need and judges what came back. What is wrong with the target is in the
 * report; `target-unreachable` and `usage` are thrown.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const { platform, url, key, known, maxRuns = Number.POSITIVE_INFINITY, now = () => performance.now() } = options
  const { spec, validator, contract } = platform
  checkNames('--flow', options.flows, contract.roles)
  checkNames('--sample', options.samples, contract.samples)
  const probes = listProbes(spec, contract)
  const all = listChecks(spec, contract, probes)
  const checks = selectChecks(all, {
    only: options.only ?? [],
    skip: options.skip ?? [],
  })
  const ids = all.map(({ id }) => id)
  if (known) checkKnownDeviations(known, ids)
  const plan = planProbes(probes, checks, {
    samples: contract.samples,
    given: Object.keys(options.samples ?? {}),
    roles: Object.keys(options.flows ?? {}),
    maxRuns,
  })
  const target = createTarget({ spec, url, key, timeout: options.timeout ?? contract.timeout, now })
  options.onProgress?.({ kind: 'planned', checks: checks.length, probes: plan.probes.length, runs: plan.runs })
  const began = now()
  const { transcripts, reasons } = await sendProbes(options, target, plan)
  const evidence = { spec, validator, transcripts }
  const judged = checks.map((check) => judgeCheck(check, evidence, reasons))
  const findings = known ? applyKnownDeviations(judged, known) : judged
  const report: Report = {
    platform: spec.platform,
    target: url,
    ...(known ? { known: known.implementation } : {}),
    summary: summarize(findings),
    findings,
    coverage: measureCoverage(spec, transcripts),
    runs: { planned: plan.runs, started: countStarted(spec, contract, transcripts) },
    requests: transcripts.length,
    milliseconds: Math.round(now() - began),
  }
  return redactReport(report, createRedactor(key))
}

interface Sent {
  readonly transcripts: readonly Transcript[]
  /** Why a probe was not sent, by its name. */
  readonly reasons: ReadonlyMap<string, string>
}

async function sendProbes(
  { platform, flows = {}, samples = {}, onProgress }: VerifyOptions,
  target: Target,
  plan: Plan,
): Promise<Sent> {
  const transcripts: Transcript[] = []
  const known: Known = { flows, samples, transcripts }
  const reasons = new Map(plan.leftOut)
  for (const [index, probe] of plan.probes.entries()) {
    onProgress?.({ kind: 'probe', name: probe.name, number: index + 1, probes: plan.probes.length })
    const reason = probe.unavailable?.(known)
    if (reason === undefined) await probe.send(createSession(platform, target, probe, known, transcripts))
    else reasons.set(probe.name, deepestReason(probe, reasons) ?? reason)
  }
  return { transcripts, reasons }
}

// A probe that lacks the answers of one that was not sent lacks them for that one's reason.
function deepestReason({ after = [] }: Probe, reasons: ReadonlyMap<string, string>): string | undefined {
  return after.map((name) => reasons.get(name)).find((reason) => reason !== undefined)
}

function createSession(
  { spec }: LoadedContract,
  target: Target,
  probe: Probe,
  known: Known,
  transcripts: Transcript[],
): Session {
  return {
    known,
    async send(id, parts, { flaw, ...live } = {}) {
      const operation = spec.operations.get(id)
      if (!operation) {
        throw new FlowproofError(
          'platform-invalid',
          `Failed to send probe "${probe.name}": the spec has no operation "${id}".`,
        )
      }
      const request = { probe: probe.name, role: probe.role, operation, parts, live }
      const transcript = await target.send({ ...request, ...(flaw ? { flaw } : {}) })
      transcripts.push(transcript)
      return transcript
    },
    wait: (milliseconds) => sleep(milliseconds),
  }
}

function checkNames(
  flag: string,
  given: Readonly<Record<string, unknown>> = {},
  known: Readonly<Record<string, string>>,
): void {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name)) continue
    const near = nearest(name, Object.keys(known))
    const advice = near ? `Did you mean "${near}"?` : `Known are: ${Object.keys(known).join(', ') || 'none'}.`
    throw new FlowproofError('usage', `Failed to read ${flag} ${name}: this contract knows no "${name}". ${advice}`)
  }
}
