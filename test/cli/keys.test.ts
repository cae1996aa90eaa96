import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { checkCommand } from '../../src/cli/check.ts'
import { verifyCommand } from '../../src/cli/verify.ts'
import { type LoadedContract, loadContract } from '../../src/contract/load-contract.ts'
import { reporters } from '../../src/contract/reporters/reporters.ts'
import { verify } from '../../src/contract/verify.ts'
import { createRedactor } from '../../src/redact.ts'
import type { SecurityScheme } from '../../src/spec/spec.ts'
import { formatBroken } from '../../src/vitest/failure-text.ts'
import { frame, json, startJobs, type Twist } from '../contract/fixtures/jobs-server.ts'
import { PARROT, SCENARIOS } from '../mock/parrot.ts'

/** Stands before each character of a key that some form of output escapes: so that a piece of a key is found, however it is escaped. */
const MARK = 'Zq7xW9'
const KEYS = {
  plain: `sk-${MARK}1${MARK}2${MARK}3`,
  awkward: `sk-${[...'"<>&%+/=$\'\\~:;,`*|#?@![](){}'].map((character) => MARK + character).join('')}${MARK}`,
}
const KEY = KEYS.awkward
const JOBS = './test/contract/fixtures/jobs'
const folder = mkdtempSync(join(tmpdir(), 'flowproof-'))

/** What is left of a key in a text. */
function leakIn(text: string): string | undefined {
  const encoded = [0, 1, 2].map((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), Buffer.from(MARK)]).toString('base64')
    return base64.slice(Math.ceil((before * 4) / 3), Math.floor(((before + MARK.length) * 4) / 3))
  })
  const hidden = encoded.find((part) => text.includes(part))
  const at = hidden === undefined ? text.toLowerCase().indexOf(MARK.slice(0, 4).toLowerCase()) : text.indexOf(hidden)
  return at === -1 ? undefined : text.slice(Math.max(at - 60, 0), at + 60)
}

const JSON_TYPE = 'application/json'
const STREAM = 'text/event-stream'
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
const inHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('&#38;', '&amp;')
const inUnicode = (text: string): string =>
  text.replaceAll(/[^\w]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** Ways to write a key. */
const FORMS: Readonly<Record<string, (key: string) => string>> = {
  'as it is': (key) => key,
  'in lower case': (key) => key.toLowerCase(),
  'in JSON': inJson,
  'in JSON in JSON': (key) => inJson(inJson(key)),
  'in JSON with slashes escaped': (key) => inJson(key).replaceAll('/', '\\/'),
  'in JSON as code points': inUnicode,
  'in a URL': encodeURIComponent,
  'in a URL in lower case': (key) => encodeURIComponent(key).toLowerCase(),
  'in a URL in a URL': (key) => encodeURIComponent(encodeURIComponent(key)),
  'in a form': (key) => new URLSearchParams({ key }).toString().slice('key='.length),
  'in HTML': inHtml,
  'in HTML of JSON': (key) => inHtml(inJson(key)),
  'in a JSON Pointer': (key) => key.replaceAll('~', '~0').replaceAll('/', '~1'),
  'in base64': (key) => Buffer.from(key).toString('base64'),
  'in basic credentials': (key) => Buffer.from(`u:${key}`).toString('base64'),
  'in base64 for URLs': (key) => Buffer.from(`me:${key}`).toString('base64url'),
  'cut off': (key) => `${key.slice(0, 30)}…`,
  'cut off in JSON': (key) => `"${inJson(key).slice(0, 17)}"…`,
}

it.each(Object.entries(FORMS))('takes a key out of text: %s', (_, form) => {
  for (const key of Object.values(KEYS)) {
    const text = `{"before":"${form(key)}" after}`
    expect(leakIn(text)).toBeDefined()
    const redacted = createRedactor([key], '$KEY')(text)
    expect(leakIn(redacted)).toBeUndefined()
    expect(redacted).toMatch(/^\{"before":"\S*\$KEY\S* after\}$/)
  }
})

it('leaves what is no key: short words, and texts that only begin like one', () => {
  const text = 'abc, sk-Zq7x and sk-Zq7xW9 …'
  expect(createRedactor(['abc', '', KEY], '$KEY')(text)).toBe(text)
})

it('takes out a key of many kilobytes, and the longer of two first', () => {
  const long = 'eyJ.a-b_c/'.repeat(1_000)
  const redact = createRedactor([long.slice(0, 100), long], '$KEY')
  expect(redact(`x ${long} y ${long.slice(0, 9_000)}… z ${long.slice(0, 100)}`)).toBe('x $KEY y $KEY… z $KEY')
})

interface Echo {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly text: string
}

const event = (value: unknown): string => frame(value as Parameters<typeof frame>[0])

/** What a server may do with a key: `form` is the key as it writes it, `padding` moves it to where we cut texts. */
const ECHOES: Readonly<Record<string, (key: string, form: string, padding: string) => Echo>> = {
  'in a value of JSON': (key) => ({ text: JSON.stringify({ job: key, state: key, words: key, ended: [key] }) }),
  'in a name of JSON': (key) => ({ text: JSON.stringify({ [key]: { [key]: key }, job: { [key]: 1 } }) }),
  'in JSON in JSON': (key) => ({ text: JSON.stringify({ error: JSON.stringify({ key }), job: { key } }) }),
  'in broken JSON': (_, form, padding) => ({ text: `{"error":"${padding}${form}` }),
  'in a page': (_, form, padding) => ({ type: 'text/html', text: `<p>${padding}No such key: ${form}</p>` }),
  'in headers': (key) => ({ headers: { 'x-server': key, 'www-authenticate': `Bearer error="${key}"` }, text: key }),
  'in a media type': (key) => ({ type: `text/${encodeURIComponent(key)}`, text: '' }),
  'in a redirect': (_, form) => ({ status: 302, headers: { location: `/login?key=${encodeURI(form)}` }, text: '' }),
  'in a status that is not documented': (_, form) => ({ status: 418, text: form }),
  'in a rate limit': (key, form) => ({ status: 429, headers: { 'retry-after': key }, text: form }),
  'in the data of events': (key) => ({
    type: STREAM,
    text: event({ event: 'begin', job: key }) + event({ event: 'word', job: `${key}!`, word: [key], [key]: key }) + key,
  }),
  'in names of events': (key) => ({ type: STREAM, text: event({ event: key }) + event({ event: { [key]: 1 } }) }),
  'in frames that do not decode': (_, form, padding) => ({
    type: STREAM,
    text: `: ${form}\n\nevent: ${form}\ndata: ${padding}${form}\n\n${form}: x\n\nid: ${form}\ndata: ${'x'.repeat(400)}${padding}${form}`,
  }),
  'in a long body': (_, form, padding) => ({ text: 'x'.repeat(3_900) + padding + form }),
}

const platform = await loadContract(JOBS)

function echoing(key: string, echo: (form: string, padding: string) => Echo): Twist {
  // What a server cuts off itself is its own affair.
  const forms = Object.values(FORMS)
    .map((form) => form(key))
    .filter((form) => !form.includes('…'))
  let count = 0
  return (_, res) => {
    count += 1
    const form = forms[count % forms.length] ?? key
    const { status = 200, type = JSON_TYPE, headers = {}, text } = echo(form, 'x'.repeat((count * 11) % 150))
    res.writeHead(status, { 'content-type': type, ...headers }).end(text)
    return true
  }
}

const SCHEMES: Readonly<Record<string, SecurityScheme>> = {
  bearer: { name: 'key', kind: 'bearer' },
  header: { name: 'key', kind: 'api-key', in: 'header', parameter: 'X-Api-Key' },
  query: { name: 'key', kind: 'api-key', in: 'query', parameter: 'api_key' },
  cookie: { name: 'key', kind: 'api-key', in: 'cookie', parameter: 'session' },
}

/** The same contract of an API that takes its key elsewhere. */
function withScheme({ spec, ...contract }: LoadedContract, scheme: SecurityScheme): LoadedContract {
  const operations = [...spec.operations].map(
    ([id, operation]) =>
      [id, operation.security.length > 0 ? { ...operation, security: [[scheme]] } : operation] as const,
  )
  return { ...contract, spec: { ...spec, operations: new Map(operations) } }
}

const CASES = Object.entries(ECHOES).flatMap(([place, echo]) =>
  Object.keys(KEYS).map((kind) => ({ place, kind, echo })),
)

it.each(CASES)('shows no $kind key in any report when a server echoes it $place', async ({ kind, place, echo }) => {
  const key = kind === 'plain' ? KEYS.plain : KEYS.awkward
  const schemes = Object.values(SCHEMES)
  const scheme = schemes[Object.keys(ECHOES).indexOf(place) % schemes.length]
  const server = await startJobs(
    key,
    echoing(key, (form, padding) => echo(key, form, padding)),
  )
  onTestFinished(() => server.stop())
  const said: unknown[] = []
  const report = await verify({
    platform: scheme ? withScheme(platform, scheme) : platform,
    url: server.url,
    key,
    samples: { slow: { text: 'slow', stream: true } },
    onProgress: (progress) => said.push(progress),
  })
  expect(report.exchanges.filter(({ answer }) => JSON.stringify(answer ?? '').includes('$KEY'))).not.toEqual([])
  for (const format of Object.values(reporters)) expect(leakIn(format(report))).toBeUndefined()
  for (const finding of report.findings) expect(leakIn(formatBroken(finding, report))).toBeUndefined()
  expect(leakIn(JSON.stringify([report, said]))).toBeUndefined()
})

it('keeps the names of a report whole, whatever the key is called', async () => {
  const server = await startJobs('exchange')
  onTestFinished(() => server.stop())
  const report = await verify({ platform, url: server.url, key: 'exchange' })
  expect(Object.keys(report)).toContain('exchanges')
  for (const format of Object.values(reporters)) expect(format(report)).toBeTruthy()
})

let out = ''

beforeEach(() => {
  out = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

/** All that can be told of an error: message, stack, causes and whatever hangs on them. */
function tell(error: unknown): string {
  const whole = inspect(error, { depth: 10, showHidden: true, maxStringLength: Number.POSITIVE_INFINITY })
  return error instanceof Error ? `${whole}${error.message}${error.stack}${tell(error.cause)}` : whole
}

const answering = (answer: Twist) => async (): Promise<string> => {
  const server = await startJobs(KEY, answer)
  onTestFinished(() => server.stop())
  return server.url
}
const closed = async (): Promise<string> => {
  const server = await startJobs(KEY)
  await server.stop()
  return server.url
}
const echo: Twist = (req, res) => Boolean(json(res, 401, { error: req.headers }))

/** Ways for a verify to go wrong. */
const FAILURES: readonly { it: string; url: () => Promise<string>; flags?: readonly string[]; says: RegExp }[] = [
  {
    it: 'an unreachable server',
    url: async () => `${await closed()}/${encodeURIComponent(KEY)}`,
    says: /Failed to reach/,
  },
  { it: 'a key in the query', url: async () => `http://a.test/?api_key=${encodeURIComponent(KEY)}`, says: /a query/ },
  { it: 'a key before the host', url: async () => `http://${encodeURIComponent(KEY)}@a.test`, says: /a user name/ },
  { it: 'a key that is no URL', url: async () => KEY, says: /it is no URL/ },
  { it: 'a key that is rejected', url: answering(echo), says: /it takes the key nowhere/ },
  { it: 'a key that no header carries', url: closed, flags: ['--key', `${KEY}\n`], says: /no header can carry/ },
  { it: 'a server that hangs', url: answering(() => true), flags: ['--timeout', '50'], says: /requests hung/ },
  { it: 'a deadline', url: answering(() => true), flags: ['--deadline', '50'], says: /the deadline of 50 ms/ },
  {
    it: 'a server that breaks off',
    url: answering((req, res) => {
      res.writeHead(200, { 'content-type': STREAM })
      return res.write(`data: {"event":"${req.headers.authorization}`, () => res.destroy())
    }),
    says: /then cut/,
  },
  { it: 'a server that is none', url: answering((req) => Boolean(req.socket.destroy())), says: /an HTTP server/ },
]

it.each(FAILURES)('shows no key when a verify meets $it', async ({ url, flags = [], says }) => {
  const words = [JOBS, '--url', await url(), '--key', KEY, ...flags]
  const failure: unknown = await verifyCommand()
    .exitOverride()
    .parseAsync(words, { from: 'user' })
    .then(
      () => '',
      (error: unknown) => error,
    )
  const told = failure === '' ? out : out + tell(failure)
  expect(told).toMatch(says)
  expect(leakIn(told)).toBeUndefined()
})

it('shows no key of a config, whether its targets can be reached or not', async () => {
  const config = join(folder, 'flowproof.config.yaml')
  const target = (url: string) => ({ platform: JOBS, url, key: '${MARKED_KEY}' })
  const targets = { closed: target(`${await closed()}/\${MARKED_KEY}`), open: target(await answering(echo)()) }
  writeFileSync(config, JSON.stringify({ targets }))
  vi.stubEnv('MARKED_KEY', KEY)
  await verifyCommand().exitOverride().parseAsync(['--config', config], { from: 'user' })
  expect(out).toMatch(/closed: could not run\nopen: could not run\n$/)
  expect(leakIn(out)).toBeUndefined()
})

it('shows no key in an error that comes from elsewhere', async () => {
  const url = await closed()
  const fetch = (): Promise<Response> => {
    const cause = Object.assign(new Error(`no route for ${KEY}`), { code: 'ECONNREFUSED', input: `http://${KEY}` })
    return Promise.reject(new AggregateError([new Error(KEY)], `fetch failed: ${KEY}`, { cause }))
  }
  const failure: unknown = await verify({ platform, url, key: KEY, fetch }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'target-unreachable' })
  expect(leakIn(tell(failure))).toBeUndefined()
})

const entry = {
  method: 'POST',
  url: `https://jobs.test/v1/jobs?lang=en&api_key=${encodeURIComponent(KEY)}`,
  headers: {
    Authorization: `Bearer ${KEY}`,
    Cookie: `session=${KEY.replaceAll(/[;,]/g, '')}; theme=dark`,
    'X-Api-Key': KEY,
    'X-Auth-Token': Buffer.from(`u:${KEY}`).toString('base64'),
  },
  body: JSON.stringify({ text: KEY, [KEY]: KEY }),
}
const answer = {
  status: 200,
  headers: { 'Content-Type': JSON_TYPE, 'Set-Cookie': `session=${MARK}${MARK}${MARK}; HttpOnly` },
  body: JSON.stringify({ job: KEY, [KEY]: 1, error: JSON.stringify({ KEY }) }),
}
const pairs = (headers: object) => Object.entries(headers).map(([name, value]) => ({ name, value }))

/** Recordings with a key wherever a key is found. */
const RECORDINGS: Readonly<Record<string, string>> = {
  'keys.jsonl': `${JSON.stringify({ request: entry, response: answer })}\n`,
  'keys.har': JSON.stringify({
    log: {
      entries: [
        {
          request: { ...entry, headers: pairs(entry.headers), postData: { mimeType: JSON_TYPE, text: entry.body } },
          response: { ...answer, headers: pairs(answer.headers), content: { mimeType: JSON_TYPE, text: answer.body } },
        },
        { request: { ...entry, url: `https://jobs.test/v1/${encodeURIComponent(KEY)}` }, response: answer },
      ],
    },
  }),
  'broken.jsonl': `{"request":{"headers":{"authorization":Bearer ${KEY}`,
  'wrong.jsonl': JSON.stringify({ request: { ...entry, url: KEY }, response: answer }),
}

it.each(Object.keys(RECORDINGS))('shows no key of the recording %s', async (name) => {
  const file = join(folder, name)
  writeFileSync(file, RECORDINGS[name] ?? '')
  for (const reporter of Object.keys(reporters)) {
    out = ''
    const words = [JOBS, file, '--reporter', reporter]
    const failure: unknown = await checkCommand()
      .exitOverride()
      .parseAsync(words, { from: 'user' })
      .then(
        () => '',
        (error: unknown) => error,
      )
    const told = failure === '' ? out : out + tell(failure)
    expect(told).not.toBe('')
    expect(leakIn(told)).toBeUndefined()
  }
})

/** What clients send to a mock: keys that it takes and keys that it does not, in all places, in requests of all kinds. */
async function ask(url: string, key: string): Promise<void> {
  const inUrl = encodeURIComponent(key)
  const headers = { authorization: `Bearer ${key}`, 'content-type': JSON_TYPE }
  const post = (body: unknown, path = '/talks') =>
    fetch(url + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
  const responses = [
    await post({ text: 'hi', stream: true }),
    await post({ text: { [key]: key }, [key]: key }),
    await post(`{"text": ${key}`),
    await post({ text: 'hi' }, `/talks/${inUrl}/${inUrl}?api_key=${inUrl}&token=${inUrl}&${inUrl}=1`),
    await fetch(`${url}/talks?api_key=${inUrl}`, { headers: { 'x-api-key': key, cookie: `session=${key}` } }),
    await fetch(`${url}/talks`, { headers: { authorization: `Basic ${Buffer.from(`u:${key}`).toString('base64')}` } }),
    await fetch(`${new URL(url).origin}/nowhere/${inUrl}?token=${inUrl}`, { headers }),
  ]
  for (const response of responses) await response.text()
  const socket = connect(Number(new URL(url).port), '127.0.0.1').end(`${key}\r\n\r\n`)
  await once(socket.resume(), 'close')
}

it.each([{ flags: [] }, { flags: ['--json'] }])('shows no key in what a mock prints with $flags', async ({ flags }) => {
  const words = ['mock', PARROT, '--scenarios', SCENARIOS, '--port', '0', '--speed', 'instant', '--key', KEY, ...flags]
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words])
  onTestFinished(() => void child.kill('SIGKILL'))
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  let asked: Promise<void> | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    told += `${line}\n`
    const url = /http:\/\/127\.0\.0\.1:\d+\/api/.exec(line)?.[0]
    if (url) {
      asked ??= ask(url, KEY)
        .then(() => ask(url, KEYS.plain))
        .then(() => void child.kill('SIGINT'))
    }
  }
  await asked
  expect(told).toMatch(flags.length > 0 ? /"kind":"stop".*"requests":14/ : /\n14 requests/)
  expect(leakIn(told)).toBeUndefined()
})

it('covers every command that there is', () => {
  const help = execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', '--help'], { encoding: 'utf8' })
  const commands = [...help.slice(help.indexOf('\nCommands:')).matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  // To explain and to init nobody gives a key.
  expect(commands).toEqual(['mock', 'check', 'verify', 'explain', 'init', 'help'])
})
