import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FlowproofError } from '../../src/errors.ts'
import { loadPlatform } from '../../src/mock/load-platform.ts'
import { builtInPlatforms } from '../../src/mock/package-files.ts'
import { startMock } from '../../src/mock/start-mock.ts'
import { PARROT, SCENARIOS } from './parrot.ts'

/** A folder with a spec, and a module that is written as plain JavaScript. */
function createFolder(module?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'platform-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(PARROT, '../cuckoo/openapi.yaml'), join(folder, 'openapi.yaml'))
  if (module !== undefined) writeFileSync(join(folder, 'mock.mjs'), module)
  return folder
}

async function messageOf(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.catch((thrown: unknown) => thrown)
  if (!(error instanceof FlowproofError)) throw new Error('It loaded')
  return `${error.code}: ${error.message}`
}

const MODULE = (handlers: string) => `
  const f = () => ({ kind: 'empty', status: 200 })
  export default {
    createState: f, sampleKey: 'k', headers: () => ({}), encodeBody: f, authenticate: f, samples: () => [],
    refusals: { unknownPath: f, wrongMethod: f, tooLarge: f, crashed: f },
    handlers: { ${handlers} },
  }`

it('loads a platform by the path of its folder', async () => {
  const { name, spec, platform } = await loadPlatform(PARROT)
  expect([name, spec.title, platform.sampleKey]).toEqual(['parrot', 'Parrot API', 'polly'])
})

it('loads a platform that is plain JavaScript', async () => {
  const { platform } = await loadPlatform(createFolder(MODULE('call: f')))
  expect(Object.keys(platform.handlers)).toEqual(['call'])
})

it('loads each platform that comes with the package', async () => {
  const loaded = await Promise.all(builtInPlatforms().map(loadPlatform))
  expect(loaded.map(({ name }) => name)).toEqual(builtInPlatforms())
})

it('names the nearest and all known platforms when there is none of a name', async () => {
  const [known = ''] = builtInPlatforms()
  expect(await messageOf(loadPlatform(`${known}x`))).toBe(
    `platform-unknown: Failed to load platform "${known}x": there is none of that name. Did you mean ${known}? Known: ${builtInPlatforms().join(', ')}; or give the path of a folder, such as ./${known}x.`,
  )
})

it('says which file a folder lacks', async () => {
  const folder = createFolder()
  expect(await messageOf(loadPlatform(folder))).toMatch(
    /^platform-unknown: .*: its folder has no mock\.js\. Put openapi\.yaml/,
  )
  expect(await messageOf(loadPlatform('./nowhere'))).toMatch(/"nowhere": its folder has no openapi\.yaml/)
})

const BROKEN = [
  {
    it: 'a module that throws',
    module: 'throw new Error("not today")',
    want: /: not today\. Mend its module\. \(.*mock\.mjs\)$/,
  },
  {
    it: 'a module without a platform',
    module: 'export default {}',
    want: /the default export is no platform\. Make it with definePlatform/,
  },
  { it: 'a missing handler', module: MODULE(''), want: /: call has no handler\. Write one handler/ },
  {
    it: 'handlers without an operation',
    module: MODULE('call: f, sing: f, dance: f'),
    want: /: sing, dance are not in .*openapi\.yaml/,
  },
]
it.each(BROKEN)('refuses $it', async ({ module, want }) => {
  expect(await messageOf(loadPlatform(createFolder(module)))).toMatch(want)
})

const OPTIONS = [
  { it: 'a port that is none', options: { port: 70_000 }, want: /^usage: .*70000 is no port/ },
  { it: 'a speed that is none', options: { speed: 0 }, want: /^usage: .*0 is no speed/ },
  { it: 'no platform at all', options: { platforms: [] }, want: /^usage: .*no platform is named/ },
  {
    it: 'the same platform twice',
    options: { platforms: [PARROT, PARROT] },
    want: /^usage: .*"parrot" is named twice/,
  },
  { it: 'an unknown scenario', options: { scenario: 'wrods' }, want: /^scenario-unknown: .*words/ },
  {
    it: 'a host that is not here',
    options: { host: '203.0.113.1' },
    want: /^usage: Failed to listen on 203\.0\.113\.1:0: /,
  },
]
it.each(OPTIONS)('starts no mock with $it', async ({ options, want }) => {
  expect(await messageOf(startMock({ platforms: PARROT, scenarios: SCENARIOS, ...options }))).toMatch(want)
})
