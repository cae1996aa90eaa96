import type { Clock } from './clock.ts'
import { createRun } from './create-run.ts'
import type { Run, Runs } from './run.ts'

export interface RunsOptions {
  readonly clock: Clock
  readonly seed: string
  /** @default false */
  readonly instant?: boolean
  /** How many of the newest ended runs are kept at least. @default 1000 */
  readonly size?: number
}

/** Makes an empty store of runs. A run that has not ended is never forgotten. */
export function createRuns({ clock, seed, instant = false, size = 1_000 }: RunsOptions): Runs {
  const runs = new Map<Run, readonly string[]>()
  const byId = new Map<string, Run>()
  let count = 0

  const forgetOldest = () => {
    const ended = [...runs.keys()].filter((run) => run.over())
    for (const run of ended.slice(0, Math.max(0, ended.length - size))) {
      for (const key of runs.get(run) ?? []) byId.delete(key)
      runs.delete(run)
    }
  }
  return {
    start({ scenario, request, names }) {
      const number = ++count
      const run = createRun({ scenario, request }, { clock, seed: `${seed}:run:${number}`, number, instant })
      const keys = names.map((name) => keyOf(name, run.id(name)))
      runs.set(run, keys)
      for (const key of keys) byId.set(key, run)
      // Looking through all runs is not for every start.
      if (runs.size > size && number % Math.ceil(size / 10) === 0) forgetOldest()
      return run
    },
    find: (name, id) => byId.get(keyOf(name, id)),
    list: () => [...runs.keys()].reverse(),
  }
}

function keyOf(name: string, id: string): string {
  return `${name}:${id.toLowerCase()}`
}
