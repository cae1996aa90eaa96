import type { LoadedContract } from '../../src/contract/load-contract.ts'
import { deriveBodyMutants } from './derive-body.ts'
import { deriveHeadMutants } from './derive-head.ts'
import { deriveLifecycleMutants } from './derive-lifecycle.ts'
import { deriveStreamMutants } from './derive-stream.ts'
import { deriveTextMutants } from './derive-text.ts'
import type { Mutant } from './mutant.ts'
import type { Recording } from './recording.ts'

/** All mutants of a spec, in the order of its operations. Which events carry pieces of a text is read from a recording. */
export function deriveMutants(platform: LoadedContract, recording: Recording): readonly Mutant[] {
  const { validator } = platform
  const operations = [...validator.spec.operations.values()].flatMap((operation) => [
    ...deriveHeadMutants(platform, operation),
    ...deriveBodyMutants(validator, operation),
    ...deriveStreamMutants(validator, operation),
    ...deriveTextMutants(recording, operation),
  ])
  return [...operations, ...validator.spec.lifecycles.flatMap(deriveLifecycleMutants)]
}

/** At most so many mutants of each kind for each operation, chosen by a seed. */
export function sampleMutants<T extends Mutant>(mutants: readonly T[], seed: number, most: number): readonly T[] {
  const groups = new Map<string, T[]>()
  for (const mutant of mutants) {
    const name = `${mutant.operation} ${mutant.kind}`
    groups.set(name, [...(groups.get(name) ?? []), mutant])
  }
  return [...groups.values()].flatMap((group) => {
    const from = seed % group.length
    return [...group.slice(from), ...group.slice(0, from)].slice(0, most)
  })
}
