import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const TSC = resolve('node_modules/typescript/bin/tsc')
const folder = mkdtempSync(join(tmpdir(), 'flowproof-package-'))
const project = join(folder, 'project')

beforeAll(async () => {
  await install(await pack())
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const READS = `import { startMock } from 'flowproof'
import { type paths, readEvents, type StreamEvent } from 'flowproof/dify'
import createClient from 'openapi-fetch'

function say(event: StreamEvent): string {
  switch (event.event) {
    case 'node_finished':
      return \`\${event.event} \${event.data.title} \${event.data.status}\`
    case 'workflow_finished':
      return \`\${event.event} \${event.data.status}\`
    default:
      return event.event
  }
}

const mock = await startMock({ platforms: ['dify'], speed: 'instant' })
const headers = { authorization: 'Bearer app-key' }
const client = createClient<paths>({ baseUrl: mock.url, headers })
const body = { inputs: {}, response_mode: 'streaming', user: 'reader' } as const
const { data, error } = await client.POST('/workflows/run', { body, parseAs: 'stream' })
if (!data) throw new Error(JSON.stringify(error))
const reader = readEvents(data)
for await (const event of reader) console.log(say(event))
console.log((await reader.end).how)
await mock.stop()
`

const SUITE = `import { type Mock, startMock } from 'flowproof'
import { describeContract } from 'flowproof/vitest'
import { afterAll, beforeAll } from 'vitest'

let server: Mock

beforeAll(async () => {
  server = await startMock({ platforms: 'dify', speed: 'instant', key: 'app-secret' })
})
afterAll(() => server.stop())

describeContract('dify', { url: () => server.url, key: 'app-secret', only: ['get-app-*'] })
const { LIVE_URL: url, LIVE_KEY: key } = process.env
if (url) describeContract('dify', { url, key: async () => key, skip: ['upload.*'], maxRuns: 3, strict: true })
`

const WRONG = `import type { StreamEvent } from 'flowproof/dify'

export function say(event: StreamEvent): string {
  if (event.event !== 'workflow_finished') return event.event
  return event.data.answer
}
`

const CONFIG = { target: 'es2023', strict: true, skipLibCheck: false, types: ['node'], noEmit: true }
const CASES = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
]

it.each(CASES)('compiles what uses the types, and not what misuses them, with $moduleResolution', {
  timeout: 120_000,
}, async (options) => {
  const output = await compile({ ...CONFIG, ...options })
  expect(output).toMatch(/^wrong\.ts\(5,21\): error TS2339: Property 'answer' does not exist on type .*\n$/)
})

it('runs against the mock of the package', { timeout: 120_000 }, async () => {
  const { outputText } = ts.transpileModule(READS, { compilerOptions: { target: ts.ScriptTarget.ES2023 } })
  writeFileSync(join(project, 'reads.js'), outputText)
  const { stdout } = await run(process.execPath, ['reads.js'], { cwd: project })
  const lines = stdout.trim().split('\n')
  expect(lines).toContain('workflow_started')
  expect(lines.some((line) => /^node_finished .+ succeeded$/.test(line))).toBe(true)
  expect(lines.slice(-2)).toEqual(['workflow_finished succeeded', 'closed'])
})

it('makes tests of a contract in a suite of the project', { timeout: 120_000 }, async () => {
  const args = ['node_modules/vitest/vitest.mjs', 'run']
  const { stdout } = await run(process.execPath, args, { cwd: project, env: { ...process.env, NO_COLOR: '1' } })
  expect(stdout).toMatch(/Tests {2}\d+ passed \(\d+\)/)
})

/** Packs what a build of the sources would publish; the build itself goes into the temporary folder. */
async function pack(): Promise<string> {
  const source = join(folder, 'source')
  mkdirSync(source)
  for (const name of ['package.json', 'README.md', 'LICENSE', 'openapi', 'mocks/scenarios']) {
    if (existsSync(name)) cpSync(name, join(source, name), { recursive: true })
  }
  await run(process.execPath, [TSC, '-p', 'tsconfig.build.json', '--outDir', join(source, 'dist')])
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: source })
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  return join(folder, tarball)
}

/** What `npm install` would do, but offline: only what the package depends on can be found beside it. */
async function install(tarball: string): Promise<void> {
  const modules = join(project, 'node_modules')
  mkdirSync(join(modules, 'flowproof'), { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', join(modules, 'flowproof'), '--strip-components=1'])
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(modules, 'flowproof/package.json'), 'utf8'),
  )
  for (const name of [...Object.keys(manifest.dependencies), 'openapi-fetch', 'vitest', '@types/node']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(resolve('node_modules', name), join(modules, name))
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(project, 'reads.ts'), READS)
  writeFileSync(join(project, 'contract.test.ts'), SUITE)
  writeFileSync(join(project, 'wrong.ts'), WRONG)
}

/** What the compiler says. */
async function compile(compilerOptions: object): Promise<string> {
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const { stdout } = await run(process.execPath, [TSC], { cwd: project }).catch((error: { stdout: string }) => error)
  return stdout
}
