import type { Operation, Spec } from '../spec/spec.ts'
import { type Check, type Level, levelOf } from './check.ts'
import { distinct, formatInput, type Input, inputsIn, NOTHING, neededBy, takenBy } from './explain-inputs.ts'
import { excerptsOf, remarksOf, type SourceExcerpt } from './explain-source.ts'
import { builtInKnown, findKnown } from './find-known.ts'
import { formatFlaw } from './flaw.ts'
import { flawedProbeName, flawsOf } from './flaws.ts'
import { readKnownDeviations } from './known-deviations.ts'
import type { LoadedContract } from './load-contract.ts'
import { oddFlawsOf } from './odd-flaws.ts'
import type { Probe } from './probe.ts'
import { makeRequest } from './probes/plain-probes.ts'
import { isUnavailable } from './request-parts.ts'
import { planVerify } from './verify.ts'

/** What a check promises, where that stands, and what shows it. */
export interface CheckExplanation {
  /** As commands take it. */
  readonly platform: string
  readonly id: string
  readonly claim: string
  readonly level: Level
  /** What the level says of the promise. */
  readonly meaning: string
  readonly operation: Pick<Operation, 'id' | 'method' | 'path' | 'summary'> | undefined
  /** Where the promise stands; what stands there by reference follows. */
  readonly sources: readonly SourceExcerpt[]
  /** Why the promise is inferred, and how real servers differ, as far as the document says so there. */
  readonly remarks: readonly string[]
  /** Probes that show it, in the order of sending. */
  readonly probes: readonly ProbeExplanation[]
  /** All that a user may give for them. */
  readonly inputs: readonly InputExplanation[]
  /** Flags with which the first probe is sent that the check looks at. */
  readonly needs: readonly string[]
  /** Runs that a verify of it starts with these alone, and with all inputs. */
  readonly runs: { readonly least: number; readonly most: number }
  /** Implementations that are known to break it. */
  readonly known: readonly KnownBreak[]
}

export interface ProbeExplanation {
  readonly name: string
  /** `POST /workflows/run`; with its flaw, where it has to be refused. */
  readonly requests: readonly string[]
  readonly runs: number
  /** Flags without which it is not sent. */
  readonly needs: readonly string[]
}

export interface InputExplanation {
  /** `--sample fail=FILE`. */
  readonly flag: string
  /** What it has to hold or to name. */
  readonly holds: string
}

export interface KnownBreak {
  /** What `--known` takes. */
  readonly name: string
  readonly implementation: string
  readonly because: string
}

const MEANINGS: Readonly<Record<Level, string>> = {
  MUST: 'documents and real servers agree on it, as far as is known',
  SHOULD: 'only one of documents and real servers says so, or the spec had to assume it',
  MAY: 'a server is free to do otherwise; it tells which kind of server this is',
}

/**
 * Explains a check of a contract. Reads the document, and the known deviations that come with the package.
 * @param name - of the platform, or the path of its folder, as the contract was loaded
 */
export function explainCheck(name: string, platform: LoadedContract, check: Check): CheckExplanation {
  const { spec, contract } = platform
  const { id, claim } = check
  const operation = spec.operations.get(check.operation)
  const pointer = check.source ?? operation?.pointer ?? ''
  const { probes, checks } = planVerify({ platform })
  const own = probes.filter(({ name }) => check.needs.includes(name))
  const first = own.find((probe) => probe.name === check.needs[0])
  const needs = first ? neededBy(first, probes) : []
  const ofProbes = own.flatMap((probe) => [...neededBy(probe, probes), ...takenBy(probe, probes)])
  // Without them, requests with a flaw are made of guesses.
  const good = makeRequest(contract, check.operation, NOTHING)
  const inputs = distinct([...ofProbes, ...(isUnavailable(good) ? inputsIn(good.unavailable) : [])])
  return {
    platform: name,
    id,
    claim,
    level: levelOf(check),
    meaning: MEANINGS[levelOf(check)],
    operation: operation && pick(operation),
    sources: excerptsOf(spec, pointer),
    // Those of an operation as a whole may be about something else.
    remarks: check.source === undefined ? [] : remarksOf(spec, pointer),
    probes: own.map((probe) => explainProbe(platform, check, probe, probes)),
    inputs: inputs.map(({ kind, name }) => {
      const holds = (kind === 'flow' ? contract.roles : contract.samples)[name] ?? ''
      return { flag: formatInput({ kind, name }), holds }
    }),
    needs: needs.map(formatInput),
    runs: { least: runsWith(platform, id, needs), most: runsWith(platform, id, inputs) },
    known: breaksOf(checks, id),
  }
}

function pick({ id, method, path, summary }: Operation): NonNullable<CheckExplanation['operation']> {
  return { id, method, path, summary }
}

function explainProbe(
  { spec, contract }: LoadedContract,
  check: Check,
  probe: Probe,
  probes: readonly Probe[],
): ProbeExplanation {
  const { name, runs, operations } = probe
  const operation = spec.operations.get(check.operation)
  const flaws = operation ? [...flawsOf(spec, contract, operation), ...oddFlawsOf(spec, contract, operation)] : []
  const flaw = flaws.find((one) => flawedProbeName(check.operation, one) === name)
  const asked = operations.length > 0 ? operations : [check.operation]
  const requests = asked.map((id) => requestTo(spec, id))
  return {
    name,
    requests: flaw ? requests.map((request) => `${request} ${formatFlaw(flaw)}`) : requests,
    runs,
    needs: neededBy(probe, probes).map(formatInput),
  }
}

function requestTo({ operations }: Spec, id: string): string {
  const operation = operations.get(id)
  return operation ? `${operation.method.toUpperCase()} ${operation.path}` : id
}

function runsWith(platform: LoadedContract, id: string, inputs: readonly Input[]): number {
  const given = (kind: Input['kind']): Readonly<Record<string, string>> =>
    Object.fromEntries(inputs.filter((input) => input.kind === kind).map(({ name }) => [name, '']))
  return planVerify({ platform, only: [id], flows: given('flow'), samples: given('sample') }).plan.runs
}

/** Deviations of implementations of this API: files that speak of no check that it has not. */
function breaksOf(checks: readonly Check[], id: string): readonly KnownBreak[] {
  const ids = new Set(checks.map((check) => check.id))
  return builtInKnown().flatMap((name) => {
    const { implementation, deviations } = readKnownDeviations(findKnown(name))
    if (!deviations.every(({ check }) => ids.has(check))) return []
    return deviations.flatMap(({ check, because }) => (check === id ? [{ name, implementation, because }] : []))
  })
}
