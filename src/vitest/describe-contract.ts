import { beforeAll, describe, expect, test } from 'vitest'
import type { Check } from '../contract/check.ts'
import { loadContract } from '../contract/load-contract.ts'
import type { Report } from '../contract/report.ts'
import { planVerify, type VerifyOptions, verify } from '../contract/verify.ts'
import { FlowproofError } from '../errors.ts'
import { formatBroken, formatDrifts } from './failure-text.ts'
import { plainError } from './plain-error.ts'

/** A value, or a function that gives it when the suite runs: servers are mostly started in a hook. Undefined fails the suite, in a sentence. */
export type Late = string | undefined | (() => string | undefined | Promise<string | undefined>)

/** What `verify` takes, but for the platform; `url` and `key` may come late. */
export interface ContractSuiteOptions extends Omit<VerifyOptions, 'platform' | 'url' | 'key'> {
  /** Base URL of the target; it stands in for the spec's server URL. */
  readonly url: Late
  readonly key: Late
  /**
   * Adds a test that fails on drift, which breaks no promise.
   * @default false
   */
  readonly strict?: boolean
}

/**
 * Registers each check of a contract as a test of this file's suite, named `<id>: <claim>`. They are all judged by one verify, made in a `beforeAll`
 * for those that will run. What is broken fails, with both sides and the request; what is unchecked or waived is skipped, with its reason. A target
 * that cannot be reached, or takes the key nowhere, fails the suite once.
 * @param platform - as `loadContract` takes it
 */
export function describeContract(platform: string, options: ContractSuiteOptions): void {
  const { url, key, strict = false, ...others } = options
  describe(`contract of ${platform}`, async () => {
    const contract = await plainly(() => loadContract(platform))
    const wishes = { ...others, platform: contract }
    const { checks, plan } = await plainly(() => planVerify(wishes))
    let report: Report | undefined

    // Each probe may be silent once, for as long as the target may be; what hangs more often is left by the verify itself.
    const patience = (others.timeout ?? contract.contract.timeout) * (plan.probes.length + 1)
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the first parameter what a hook wants of a context, and this one wants nothing.
    beforeAll(async ({}, suite?: Readonly<Suite>) => {
      const ids = idsToRun(suite, checks)
      report = await plainly(async () => {
        const target = { url: await resolve('url', url), key: await resolve('key', key) }
        return verify({ ...wishes, ...target, ...(ids.length > 0 && { only: ids }) })
      })
    }, patience)

    for (const check of checks) {
      test(nameOf(check), ({ skip }) => {
        const { id } = check
        const finding = report?.findings.find((one) => one.id === id)
        if (!report || !finding) throw plainError(`nothing was found out about ${id}`)
        if (finding.verdict === 'broken') throw plainError(formatBroken(finding, report))
        if (finding.verdict !== 'kept') skip(`${finding.verdict}: ${finding.reason}`)
        // Suites may be set up to want an assertion in each test.
        expect(finding.verdict).toBe('kept')
      })
    }
    if (strict) {
      test(DRIFT, () => {
        const { drift = [] } = report ?? {}
        if (drift.length > 0) throw plainError(formatDrifts(drift))
        expect(drift).toEqual([])
      })
    }
  })
}

const DRIFT = 'drift: nothing came that the document does not know'

function nameOf({ id, claim }: Check): string {
  return `${id}: ${claim}`
}

/** What is known of a suite while its tests wait to be run. */
interface Suite {
  readonly tasks: readonly { readonly name: string; readonly mode: string }[]
}

/** Ids of the checks whose tests no filter has left out, so that no more is sent than they need. Versions of Vitest that do not tell leave it empty. */
function idsToRun(suite: Suite | undefined, checks: readonly Check[]): readonly string[] {
  const names = new Set(suite?.tasks.filter(({ mode }) => mode === 'run').map(({ name }) => name))
  return checks.filter((check) => names.has(nameOf(check))).map(({ id }) => id)
}

/** Reads a value that comes late. Throws `usage` when it never came. */
async function resolve(name: string, value: Late): Promise<string> {
  const given = typeof value === 'function' ? await value() : value
  if (given) return given
  throw new FlowproofError(
    'usage',
    `Failed to verify: ${name} is missing. Give a text, or a function that returns one.`,
  )
}

/** Does something whose errors are sentences for the user: these lose their stack, which would only show this package. */
async function plainly<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw error instanceof FlowproofError ? plainError(error.message, error.name) : error
  }
}
