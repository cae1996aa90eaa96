import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Report } from '../../src/contract/report.ts'
import { runMock, runVerify, type Started } from './command-line.ts'

const KETTLE = new URL('kettle/', import.meta.url)
const PACKAGE = new URL('../../src/index.ts', import.meta.url).href
const KEY = 'whistle'
const MOCK = ['./my-platform', '--speed', 'instant', '--key', KEY]

/** Writes the platform into a folder that has nothing to do with the package, and gives that folder's parent. */
function writePlatform(): string {
  const parent = mkdtempSync(join(tmpdir(), 'flowproof-'))
  onTestFinished(() => rmSync(parent, { recursive: true }))
  mkdirSync(join(parent, 'my-platform'))
  for (const name of readdirSync(KETTLE)) {
    // Nothing is installed there, so that the package's name would lead nowhere.
    const text = readFileSync(new URL(name, KETTLE), 'utf8').replace("from 'flowproof'", `from '${PACKAGE}'`)
    writeFileSync(join(parent, 'my-platform', name), text)
  }
  return parent
}

async function verifyMock(parent: string, { url }: Started): Promise<{ code: number; report: Report }> {
  const target = ['--url', url, '--key', KEY, '--flow', 'flow_id=answer']
  const { code, out, err } = await runVerify(parent, ['./my-platform', ...target, '--reporter', 'json'])
  expect(err).toMatch(/^\d+ checks, \d+ probes; will start \d+ runs, and stop or cancel only those\.\n$/)
  return { code, report: JSON.parse(out) }
}

it('serves a platform of your own by its path, and finds every promise of its spec kept', async () => {
  const parent = writePlatform()
  const started = await runMock(parent, MOCK)
  expect(started.platforms).toMatchObject([{ name: 'my-platform', key: '$KEY' }])
  expect(started.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)

  const { code, report } = await verifyMock(parent, started)
  expect([code, report.platform]).toEqual([0, 'my-platform'])
  expect(report.findings.map(({ id, verdict }) => `${id} ${verdict}`)).toMatchInlineSnapshot(`
    [
      "run-flow.status kept",
      "run-flow.media-type kept",
      "run-flow.body kept",
      "run-flow.key-missing kept",
      "run-flow.key-wrong kept",
      "run-flow.malformed-json kept",
      "run-flow.required-fields kept",
      "run-flow.unknown-id kept",
      "run-flow.wrong-types kept",
      "run-flow.overlong kept",
      "run-flow.wrong-content-type kept",
      "run-flow.deep-nesting kept",
      "run-flow.wrong-method kept",
      "run-flow.stream-framing kept",
      "run-flow.stream-events kept",
      "run-flow.stream-order kept",
      "run-flow.stream-foreign kept",
      "run-flow.stream-constants kept",
      "run-flow.stream-end kept",
    ]
  `)
})

it('catches an event that its grammar does not allow there, and nothing else', async () => {
  const parent = writePlatform()
  const started = await runMock(parent, [...MOCK, '--as', 'my-platform@0.9'])
  const { code, report } = await verifyMock(parent, started)
  const broken = report.findings.filter(({ verdict }) => verdict !== 'kept')
  expect(code).toBe(1)
  expect(broken.map(({ id, actual }) => ({ id, actual }))).toMatchInlineSnapshot(`
    [
      {
        "actual": "event 85: got \`begin\`, expected one of \`end\`, \`word\` (with flow_id)",
        "id": "run-flow.stream-order",
      },
    ]
  `)
})
