import { type ExtensionReader, suggest } from '../extension-reader.ts'
import { joinPointer } from '../pointer.ts'
import type { LifecycleSource } from './source.ts'

/** By state: the states that may be seen after it, itself included. Between two answers a job may move several times. */
export type Reachable = ReadonlyMap<string, ReadonlySet<string>>

/** Follows the moves of a lifecycle. Throws `spec-invalid` when its states do not fit together. */
export function reachStates(reader: ExtensionReader, source: LifecycleSource): Reachable {
  checkNames(reader, source)
  const reachable = new Map(statesOf(source).map((state) => [state, reachFrom(source, [state])]))
  checkEnds(reader, source, reachable)
  return reachable
}

/** Reads a list of one state or more. */
export function readStates(reader: ExtensionReader, value: unknown, at: string): readonly string[] {
  const states = reader.texts(value, at)
  if (states.length > 0) return states
  throw reader.error(at, `\`${at}\` names no state`, 'Name at least one.')
}

function statesOf({ moves, terminal }: LifecycleSource): readonly string[] {
  return [...new Set([...moves.keys(), ...terminal])]
}

function reachFrom({ moves }: LifecycleSource, start: readonly string[]): ReadonlySet<string> {
  const reached = new Set(start)
  for (const state of reached) {
    for (const next of moves.get(state) ?? []) reached.add(next)
  }
  return reached
}

function checkNames(reader: ExtensionReader, source: LifecycleSource): void {
  const states = statesOf(source)
  const { initial, moves, status, stop, bound } = source
  const each = (at: string, named: readonly string[]) =>
    named.map((state, index) => ({ at: joinPointer(at, index), state }))
  const named = [
    ...each('/initial', initial),
    ...[...moves].flatMap(([state, next]) => each(joinPointer('/moves', state), next)),
    ...status.refusals.map(({ state }) => ({ at: joinPointer('/status/refusals', state), state })),
    ...each('/stop/leads-to', stop?.leadsTo ?? []),
    ...bound.flatMap(({ pointer, in: within }) => each(joinPointer('/bound', pointer, 'in'), within)),
  ]
  const unknown = named.find(({ state }) => !states.includes(state))
  if (unknown === undefined) return
  const { at, state } = unknown
  throw reader.error(at, `\`${state}\` has no moves and is not terminal`, suggest(state, states))
}

function checkEnds(reader: ExtensionReader, source: LifecycleSource, reachable: Reachable): void {
  const { moves, terminal } = source
  const moving = terminal.find((state) => (moves.get(state) ?? []).length > 0)
  if (moving !== undefined) {
    const reason = `\`${moving}\` is terminal, but has moves`
    throw reader.error(joinPointer('/moves', moving), reason, 'Remove it from `terminal`, or its moves.')
  }
  const seen = reachFrom(source, source.initial)
  const unseen = [...reachable.keys()].find((state) => !seen.has(state))
  if (unseen !== undefined) {
    const at = moves.has(unseen) ? joinPointer('/moves', unseen) : joinPointer('/terminal', terminal.indexOf(unseen))
    throw reader.error(at, `no initial state leads to \`${unseen}\``, 'Add the move that leads to it, or remove it.')
  }
  for (const [state, later] of reachable) {
    if (terminal.some((end) => later.has(end))) continue
    const reason = `a job in state \`${state}\` never ends: no terminal state can be reached`
    throw reader.error(joinPointer('/moves', state), reason, 'Add the move that ends it.')
  }
}
