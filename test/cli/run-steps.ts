import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { packageVersion } from '../../src/mock/package-files.ts'
import { CLI } from './run-cli.ts'

/** A step of a job, or of a composite action. */
export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface StepsOutcome {
  /** That of the first step that failed. */
  readonly code: number
  readonly log: string
  /** What the step summary and the outputs have become. */
  readonly summary: string
  readonly output: string
}

/** Where `npx` of the steps finds this package: words that run it must name a version of it first. */
function folderWithNpx(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-bin-'))
  const words = [process.execPath, ...CLI].map((word) => `'${word}'`).join(' ')
  const lines = [
    '#!/bin/sh',
    `[ "$1 $2" = '--yes flowproof@${packageVersion()}' ] || exit 99`,
    'shift 2',
    `exec ${words} "$@"`,
    '',
  ]
  writeFileSync(join(folder, 'npx'), lines.join('\n'), { mode: 0o755 })
  return folder
}

/**
 * Runs the shell steps as a runner does: each by bash, those after a failed one only when they say so.
 * @param values - of the expressions in them: `inputs.config`
 */
export async function runSteps(
  steps: readonly Step[],
  cwd: string,
  values: Readonly<Record<string, string>>,
): Promise<StepsOutcome> {
  const runner = mkdtempSync(join(tmpdir(), 'flowproof-runner-'))
  const script = join(runner, 'step.sh')
  const summary = join(runner, 'summary')
  const output = join(runner, 'output')
  for (const file of [summary, output]) writeFileSync(file, '')
  const path = `${folderWithNpx()}${delimiter}${process.env.PATH}`
  const common = { ...process.env, PATH: path, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output }
  let code = 0
  let log = ''
  for (const step of steps) {
    if (step.run === undefined || (code !== 0 && step.if !== '${{ !cancelled() }}')) continue
    writeFileSync(script, fill(step.run, values))
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text, values)])
    const ended = await runBash(step.shell, script, { cwd, env: { ...common, ...Object.fromEntries(own) } })
    log += ended.said
    code ||= ended.code
  }
  return { code, log, summary: readFileSync(summary, 'utf8'), output: readFileSync(output, 'utf8') }
}

// The options are those of the runner: @see https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idstepsshell
function runBash(shell: string | undefined, script: string, options: { cwd: string; env: NodeJS.ProcessEnv }) {
  const flags = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
  return new Promise<{ readonly code: number; readonly said: string }>((done) => {
    execFile('bash', [...flags, script], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, said: out + err })
    })
  })
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The test has no value for ${name}.`)
    return value
  })
}
