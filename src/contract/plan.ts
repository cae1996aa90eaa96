import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Check } from './check.ts'
import { missingFlow } from './flows.ts'
import { matchesGlob } from './glob.ts'
import type { Probe } from './probe.ts'

export interface Selection {
  /** Patterns of check ids; empty means all. */
  readonly only: readonly string[]
  readonly skip: readonly string[]
}

/** The checks that fit the patterns. Throws `usage` for a pattern that fits none, as a misspelt one does. */
export function selectChecks(checks: readonly Check[], { only, skip }: Selection): readonly Check[] {
  for (const pattern of [...only, ...skip]) {
    if (checks.some(({ id }) => matchesGlob(id, pattern))) continue
    const near = nearest(
      pattern,
      checks.map(({ id }) => id),
    )
    const advice = near ? `Did you mean "${near}"?` : 'The ids stand in every report.'
    throw new FlowproofError('usage', `Failed to select checks: no id fits "${pattern}". ${advice}`)
  }
  return checks.filter(
    ({ id }) =>
      (only.length === 0 || only.some((pattern) => matchesGlob(id, pattern))) &&
      !skip.some((pattern) => matchesGlob(id, pattern)),
  )
}

/** Which probes a verify sends, decided before anything is sent. */
export interface Plan {
  /** In the order of sending. */
  readonly probes: readonly Probe[]
  /** Runs that they start on a correct target. */
  readonly runs: number
  /** Probes left out to keep within the budget, and why. */
  readonly leftOut: ReadonlyMap<string, string>
}

export interface Means {
  /** Samples that the contract knows: name to what it holds. */
  readonly samples: Readonly<Record<string, string>>
  /** Names of those that the user gave. */
  readonly given: readonly string[]
  /** Roles whose flows the user gave. */
  readonly roles: readonly string[]
  readonly maxRuns: number
}

/** Takes the probes that the checks need, and those that these need, as far as samples and the budget of runs go. */
export function planProbes(probes: readonly Probe[], checks: readonly Check[], means: Means): Plan {
  const needed = closeOver(probes, new Set(checks.flatMap(({ needs }) => needs)))
  const taken: Probe[] = []
  const leftOut = new Map<string, string>()
  let runs = 0
  for (const probe of probes.filter(({ name }) => needed.has(name))) {
    const reason = whyLeftOut(probe, means, runs)
    if (reason === undefined) {
      taken.push(probe)
      runs += probe.runs
    } else leftOut.set(probe.name, reason)
  }
  return { probes: taken, runs, leftOut }
}

function whyLeftOut({ role, sample, runs }: Probe, means: Means, sofar: number): string | undefined {
  if (role !== undefined && !means.roles.includes(role)) return missingFlow(role)
  if (sample !== undefined && !means.given.includes(sample)) {
    return `no request is known for ${means.samples[sample] ?? sample}. Give --sample ${sample}=FILE`
  }
  if (sofar + runs <= means.maxRuns) return undefined
  const started = runs === 1 ? '1 run' : `${runs} runs`
  return `it takes ${started}, more than --max-runs ${means.maxRuns} leaves. Raise --max-runs`
}

function closeOver(probes: readonly Probe[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const more = probes.filter(({ name }) => wanted.has(name)).flatMap(({ after = [] }) => after)
  const all = new Set([...wanted, ...more])
  return all.size === wanted.size ? all : closeOver(probes, all)
}
