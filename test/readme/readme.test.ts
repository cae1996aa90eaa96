import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/cli/config/parse-config.ts'
import { listChecks } from '../../src/contract/checks/list-checks.ts'
import { loadContract } from '../../src/contract/load-contract.ts'
import { listProbes } from '../../src/contract/probes/list-probes.ts'
import { type Mock, startMock } from '../../src/mock/start-mock.ts'
import { parseScenario } from '../../src/run/parse-scenario.ts'
import { loadSpec } from '../../src/spec/load-spec.ts'
import { platformNames } from '../house/source-files.ts'

const run = promisify(execFile)
const README = readFileSync('README.md', 'utf8')
const CLI = resolve('dist/src/cli/main.js')

// Inside the package, so that snippets import it by its own name.
mkdirSync('.flowproof', { recursive: true })
const folder = mkdtempSync(resolve('.flowproof/readme-'))
// What the page has running, by port: `npm start`, and the one platform that it verifies.
const mocks = new Map<string, Mock>()

beforeAll(async () => {
  mocks.set('4010', await startMock({ speed: 'instant' }))
  mocks.set('4011', await startMock({ platforms: 'dify', speed: 'instant', key: 'app-secret' }))
})

afterAll(async () => {
  await Promise.all([...mocks.values()].map((mock) => mock.stop({ grace: 0 })))
  rmSync(folder, { recursive: true, force: true })
})

/** Code blocks of one language that hold a word; only the ports are changed, to those of this test's mocks. */
function blocks(language: string, word: string): string[] {
  const found = [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code = '']) => code,
  )
  const fitting = found.filter((code) => code.includes(word))
  expect(fitting, `a ${language} block with ${word}`).not.toEqual([])
  return fitting.map((code) =>
    code.replaceAll(/127\.0\.0\.1:(40\d\d)/g, (_, port: string) => `127.0.0.1:${mocks.get(port)?.port}`),
  )
}

it('streams what the first curl asks for', async () => {
  const [curl = ''] = blocks('sh', 'curl -sN')
  const { stdout } = await run('sh', ['-c', curl])
  expect(stdout).toMatch(/^event: ping\n\ndata: \{"event":"workflow_started"/)
  expect(stdout).toMatch(/"event":"text_chunk".*"text":"Tides"/)
  expect(stdout).toMatch(/data: \{"event":"workflow_finished".*"status":"succeeded".*\n\n$/)
})

it('ends a verify as the page says', async () => {
  const [commands = ''] = blocks('sh', '--sample slow=slow.json')
  const command = commands.replace('npx flowproof', `${process.execPath} ${CLI}`)
  const { stdout } = await run('sh', ['-c', command], { cwd: folder })
  expect(README).toContain(`\n${stdout.trim().split('\n').at(-1)}\n`)
})

it.each([['startMock'], ['readEvents']])('compiles and runs the snippet with %s', async (word) => {
  const [code = ''] = blocks('ts', word)
  const file = join(folder, `${word}.mts`)
  writeFileSync(file, code)
  expect(problemsOf(file)).toEqual([])
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2023 } })
  writeFileSync(join(folder, `${word}.mjs`), outputText)
  const { stdout } = await run(process.execPath, [join(folder, `${word}.mjs`)])
  expect(stdout).toMatch(word === 'startMock' ? /^failed\n\[\]\n$/ : /^Tides rise .*closed\n$/s)
})

function problemsOf(file: string): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, '.')
  const program = ts.createProgram([file], { ...options, noEmit: true })
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

it('reads the scenario that it shows', () => {
  const [text = ''] = blocks('yaml', 'upstream answered 503')
  expect(parseScenario(text, 'my-case.yaml')).toMatchObject({ name: 'my-case', when: ['broken'] })
})

it('lists every operation that the documents hold', () => {
  const wanted = platformNames().flatMap((name) => {
    const { operations } = loadSpec(resolve(`openapi/${name}.yaml`))
    return [...operations.values()].map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``)
  })
  expect(wanted.filter((operation) => !README.includes(operation))).toEqual([])
})

it('reads the config that it shows', () => {
  const [text = ''] = blocks('yaml', 'max-runs:')
  expect(parseConfig(text, 'flowproof.config.yaml')).toMatchObject([{ name: 'staging', said: { platform: 'dify' } }])
})

it('waives a check that there is', async () => {
  const [text = ''] = blocks('yaml', 'waivers:')
  const { spec, contract } = await loadContract('dify')
  const ids = listChecks(spec, contract, listProbes(spec, contract)).map(({ id }) => id)
  const [target] = parseConfig(text, 'flowproof.config.yaml')
  expect(ids).toEqual(expect.arrayContaining(target?.said.waivers?.map(({ check }) => check) ?? ['none']))
})

it('gives the action inputs that it has', () => {
  const [text = ''] = blocks('yaml', 'uses:')
  const [step] = parse(text)
  expect(Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)).toEqual(
    expect.arrayContaining(Object.keys(step.with)),
  )
})

it('makes tests of a contract as the page says', async () => {
  const [code = ''] = blocks('ts', 'describeContract')
  const file = join(folder, 'contract.test.ts')
  writeFileSync(file, code)
  expect(problemsOf(file)).toEqual([])
  // Otherwise the config of this package would be found.
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {}')
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder]
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } })
  expect(stdout).toMatch(/Tests {2}\d+ passed \| \d+ skipped \(\d+\)/)
})

it('explains what the page asks for', async () => {
  const [command = ''] = blocks('sh', 'flowproof explain')
  const { stdout } = await run('sh', ['-c', command.replace('npx flowproof', `${process.execPath} ${CLI}`)])
  expect(stdout).toMatch(/^run-workflow\.stream-order of dify\nMUST send events in the order of its sequence\n/)
})
