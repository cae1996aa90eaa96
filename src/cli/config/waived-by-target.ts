import type { KnownDeviations } from '../../contract/known-deviations.ts'
import type { Waiver } from '../../contract/waivers.ts'
import { FlowproofError } from '../../errors.ts'
import { expandTarget } from './expand-target.ts'
import { readConfig } from './read-config.ts'
import { knownOf, waiversOf } from './target-values.ts'

/** What may be broken for now. */
export interface Waived {
  readonly known: KnownDeviations | undefined
  readonly waivers: readonly Waiver[]
}

/** What a target of a config waives; its other values, such as the key, need not be there. Throws as `readConfig` and `settingsOfTarget` do. */
export function waivedByTarget(file: string | undefined, name: string, env: NodeJS.ProcessEnv): Waived {
  const waived = readConfig(file, [name]).map((target) => {
    const expanded = expandTarget(target, env)
    try {
      const known = knownOf(expanded)
      return { known, waivers: waiversOf(expanded, known) }
    } catch (error) {
      throw error instanceof FlowproofError ? new FlowproofError(error.code, expanded.hide(error.message)) : error
    }
  })
  return waived[0] ?? { known: undefined, waivers: [] }
}
