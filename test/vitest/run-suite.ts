import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a run of Vitest came to. */
export interface SuiteRun {
  readonly code: number
  /** What a person sees, without colours. */
  readonly text: string
  /** `passed`, `failed` or `skipped`, by the name of the test. */
  readonly tests: Readonly<Record<string, string>>
}

interface JsonReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

/**
 * Runs a suite of `fixtures` in a Vitest of its own.
 * @param options - of each contract that the suite describes
 * @param words - more for the command line
 */
export async function runSuite(
  suite: string,
  options: readonly object[] = [],
  words: readonly string[] = [],
): Promise<SuiteRun> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-suite-'))
  const [asked, report] = [join(folder, 'options.json'), join(folder, 'report.json')]
  writeFileSync(asked, JSON.stringify(options))
  const config = ['--config', 'test/vitest/fixtures/vitest.config.ts', '--reporter', 'verbose', '--reporter', 'json']
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...config, '--outputFile.json', report, suite, ...words]
  const env = { ...process.env, SUITE_OPTIONS: asked, NO_COLOR: '1' }
  const { code, text } = await new Promise<{ code: number; text: string }>((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: `${out}${err}` })
    })
  })
  const { testResults }: JsonReport = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(folder, { recursive: true })
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  return { code, text, tests: Object.fromEntries(all.map(({ title, status }) => [title, status])) }
}
