import { expect, it } from 'vitest'
import { createTarget, parseTargetUrl } from '../../src/contract/target.ts'
import { FlowproofError } from '../../src/errors.ts'
import { frame } from './fixtures/jobs-server.ts'
import { KEY, STREAM, send, serve, spec } from './fixtures/one-answer.ts'

it('keeps what was sent, without the key', async () => {
  let authorization: string | undefined
  const { request } = await send(
    (req, res) => {
      authorization = req.headers.authorization
      res.end()
    },
    { parts: { query: { lang: 'en' }, body: { kind: 'json', value: { text: 'hi' } } } },
  )
  expect(authorization).toBe(`Bearer ${KEY}`)
  expect({ ...request, url: new URL(request.url).search }).toMatchInlineSnapshot(`
    {
      "body": "{"text":"hi"}",
      "credentials": "valid",
      "curl": undefined,
      "fields": undefined,
      "headers": {
        "authorization": "Bearer $KEY",
        "content-type": "application/json",
      },
      "json": {
        "text": "hi",
      },
      "method": "POST",
      "parameters": {
        "lang": "en",
      },
      "url": "?lang=en",
    }
  `)
})

it.each([
  { flaw: { kind: 'no-key' } as const, credentials: 'none', sent: undefined },
  { flaw: { kind: 'wrong-key' } as const, credentials: 'wrong', sent: 'Bearer sk-0a1b2c3d4e5f6g7h8' },
])('sends a request with flaw $flaw.kind', async ({ flaw, credentials, sent }) => {
  let authorization: string | undefined
  const { request } = await send(
    (req, res) => {
      authorization = req.headers.authorization
      res.end()
    },
    { flaw },
  )
  expect(authorization).toBe(sent)
  expect(request.credentials).toBe(credentials)
})

it('keeps a plain answer as text', async () => {
  const { answer } = await send((_, res) =>
    res.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"ä"}'),
  )
  expect(answer).toMatchObject({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: { kind: 'text', text: '{"error":"ä"}', bytes: 14 },
    end: { how: 'closed' },
  })
})

it('decodes a documented stream frame by frame, however it is cut', async () => {
  const wire = `${frame({ event: 'begin', job: 'jöb' })}: alive\n\n${frame({ event: 'end', job: 'jöb' })}`
  const { answer } = await send((_, res) => {
    res.writeHead(200, STREAM)
    for (const byte of Buffer.from(wire)) res.write(Buffer.of(byte))
    res.end()
  })
  expect(answer?.body).toMatchObject({
    kind: 'stream',
    frames: [{ kind: 'event' }, { kind: 'comment' }, { kind: 'event', value: { event: 'end', job: 'jöb' } }],
  })
})

it('says how a stream ended', async () => {
  const begin = frame({ event: 'begin', job: 'a' })
  const cut = await send((_, res) => {
    res.writeHead(200, STREAM)
    res.write(`${begin}data: {"ev`, () => res.destroy())
  })
  expect(cut.answer).toMatchObject({ end: { how: 'cut' }, body: { unfinished: 'data: {"ev' } })
  const silent = await send((_, res) => void res.writeHead(200, STREAM).write(begin), {}, { timeout: 100 })
  expect(silent.answer).toMatchObject({ end: { how: 'timed-out' }, body: { frames: [{}] } })
})

it('records a connection that breaks before an answer, and one that stays silent', async () => {
  expect((await send((req) => req.socket.destroy())).failure).toMatch(/^the connection broke before an answer/)
  expect((await send(() => undefined, {}, { timeout: 50 })).failure).toBe('no answer within 50 ms')
})

it.each([
  { it: 'a port where nobody listens', at: 'closed', why: 'ECONNREFUSED' },
  { it: 'a port that is never used for HTTP', at: 'http://127.0.0.1:1/v1', why: 'bad port' },
])('throws at $it', async ({ at, why }) => {
  const operation = spec.operations.get('ping')
  if (!operation) throw new Error('no such operation')
  const url = at === 'closed' ? await closedUrl() : at
  const target = createTarget({ spec, url, key: KEY, timeout: 500, now: () => 0 })
  const failure = target.send({ probe: 'test', operation, parts: {} })
  await expect(failure).rejects.toThrow(FlowproofError)
  await expect(failure).rejects.toMatchObject({
    code: 'target-unreachable',
    message: `Failed to reach ${url}: ${why}. Check that the server runs and that --url is its base URL.`,
  })
})

async function closedUrl(): Promise<string> {
  const { url, close } = await serve(() => undefined)
  await close()
  return url
}

it('refuses a key that no header can carry, without quoting it', () => {
  const create = () => createTarget({ spec, url: 'http://a.test', key: 'sk-secret\n', timeout: 1, now: () => 0 })
  expect(create).toThrow('Failed to use the key: it has characters that no header can carry.')
  expect(create).not.toThrow('secret')
})

it('refuses a timeout that the HTTP client would not wait for', () => {
  const create = () => createTarget({ spec, url: 'http://a.test', key: KEY, timeout: 300_001, now: () => 0 })
  expect(create).toThrow('Failed to use the timeout: 300001 ms is not between 1 and 300000')
})

it('refuses a URL that no request can be sent to', () => {
  const messages = ['localhost', 'ftp://a.test', 'http://ann:secret@a.test', 'http://a.test/?k=1'].map((url) => {
    try {
      return parseTargetUrl(url)
    } catch (error) {
      return error instanceof FlowproofError ? error.message : String(error)
    }
  })
  expect(messages).toMatchInlineSnapshot(`
    [
      "Failed to read the target's URL "localhost": it is no URL. Write it whole, such as http://127.0.0.1:4010/v1.",
      "Failed to read the target's URL "ftp://a.test": it is neither http nor https. Give one of these.",
      "Failed to read the target's URL "http://…@a.test": it holds a user name or a password. Give the key with --key.",
      "Failed to read the target's URL "http://a.test/?k=1": it has a query or a fragment. Give the base URL alone.",
    ]
  `)
  expect(parseTargetUrl('http://a.test/v1//')).toBe('http://a.test/v1')
})
