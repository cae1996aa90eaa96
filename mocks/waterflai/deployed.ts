import type { CallHead } from '../../src/mock/call.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import type { State } from './state.ts'

/** What is built in the Studio, with what ids of nothing but that kind begin with. */
const PREFIXES = { chatflow: 'cf_', workflow: 'wf_', chatbot: 'bot_' } as const

export type Kind = keyof typeof PREFIXES

/**
 * The scenario that is deployed under an id. By its name or UUID it is a chatflow, a workflow and a simple chatbot at once; with a prefix
 * (`cf_answer`) it is of one kind and unknown where another is asked for.
 */
export function findDeployed(call: CallHead<State>, id: string, kinds: readonly Kind[]): Scenario | undefined {
  const prefix = kinds.map((kind) => PREFIXES[kind]).find((start) => id.startsWith(start))
  return call.scenarios.find(id) ?? (prefix && call.scenarios.find(id.slice(prefix.length)))
}

/** The scenario that answers a message: the default one leaves the choice to the message's words. */
export function steer({ scenarios }: CallHead<State>, deployed: Scenario, message: string): Scenario {
  return deployed === scenarios.choose('') ? scenarios.choose(message) : deployed
}
