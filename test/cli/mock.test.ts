import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { PARROT, SCENARIOS, startParrot } from '../mock/parrot.ts'

interface Cli {
  readonly process: ChildProcessWithoutNullStreams
  /** Reads standard output up to the first line that is wanted, and gives all lines read. */
  readonly until: (wanted: RegExp) => Promise<string[]>
  /** What standard error has said so far. */
  readonly errors: () => string
  readonly exit: Promise<unknown>
}

/** Runs the command line as a user does, from the package's root. */
function runCli(...flags: readonly string[]): Cli {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...flags])
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const until = async (wanted: RegExp) => {
    const read: string[] = []
    while (!wanted.test(read.at(-1) ?? '')) {
      const { done, value } = await lines.next()
      if (done) throw new Error(`No line is like ${wanted}: ${read.join('\n')}\n${errors}`)
      read.push(value)
    }
    return read
  }
  return { process: child, until, errors: () => errors, exit: once(child, 'close').then(([code]) => code) }
}

const mockFlags = ['mock', PARROT, '--scenarios', SCENARIOS, '--scenario', 'words', '--port', '0']

function talk(url: string, body: unknown): Promise<Response> {
  const headers = { authorization: 'Bearer polly', 'content-type': 'application/json' }
  return fetch(`${url}/talks`, { method: 'POST', headers, body: JSON.stringify(body) })
}

function hideChance(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d\d:\d\d:\d\d/g, 'TIME')
    .replace(/\d+ ms/g, 'N ms')
}

it('says what to paste, logs each request with what the spec objects to, and sums up', async () => {
  const cli = runCli(...mockFlags, '--speed', 'instant')
  const start = await cli.until(/^ {2}words /)
  expect(hideChance(start.slice(0, 7))).toMatchInlineSnapshot(`
    "parrot (Parrot API 1.0.0)
      URL  http://HOST/api
      Key  polly

    # Talk
    curl -H 'Authorization: Bearer polly' http://HOST/api/health
    "
  `)
  const url = /http:\S+/.exec(start.join('\n'))?.[0] ?? ''
  await (await talk(url, { text: 'hi', stream: true })).text()
  await talk(url, { text: 7 })
  await fetch(`${url}/talks?colour=red`, { headers: { authorization: 'Bearer polly' } })
  await fetch(`${url}/talk`)
  const log = await cli.until(/nearest/)
  cli.process.kill('SIGINT')
  const summary = await cli.until(/ {2}events /)
  expect(hideChance([...log, ...summary])).toMatchInlineSnapshot(`
    "
    TIME  POST /api/talks  200  words  N ms  4 events
    TIME  POST /api/talks  200  words  N ms
        /body/text must be string, got 7 (test/mock/fixtures/parrot/openapi.yaml:39)
    TIME  GET /api/talks?colour=red  200  N ms
        note: /query/colour is not a declared parameter (test/mock/fixtures/parrot/openapi.yaml:19)
    TIME  GET /api/talk  404  N ms
        /path is no path of the spec; the nearest is /talks (test/mock/fixtures/parrot/openapi.yaml:7)

    4 requests, 2 against the spec
    parrot
      operations  listTalks 1, talk 2; never called: health, getTalk, stopTalk, answerTalk, sendFeather, picture, fall
      events      word 3, silence 1; never seen: waits, blink"
  `)
  expect([await cli.exit, cli.errors()]).toEqual([0, ''])
})

it('speaks JSON, one object a line', async () => {
  const cli = runCli(...mockFlags, '--json', '--key', 'sesame', '--seed', '7')
  const [line = ''] = await cli.until(/^\{"kind":"start"/)
  const start = JSON.parse(line)
  expect(start).toMatchObject({ platforms: [{ name: 'parrot', key: '$KEY', samples: [{ title: 'Talk' }] }] })
  expect((await talk(start.url, { text: 'hi' })).status).toBe(401)
  const [request = ''] = await cli.until(/"kind":"request"/)
  expect(JSON.parse(request)).toMatchObject({ kind: 'request', request: { status: 401, operation: 'talk' } })
  cli.process.kill('SIGTERM')
  const [stop = ''] = await cli.until(/"kind":"stop"/)
  expect(JSON.parse(stop)).toMatchObject({
    requests: 1,
    violating: 0,
    platforms: [{ operations: { talk: 1, health: 0 } }],
  })
  expect(await cli.exit).toBe(0)
})

it('waits for open answers at the first Ctrl-C, and cuts them at the second', async () => {
  const cli = runCli(...mockFlags)
  const url = /http:\S+/.exec((await cli.until(/^ {2}words /)).join('\n'))?.[0] ?? ''
  const response = await talk(url, { text: 'forever', stream: true })
  cli.process.kill('SIGINT')
  await cli.until(/^Waiting for answers under way/)
  cli.process.kill('SIGINT')
  await expect(response.text()).rejects.toThrow()
  expect((await cli.until(/^1 request/)).join('\n')).toMatch(/200 {2}forever .* cut$/m)
  expect(await cli.exit).toBe(0)
})

it('prints nothing but errors when it is to be quiet', async () => {
  const { port } = await startParrot()
  const cli = runCli(...mockFlags, '--quiet', '--port', String(port))
  await expect(cli.until(/./)).rejects.toThrow(/No line/)
  expect([await cli.exit, cli.errors()]).toEqual([
    2,
    `Failed to listen on 127.0.0.1:${port}: the port is in use. Choose another port, or 0 for any that is free.\n`,
  ])
})

const WRONG = [
  {
    it: 'a port that is none',
    flags: ['mock', '--port', 'x'],
    want: /^error: option '--port <number>' argument 'x' is invalid\. Give a number from 0 to 65535\.$/m,
  },
  { it: 'an unknown command', flags: ['mokc'], want: /^error: unknown command 'mokc'\n\(Did you mean mock\?\)$/m },
  {
    it: 'an unknown platform',
    flags: ['mock', 'nobody'],
    want: /^Failed to load platform "nobody": there is none of that name\. Known: /m,
  },
]
it.each(WRONG)('exits with 2 and a sentence for $it', async ({ flags, want }) => {
  const cli = runCli(...flags)
  expect(await cli.exit).toBe(2)
  expect(cli.errors()).toMatch(want)
  expect(cli.errors()).not.toMatch(/^ +at /m)
})

it('shows examples when asked for help', async () => {
  const cli = runCli('mock', '--help')
  expect((await cli.until(/a second Ctrl-C/)).join('\n')).toMatch(
    /Usage: flowproof mock \[options\] \[platform\.\.\.\].*flowproof mock \.\/my-platform --json/s,
  )
  expect(await cli.exit).toBe(0)
})
