import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends a run with one plain line that any program can read: `N passed, N failed`.
 * What broke outside of a test (a file that does not load, a hook, a stray rejection) counts as one failure each.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const outside = modules.flatMap((module) =>
      [module, ...module.children.allSuites()].flatMap((suite) => suite.errors()),
    )
    const passed = states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length + outside.length + strayErrors.length
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
