import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../../src/contract/check.ts'
import { listChecks } from '../../src/contract/checks/list-checks.ts'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { planProbes } from '../../src/contract/plan.ts'
import type { Probe } from '../../src/contract/probe.ts'
import { listProbes } from '../../src/contract/probes/list-probes.ts'
import { sendProbes } from '../../src/contract/send-probes.ts'
import { createTarget } from '../../src/contract/target.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { type MutantTarget, TARGETS } from './targets.ts'

/** A contract, a correct server to hold it to, and what to ask it. */
export interface Bench {
  readonly platform: LoadedContract
  readonly target: MutantTarget
  readonly probes: readonly Probe[]
  readonly checks: readonly Check[]
}

export async function createBenches(name: string): Promise<readonly Bench[]> {
  const targets = TARGETS[name]
  if (targets === undefined)
    throw new Error(`There is no target for "${name}". Known: ${Object.keys(TARGETS).join(', ')}.`)
  const platform = await loadContract(name)
  const probes = listProbes(platform.spec, platform.contract)
  const checks = listChecks(platform.spec, platform.contract, probes)
  return targets.topics.map((topic) => ({ platform, target: targets.about(topic), probes, checks }))
}

export interface Verifying {
  readonly checks: readonly Check[]
  /** Milliseconds. */
  readonly timeout: number
  /** The way to the server at this base URL. */
  readonly fetchTo: (url: string) => typeof fetch
  /** Called before each probe with what has come so far; true ends the verify. */
  readonly onProbe: (name: string, sofar: readonly Transcript[]) => boolean
}

/** Longest wait between two polls, in milliseconds: on an instant clock there is nothing to wait for. */
const LONGEST_WAIT = 4

/** A verify of a server of its own, with the probes of some checks one by one; it gives what came, up to where it was ended. */
export async function runVerify(bench: Bench, verifying: Verifying): Promise<readonly Transcript[]> {
  const { platform, target: means } = bench
  const { spec, contract } = platform
  const { key, flows, samples } = means
  const { checks, timeout, fetchTo, onProbe } = verifying
  const names = { given: Object.keys(samples), roles: Object.keys(flows), samples: contract.samples }
  const plan = planProbes(bench.probes, checks, { ...names, maxRuns: Number.POSITIVE_INFINITY })
  const mock = await startMock({ platforms: spec.platform, speed: 'instant', key })
  const now = () => performance.now()
  const target = createTarget({ spec, url: mock.url, key, timeout, now, fetch: fetchTo(mock.url) })
  const sofar: Transcript[] = []
  const ended = new Error('ended')
  try {
    const { transcripts } = await sendProbes({
      platform,
      target,
      plan,
      flows,
      samples,
      concurrency: 1,
      deadline: 600_000,
      onProbe: (name) => {
        if (onProbe(name, sofar)) throw ended
      },
      onTranscript: (transcript) => sofar.push(transcript),
      wait: (milliseconds) => sleep(Math.min(milliseconds, LONGEST_WAIT)),
    })
    return transcripts
  } catch (error) {
    if (error !== ended) throw error
    return sofar
  } finally {
    await mock.stop({ grace: 0 })
  }
}

/** Ids of the checks that these transcripts break. */
export function brokenChecks(
  { platform: { spec, validator } }: Bench,
  checks: readonly Check[],
  transcripts: readonly Transcript[],
): readonly string[] {
  const evidence = { spec, validator, transcripts }
  return checks
    .filter((check) => [...check.judge(evidence)].some(({ verdict }) => verdict === 'broken'))
    .map(({ id }) => id)
}
