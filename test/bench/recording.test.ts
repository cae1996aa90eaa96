import { expect, it } from 'vitest'
import { eventTimes, joinSameTime } from '../../bench/harness/capture-schedule.ts'
import { recordingOf } from '../../bench/harness/recording.ts'
import { type BenchRequest, encodeRequest } from '../../bench/harness/request.ts'

const REQUEST: BenchRequest = {
  method: 'POST',
  path: '/v1/run',
  headers: { accept: 'text/event-stream' },
  body: '{"q":"é"}',
}

it('writes a request with its length in bytes', () => {
  expect(encodeRequest(REQUEST).toString()).toBe(
    'POST /v1/run HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n' +
      'content-type: application/json\r\ncontent-length: 10\r\n\r\n{"q":"é"}',
  )
})

it('writes a request without a body', () => {
  const request: BenchRequest = { method: 'GET', path: '/info', headers: {} }
  expect(encodeRequest(request).toString()).toBe('GET /info HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
})

it('records the head without what belongs to the connection', () => {
  const headers = [
    ['Content-Type', 'text/event-stream'],
    ['Date', 'now'],
    ['Transfer-Encoding', 'chunked'],
  ] as const
  expect(recordingOf(REQUEST, { status: 200, headers, chunks: ['a', 'b'], times: [1.5, 9] })).toEqual({
    method: 'POST',
    path: '/v1/run',
    status: 200,
    headers: [['Content-Type', 'text/event-stream']],
    writes: [
      { at: 1.5, text: 'a' },
      { at: 9, text: 'b' },
    ],
  })
})

it('writes events of the same millisecond together and still times each', () => {
  const events = [
    { at: 0, text: 'data: 1\n\n' },
    { at: 40, text: 'data: 2\n\n' },
    { at: 40, text: 'data: 3\n\n' },
    { at: 41, text: 'data: 4\n\n' },
  ]
  const writes = joinSameTime(events)
  expect(writes.map(({ at, text }) => [at, text.length])).toEqual([
    [0, 9],
    [40, 18],
    [41, 9],
  ])
  expect(
    eventTimes({ ...recordingOf(REQUEST, { status: 200, headers: [], chunks: [], times: [] }), writes }, '\n\n'),
  ).toEqual([0, 40, 40, 41])
})
