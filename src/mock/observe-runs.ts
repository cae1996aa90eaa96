import type { Run, Runs } from './run.ts'

/** The same runs, and whoever starts or finds one is seen doing so. */
export function observeRuns(runs: Runs, seen: (run: Run) => void): Runs {
  const see = (run: Run): Run => {
    seen(run)
    return run
  }
  return {
    start: (options) => see(runs.start(options)),
    find: (name, id) => {
      const run = runs.find(name, id)
      return run && see(run)
    },
    list: () => runs.list(),
  }
}
