import { listChecks } from '../../src/contract/checks/list-checks.ts'
import { matchesGlob } from '../../src/contract/glob.ts'
import { kebab } from '../../src/contract/kebab.ts'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import type { Session } from '../../src/contract/probe.ts'
import { listProbes } from '../../src/contract/probes/list-probes.ts'
import { type VerifyOptions, verify } from '../../src/contract/verify.ts'
import { FlowproofError } from '../../src/errors.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { deriveMutants } from './derive.ts'
import { intercept } from './intercept.ts'
import type { Answer, Fate, Mutant, Outcome, Recorded, Unseen } from './mutant.ts'
import { type MutantTarget, TARGETS } from './targets.ts'
import { hasWitness } from './witness.ts'

/** A correct server with its contract, to try mutants on, one after another. */
export interface Bench {
  /** All that are derived. */
  readonly mutants: readonly Mutant[]
  run(mutant: Mutant): Promise<Outcome>
  stop(): Promise<void>
}

interface Setup extends MutantTarget {
  readonly platform: LoadedContract
  readonly url: string
  /** All its checks but those of odd requests, which are many, and break nothing of what is measured here. */
  readonly checks: readonly string[]
}

/** Longest silence in milliseconds: of a server that is correct, of a broken one on its instant clock, and of one of which a silence is known to come. */
const SILENCE = { correct: 20_000, broken: 1_500, hanging: 400 }

const ODD = ['wrong-types', 'out-of-bounds', 'overlong', 'wrong-content-type', 'wrong-method', 'deep-nesting']

/** Starts the mock of a platform and records what a whole verify of it sees. Throws when that breaks anything. */
export async function openBench(name: string): Promise<Bench> {
  const target = TARGETS[name]
  if (target === undefined) throw new Error(`Failed to find "${name}". Known: ${Object.keys(TARGETS).join(', ')}.`)
  const platform = inHaste(await loadContract(name))
  const mock = await startMock({ platforms: name, speed: 'instant', key: target.key })
  const { spec, contract } = platform
  const ids = listChecks(spec, contract, listProbes(spec, contract)).map(({ id }) => id)
  const checks = ids.filter((id) => !ODD.some((odd) => id.endsWith(`.${odd}`)))
  const setup = { ...target, platform, url: mock.url, checks }
  const recorded: Recorded[] = []
  const record = (operation: string, answer: Answer): Answer => {
    recorded.push({ operation, answer })
    return answer
  }
  const fetch = intercept({ ...setup, spec }, () => true, undefined, record)
  const broken = await brokenIds(setup, { only: checks, timeout: SILENCE.correct, fetch })
  if (broken.length > 0) throw new Error(`Failed to measure ${name}: its own mock breaks ${broken.join(' ')}.`)
  return {
    mutants: deriveMutants(platform.validator),
    run: (mutant) => runMutant(setup, recorded, mutant),
    stop: () => mock.stop({ grace: 0 }),
  }
}

/** How many times shorter than written the waits between two polls are: nothing of an instant clock takes its time. */
const HASTE = 100

function inHaste(platform: LoadedContract): LoadedContract {
  const journeys = platform.contract.journeys.map((probe) => ({
    ...probe,
    send: (session: Session) => probe.send({ ...session, wait: (milliseconds) => session.wait(milliseconds / HASTE) }),
  }))
  return { ...platform, contract: { ...platform.contract, journeys } }
}

async function runMutant(setup: Setup, recorded: readonly Recorded[], mutant: Mutant): Promise<Outcome> {
  const { kind, operation, what } = mutant
  const began = performance.now()
  const judged = foresee(mutant, recorded) ?? (await tryMutant(setup, mutant))
  const { fate, reason } = judged.fate === 'survived' && !hasWitness(mutant, recorded) ? NO_WITNESS : judged
  return { kind, operation, what, fate, reason, milliseconds: performance.now() - began }
}

interface Judged {
  readonly fate: Fate
  readonly reason: string
}

const NO_WITNESS: Judged = {
  fate: 'no witness',
  reason: 'the answer stays legal, and no other one tells what it has lost',
}

const REASONS: Readonly<Record<Unseen, string>> = {
  'not asked': 'no probe got an answer of this kind',
  'no such part': 'no answer that a probe got has this part',
  legal: 'every answer that a probe got would still be legal',
}

/** Why no probe can see a mutant, if none can: nothing that a correct server answers would be damaged. */
function foresee({ operation, damage }: Mutant, recorded: readonly Recorded[]): Judged | undefined {
  const begun = damage()
  const fates = recorded.filter((one) => one.operation === operation).map(({ answer }) => begun(answer))
  if (fates.some((fate) => typeof fate !== 'string')) return undefined
  const fate = (['legal', 'no such part'] as const).find((unseen) => fates.includes(unseen)) ?? 'not asked'
  return { fate, reason: REASONS[fate] }
}

/** Verifies a mutant: first by the checks of its operation and its owners alone, then, where nothing broke, by all of them. */
async function tryMutant(setup: Setup, { operation, part, hangs, owners, damage }: Mutant): Promise<Judged> {
  const isOwner = (id: string): boolean => owners.some((owner) => matchesGlob(id, owner))
  const own = setup.checks.filter((id) => isOwner(id) || id.startsWith(`${kebab(operation)}.`))
  const between = { ...setup, spec: setup.platform.spec }
  const timeout = hangs ? SILENCE.hanging : SILENCE.broken
  try {
    for (const only of [own, setup.checks]) {
      const begun = damage()
      const change = (_: string, answer: Answer): Answer => {
        const damaged = begun(answer)
        return typeof damaged === 'string' ? answer : damaged
      }
      const fetch = intercept(between, (id) => id === operation, part, change)
      const broken = await brokenIds(setup, { only, timeout, fetch })
      if (broken.length > 0) return { fate: broken.some(isOwner) ? 'owner' : 'other', reason: broken.join(' ') }
    }
  } catch (error) {
    if (error instanceof FlowproofError && STOPS.includes(error.code)) return { fate: 'stopped', reason: error.code }
    throw error
  }
  return { fate: 'survived', reason: 'no check broke' }
}

const STOPS: readonly string[] = ['key-rejected', 'target-unreachable']

async function brokenIds(
  { platform, url, key, flows, samples }: Setup,
  asked: Pick<VerifyOptions, 'only' | 'timeout' | 'fetch'>,
): Promise<readonly string[]> {
  const { findings } = await verify({ platform, url, key, flows, samples, ...asked })
  return findings.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id)
}
