import { kebab } from '../../src/contract/kebab.ts'
import type { LoadedContract } from '../../src/contract/load-contract.ts'
import type { Report } from '../../src/contract/report.ts'
import { verify } from '../../src/contract/verify.ts'
import { intercept } from './intercept.ts'
import type { Mutant, Outcome } from './mutant.ts'
import type { MutantTarget } from './targets.ts'

export interface MutantRun extends MutantTarget {
  readonly platform: LoadedContract
  readonly url: string
}

/** Verifies one mutant: first by the checks of its operation alone, then, where nothing broke, by all of them. */
export async function runMutant(run: MutantRun, mutant: Mutant): Promise<Outcome> {
  const { kind, operation, what } = mutant
  const first = await verifyMutant(run, mutant, [`${kebab(operation)}.*`])
  const { broken, hits } = first.broken.length > 0 ? first : await verifyMutant(run, mutant, [])
  const owners = mutant.owners.map((id) => new RegExp(`^${id.replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  const fate =
    hits === 0
      ? 'unseen'
      : broken.length === 0
        ? 'survived'
        : broken.some((id) => owners.some((owner) => owner.test(id)))
          ? 'owner'
          : 'other'
  const reason = hits === 0 ? 'no probe got an answer that this would make illegal' : broken.join(' ')
  return { kind, operation, what, fate, hits, reason: reason || `damaged ${hits} answers, and no check broke` }
}

async function verifyMutant(run: MutantRun, mutant: Mutant, only: readonly string[]) {
  const { platform, url, key, flows, samples } = run
  const between = intercept(platform.spec, url, mutant)
  const options = { platform, url, key, flows, samples, only, timeout: 400, fetch: between.fetch }
  try {
    return { broken: brokenIds(await verify(options)), hits: between.hits() }
  } catch (error) {
    // A verify that stops, as for a key that is refused, has seen the damage too.
    return { broken: [`stopped: ${error instanceof Error ? error.message : String(error)}`], hits: between.hits() }
  }
}

function brokenIds({ findings }: Report): readonly string[] {
  return findings.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id)
}
