import { execFileSync } from 'node:child_process'
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
  const command = formatCurl({ ...REQUEST, body: 'word '.repeat(2_000) })
  expect(command.length).toBeLessThan(2_200)
  expect(command).toMatch(/word .*…'$/)
})

it.each(['x', '[', ']', '0'])('lets the shell write out a long run of %s, as it was', (char) => {
  const body = `{"it's":"${char.repeat(100_000)}","then":"${char.repeat(300)}"}`
  const command = formatCurl({ ...REQUEST, url: `http://a.test/${char.repeat(500)}`, body })
  expect(command.length).toBeLessThan(300)
  const words = execFileSync('bash', ['-c', command.replace('curl', 'printf "%s\\n"')], { encoding: 'utf8' })
  expect(words.split('\n')).toEqual(['-sN', '-X', 'POST', `http://a.test/${char.repeat(500)}`, '-d', body, ''])
})
