import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { createRedactor } from '../redact.ts'
import type { Check } from './check.ts'
import { listChecks } from './checks/list-checks.ts'
import { findKnown } from './find-known.ts'
import { judgeTranscripts } from './judge-transcripts.ts'
import { checkKnownDeviations, type KnownDeviations, readKnownDeviations } from './known-deviations.ts'
import type { LoadedContract } from './load-contract.ts'
import { type Plan, planProbes, selectChecks } from './plan.ts'
import type { Probe } from './probe.ts'
import { listProbes } from './probes/list-probes.ts'
import { DEFAULT_LIMITS } from './receive-answer.ts'
import { redactError } from './redact-error.ts'
import type { Report } from './report.ts'
import { sendProbes } from './send-probes.ts'
import { checkTime, createTarget } from './target.ts'
import { checkWaivers, type Waiver } from './waivers.ts'

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
  /**
   * What a named implementation is known to break: it is waived, and what it does not break any more is broken. A text is the name of one that comes
   * with the package, or the path of a file.
   */
  readonly known?: KnownDeviations | string
  /** Promises that may be broken for now. */
  readonly waivers?: readonly Waiver[]
  /** @default unbounded */
  readonly maxRuns?: number
  /**
   * Longest silence in milliseconds.
   * @default the contract's
   */
  readonly timeout?: number
  /**
   * Most milliseconds for one answer, from the request to its end; one that takes longer is left, and counts as one that hangs.
   * @default 300000
   */
  readonly answerTimeout?: number
  /**
   * Most milliseconds for all requests together; what is not sent by then is unchecked.
   * @default 1800000
   */
  readonly deadline?: number
  /**
   * Most requests at once. Journeys of several requests are sent one by one in any case, so that each sees only what it did itself.
   * @default 2
   */
  readonly concurrency?: number
  /**
   * Sends each request; for a way to the target that is not the plain network.
   * @default the global one
   */
  readonly fetch?: typeof fetch
  /**
   * Day by which waivers expire.
   * @default today, in UTC
   */
  readonly today?: Date
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
  /** An answer has come, or is known not to come. */
  | { readonly kind: 'exchange'; readonly operation: string }
  /** `number` counts from 1. */
  | { readonly kind: 'probe'; readonly name: string; readonly number: number; readonly probes: number }

/** What a verify will do, decided before anything is sent. */
export interface VerifyPlan {
  /** All that there are. */
  readonly probes: readonly Probe[]
  /** Those that were chosen, in the order of the report. */
  readonly checks: readonly Check[]
  readonly plan: Plan
  readonly known: KnownDeviations | undefined
}

/** Decides what a verify will do. Throws `usage`, and `file-unreadable` for known deviations that cannot be read. */
export function planVerify(options: Omit<VerifyOptions, 'url' | 'key'>): VerifyPlan {
  const { spec, contract } = options.platform
  checkNames('--flow', options.flows, contract.roles)
  checkNames('--sample', options.samples, contract.samples)
  const probes = listProbes(spec, contract)
  const all = listChecks(spec, contract, probes)
  const checks = selectChecks(all, { only: options.only ?? [], skip: options.skip ?? [] })
  const ids = all.map(({ id }) => id)
  const known = typeof options.known === 'string' ? readKnownDeviations(findKnown(options.known)) : options.known
  if (known) checkKnownDeviations(known, ids)
  checkWaivers(options.waivers ?? [], ids)
  const { samples = {}, flows = {}, maxRuns = Number.POSITIVE_INFINITY } = options
  const means = { samples: contract.samples, given: Object.keys(samples), roles: Object.keys(flows), maxRuns }
  return { probes, checks, plan: planProbes(probes, checks, means), known }
}

/**
 * Holds a live server to its contract: sends the probes that the checks need and judges what came back. What is wrong with the target is in the
 * report; `target-unreachable`, `key-rejected` and `usage` are thrown.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  try {
    return await sendAndJudge(options)
  } catch (error) {
    redactError(error, createRedactor([options.key], '$KEY'))
    throw error
  }
}

async function sendAndJudge(options: VerifyOptions): Promise<Report> {
  const { platform, url, key, waivers = [], samples = {}, flows = {}, concurrency = 2 } = options
  const { now = () => performance.now(), onProgress = () => undefined } = options
  const { spec, contract } = platform
  const { probes, checks, plan, known } = planVerify(options)
  const {
    timeout = contract.timeout,
    answerTimeout = DEFAULT_LIMITS.milliseconds,
    deadline = 30 * 60_000,
    fetch,
  } = options
  checkTime('deadline', deadline)
  const limits = { ...DEFAULT_LIMITS, milliseconds: answerTimeout }
  const target = createTarget({ spec, url, key, timeout, limits, now, ...(fetch && { fetch }) })
  onProgress({ kind: 'planned', checks: checks.length, probes: plan.probes.length, runs: plan.runs })
  const began = now()
  const { transcripts, reasons } = await sendProbes({
    platform,
    target,
    plan,
    flows,
    samples,
    concurrency,
    deadline,
    onProbe: (name, number) => onProgress({ kind: 'probe', name, number, probes: plan.probes.length }),
    onTranscript: (transcript) => onProgress({ kind: 'exchange', operation: transcript.operation }),
  })
  return judgeTranscripts({
    platform,
    checks,
    transcripts,
    reasons,
    probes,
    target: url,
    key,
    known,
    waivers,
    today: (options.today ?? new Date()).toISOString().slice(0, 10),
    planned: plan.runs,
    milliseconds: now() - began,
  })
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
