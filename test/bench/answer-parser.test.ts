import { expect, it } from 'vitest'
import { createAnswerParser } from '../../bench/harness/answer-parser.ts'

const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nB\r\n\r\n wörld\r\n\r\n0\r\n\r\n'
const COUNTED = 'HTTP/1.1 404 Not Found\r\ncontent-length: 4\r\n\r\nnone'
const EMPTY = 'HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n'

/** What a parser hears when the text arrives in pieces of this size. */
function hear(text: string, size: number): string[] {
  const heard: string[] = []
  const parse = createAnswerParser({
    onHead: (status, head) => heard.push(`${status} ${head.split('\r\n').length - 1} header`),
    onChunk: (bytes) => heard.push(bytes.toString()),
    onEnd: () => heard.push('end'),
  })
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += size) parse(bytes.subarray(start, start + size))
  return heard
}

const HEARD = ['200 1 header', 'hello', '\r\n wörld\r\n', 'end', '404 1 header', 'none', 'end', '204 1 header', 'end']

it.each([1, 2, 3, 7, 30, 1000])('reads answer after answer in pieces of %i bytes', (size) => {
  expect(hear(CHUNKED + COUNTED + EMPTY, size)).toEqual(HEARD)
})

it('says nothing of a chunk that is not whole', () => {
  expect(hear(CHUNKED.slice(0, CHUNKED.indexOf('wörld')), 1000)).toEqual(['200 1 header', 'hello'])
})

it('refuses a chunk without a size', () => {
  expect(() => hear(CHUNKED.replace('hello', 'hello\r\n'), 1000)).toThrow('a chunk begins with ""')
})

it('refuses a body that only the end of the connection delimits', () => {
  expect(() => hear('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc', 1000)).toThrow('neither chunked nor counted')
})
