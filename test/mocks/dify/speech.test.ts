import { afterAll, expect, it } from 'vitest'
import { startDify } from './client.ts'
import { form, MEGABYTE } from './file-form.ts'

const { ask, send } = await startDify({}, afterAll)

it.each(['audio/mp3', 'audio/m4a', 'audio/wav', 'audio/amr', 'audio/mpga'])('listens to %s', async (type) => {
  const answer = await ask('audioToText', '/audio-to-text', { form: form([{ name: 'hello.bin', type }]) })
  expect(answer.json).toEqual({ text: 'What is said in hello.bin.' })
})

const DEAF = [
  { it: 'nothing', data: form([]), status: 400, code: 'no_audio_uploaded', message: 'Please upload your audio.' },
  {
    it: 'MPEG',
    data: form([{ name: 'a.mp3', type: 'audio/mpeg' }]),
    status: 415,
    code: 'unsupported_audio_type',
    message: 'Audio type not allowed.',
  },
  {
    it: 'too much',
    data: form([{ name: 'a.wav', type: 'audio/wav', size: 30 * MEGABYTE + 1 }]),
    status: 413,
    code: 'audio_too_large',
    message: 'Audio size larger than 30 mb',
  },
]
it.each(DEAF)('listens to no $it', async ({ data, status, code, message }) => {
  const answer = await ask('audioToText', '/audio-to-text', { form: data })
  expect([answer.status, answer.json]).toEqual([status, { code, message, status }])
})

it.each([{ text: 'Hello' }, { message_id: 'm', user: 'ada' }])('speaks for %j', async (body) => {
  const response = await send('/text-to-audio', { body })
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfb])
})

const DUMB = [
  { it: 'no text', ask: { body: {} }, code: 'invalid_param', message: 'Text is required', status: 400 },
  {
    it: 'broken JSON',
    ask: { body: '{' },
    code: 'bad_request',
    message: 'The browser (or proxy) sent a request that this server could not understand.',
    status: 400,
  },
  { it: 'a list', ask: { body: [] }, code: 'unknown', message: 'Internal Server Error', status: 500 },
]
it.each(DUMB)('speaks for no $it', async ({ ask: options, code, message, status }) => {
  const answer = await ask('textToAudio', '/text-to-audio', options)
  expect([answer.status, answer.json]).toEqual([status, { code, message, status }])
})
