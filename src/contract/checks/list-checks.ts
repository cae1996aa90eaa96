import type { Spec } from '../../spec/spec.ts'
import type { Check } from '../check.ts'
import type { PlatformContract } from '../platform-contract.ts'
import type { Probe } from '../probe.ts'
import { answerChecks } from './answer-checks.ts'
import { incrementalChecks } from './incremental-checks.ts'
import { lifecycleChecks } from './lifecycle-checks.ts'
import { oddChecks } from './odd-checks.ts'
import { refusalChecks } from './refusal-checks.ts'
import { streamChecks } from './stream-checks.ts'

/** All checks for a platform: by operation in the order of the spec, then lifecycles, then those that only its contract knows. */
export function listChecks(spec: Spec, contract: PlatformContract, probes: readonly Probe[]): readonly Check[] {
  const visiting = (id: string): readonly string[] =>
    probes.filter(({ operations }) => operations.includes(id)).map(({ name }) => name)
  const general = [...spec.operations.values()].flatMap((operation) => [
    ...answerChecks(spec, contract, operation, visiting(operation.id)),
    ...refusalChecks(spec, contract, operation),
    ...oddChecks(spec, contract, operation),
    ...streamChecks(spec, contract, operation, visiting(operation.id)),
  ])
  const lifecycles = spec.lifecycles.flatMap((lifecycle) => [
    ...incrementalChecks(spec, lifecycle, visiting),
    ...lifecycleChecks(lifecycle, visiting(lifecycle.status.operation)),
  ])
  return [...general, ...lifecycles, ...contract.checks]
}
