import { expect, it } from 'vitest'
import { formatCurl } from '../../src/contract/curl.ts'
import type { SentRequest } from '../../src/contract/transcript.ts'

const REQUEST: SentRequest = {
  method: 'POST',
  url: 'http://127.0.0.1:4010/v1/run',
  parameters: {},
  headers: {},
  credentials: 'none',
  json: undefined,
  fields: undefined,
  body: undefined,
  curl: undefined,
}

it.each([
  { it: 'leaves plain words alone', request: { method: 'GET' }, want: 'curl -sN -X GET http://127.0.0.1:4010/v1/run' },
  {
    it: 'keeps the key open to the shell, and nothing else',
    request: { headers: { authorization: 'Bearer $KEY' }, body: '{"text":"it\'s $5"}' },
    want: `curl -sN -X POST http://127.0.0.1:4010/v1/run -H "authorization: Bearer $KEY" -d '{"text":"it'\\''s $5"}'`,
  },
  {
    it: 'keeps a key in the query open to the shell',
    request: { method: 'GET', url: 'http://a.test/run?key=%24KEY' },
    want: 'curl -sN -X GET "http://a.test/run?key=$KEY"',
  },
  {
    it: 'sends a form part by part',
    request: { body: 'outline', curl: ['-F', 'user=ann lee', '-F', 'file=@a.txt;type=text/plain'] },
    want: "curl -sN -X POST http://127.0.0.1:4010/v1/run -F 'user=ann lee' -F 'file=@a.txt;type=text/plain'",
  },
])('$it', ({ request, want }) => expect(formatCurl({ ...REQUEST, ...request })).toBe(want))

it('cuts a long body', () => {
  const command = formatCurl({ ...REQUEST, body: 'x'.repeat(10_000) })
  expect(command.length).toBeLessThan(2_200)
  expect(command).toMatch(/x…'$/)
})
