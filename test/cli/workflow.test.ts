import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { workflowText } from '../../src/cli/init/workflow-text.ts'
import { packageVersion } from '../../src/mock/package-files.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { runCli } from './run-cli.ts'
import { runSteps, type Step, type StepsOutcome } from './run-steps.ts'

const KEY = 'app-secret-1234567890'
const ACTION = parse(readFileSync('action.yml', 'utf8'))
let folder: string
let correct: Mock
/** It takes any key, so that it breaks what is promised of wrong ones. */
let broken: Mock

beforeAll(async () => {
  correct = await startMock({ platforms: 'dify', speed: 'instant', key: KEY })
  broken = await startMock({ platforms: 'dify', speed: 'instant' })
})
afterAll(() => Promise.all([correct, broken].map((mock) => mock.stop({ grace: 0 }))))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowproof-'))
})

async function runWorkflow(url: string, key = KEY): Promise<StepsOutcome> {
  await runCli(['init', 'dify', '--dir', folder])
  const { jobs } = parse(readFileSync(join(folder, '.github/workflows/flowproof.yml'), 'utf8'))
  return runSteps(jobs.verify.steps, folder, { 'vars.FLOWPROOF_URL': url, 'secrets.FLOWPROOF_KEY': key })
}

const reports = (name: string) => readdirSync(join(folder, name)).sort()

it('keeps reports and a summary of a correct server, and ends with 0', async () => {
  const { code, log, summary } = await runWorkflow(correct.url)
  expect(log).toMatch(/^dify: \d+ kept, 0 broken, \d+ unchecked$/m)
  expect(summary).toMatch(/^## dify at ` http.*\n\n\*\*\d+ kept, 0 broken, /)
  expect(reports('flowproof-reports')).toEqual(['staging.html', 'staging.md', 'staging.xml'])
  expect(code).toBe(0)
})

it('keeps reports and a summary of a broken server too, annotates, and ends with 1', async () => {
  const { code, log, summary } = await runWorkflow(broken.url)
  expect(log).toMatch(/^::error title=.*key-wrong::MUST/m)
  expect(summary).toContain('### ✗ ` run-workflow.key-wrong `')
  expect(reports('flowproof-reports')).toEqual(['staging.html', 'staging.md', 'staging.xml'])
  expect(readFileSync(join(folder, 'flowproof-reports/staging.xml'), 'utf8')).toContain('<failure')
  expect(`${log}${summary}`).not.toContain('secret')
  expect(code).toBe(1)
})

it('ends with 2 and one sentence where a secret is not there', async () => {
  const { code, log, summary } = await runWorkflow(correct.url, '')
  expect(log).toMatch(/^staging: Failed to read config: .* needs the variable FLOWPROOF_KEY, which is empty\..*\n$/)
  expect(summary).toBe('')
  expect(code).toBe(2)
})

/** Runs the steps of the action, in a folder with a config of two targets. */
function runAction(inputs: Readonly<Record<string, string>> = {}): Promise<StepsOutcome> {
  const target = (url: string) => `{ platform: dify, url: "${url}", key: ${KEY}, only: ["run-workflow.key-*"] }`
  writeFileSync(
    join(folder, 'flowproof.config.yaml'),
    `targets:\n  correct: ${target(correct.url)}\n  broken: ${target(broken.url)}\n`,
  )
  const all = Object.entries<{ default?: string }>(ACTION.inputs).map(([name, input]) => [
    `inputs.${name}`,
    inputs[name] ?? String(input.default),
  ])
  return runSteps(ACTION.runs.steps, folder, Object.fromEntries(all))
}

it('verifies all targets by the action, and ends with the code of the worst', async () => {
  const { code, log, summary, output } = await runAction()
  expect(summary.match(/^(## dify|\*\*\d+ kept, \d+ broken)/gm)).toEqual([
    '## dify',
    '**1 kept, 1 broken',
    '## dify',
    '**2 kept, 0 broken',
  ])
  expect(log).toMatch(/^::error title=run-workflow.key-wrong::/m)
  expect(reports('flowproof-reports')).toEqual(
    ['broken', 'correct'].flatMap((name) => [`${name}.html`, `${name}.md`, `${name}.xml`]),
  )
  expect(output).toBe('exit-code=1\n')
  expect(code).toBe(1)
})

it('verifies the targets that the action is given, into a folder of one’s own', async () => {
  const { code, output } = await runAction({ target: ' correct  correct ', reports: 'our reports/new' })
  expect(reports('our reports/new')).toEqual(['correct.html', 'correct.md', 'correct.xml'])
  expect(output).toBe('exit-code=0\n')
  expect(code).toBe(0)
})

it('fails by the action with 2 when it could not run', async () => {
  const { code, log, output } = await runAction({ config: 'none.yaml' })
  expect(log).toBe('Failed to read config: there is no such file. Name another file. (none.yaml)\n')
  expect(output).toBe('exit-code=2\n')
  expect(code).toBe(2)
})

it.each([
  'config',
  'target',
  'version',
  'reports',
])('runs nothing that stands in the input %s of the action', async (name) => {
  await runAction({ [name]: '$(touch pwned)`touch pwned`' })
  expect(existsSync(join(folder, 'pwned'))).toBe(false)
})

const WORKFLOW: Step[] = [false, true].flatMap(
  (isOwn) => parse(workflowText({ version: '1.2.3', isOwn })).jobs.verify.steps,
)

it.each([
  { of: 'the workflow', steps: WORKFLOW },
  { of: 'the action', steps: ACTION.runs.steps as Step[] },
])('uses actions of one major version, and puts no expression into the shell, in $of', ({ steps }) => {
  expect(steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !/^actions\/[a-z-]+@v\d+$/.test(uses))).toEqual([])
  expect(steps.flatMap(({ run }) => run ?? []).filter((run) => run.includes('${{'))).toEqual([])
  expect(steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@')).map((step) => step.if)).toEqual(
    steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@')).map(() => '${{ !cancelled() }}'),
  )
})

it('runs by the action the version that it comes with, and names a shell for each step', () => {
  expect(ACTION.inputs.version.default).toBe(packageVersion())
  const steps: Step[] = ACTION.runs.steps
  expect(steps.filter(({ run, shell }) => run !== undefined && shell === undefined)).toEqual([])
})
