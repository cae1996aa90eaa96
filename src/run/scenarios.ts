import { FlowproofError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Scenario } from './scenario.ts'
import { uuidOf } from './uuid.ts'

/** The scenarios a mock server offers. */
export interface Scenarios {
  readonly all: readonly Scenario[]
  /** By name, or by the UUID made from the name. */
  find(nameOrId: string): Scenario | undefined
  /** The UUID (v5-like, the same on every machine) under which a scenario is deployed as a flow. */
  idOf(scenario: Scenario): string
  /** The scenario for a message when nothing else selects one: by a `when` word, else the server's default. */
  choose(message: string): Scenario
}

/**
 * Offers scenarios. Where several have a word of the message, the last of them wins, so that one's own come before those they follow.
 * Throws `scenario-unknown` when no scenario has the default's name.
 */
export function createScenarios(
  all: readonly Scenario[],
  { default: defaultName }: { readonly default: string },
): Scenarios {
  const byName = new Map(all.map((scenario) => [scenario.name, scenario]))
  const byId = new Map(all.map((scenario) => [idOf(scenario), scenario]))
  const fallback = byName.get(defaultName)
  if (fallback === undefined) throw unknownScenario(defaultName, [...byName.keys()])
  const words = all
    .flatMap((scenario) => scenario.when.map((word) => ({ scenario, stands: wholeWord(word) })))
    .reverse()
  return {
    all,
    find: (nameOrId) => byName.get(nameOrId) ?? byId.get(nameOrId.toLowerCase()),
    idOf,
    choose: (message) => words.find(({ stands }) => stands(message))?.scenario ?? fallback,
  }
}

function idOf({ name }: Scenario): string {
  return uuidOf(`scenario:${name}`, 5)
}

function wholeWord(word: string): (message: string) => boolean {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const anywhere = new RegExp(literal, 'iu')
  // Made when it is needed, because the classes of all letters take a millisecond to compile.
  let whole: RegExp | undefined
  return (message) => {
    if (!anywhere.test(message)) return false
    whole ??= new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${literal}(?![\\p{L}\\p{M}\\p{N}_])`, 'iu')
    return whole.test(message)
  }
}

function unknownScenario(name: string, names: readonly string[]): FlowproofError {
  const near = nearest(name, names)
  const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`
  const known = names.length === 0 ? 'There are none.' : `There are: ${names.join(', ')}.`
  return new FlowproofError(
    'scenario-unknown',
    `Failed to choose scenario \`${name}\`: no scenario has this name.${hint} ${known}`,
  )
}
