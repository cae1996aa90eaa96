import type { Call } from '../../src/mock/call.ts'
import { mediaTypeOf } from './files.ts'
import { refuse } from './refusals.ts'
import { readJsonBody } from './run-payload.ts'
import type { State } from './state.ts'

const AUDIO_TYPES = ['audio/mp3', 'audio/m4a', 'audio/wav', 'audio/amr', 'audio/mpga']
const AUDIO_LIMIT = 30 * 1024 * 1024

/** Turns speech into text: says what it heard by the file's name. */
export function audioToText(call: Call<State>) {
  const file = call.body.kind === 'form' ? call.body.files.find(({ field }) => field === 'file') : undefined
  if (!file) return refuse(400, 'no_audio_uploaded', 'Please upload your audio.')
  if (!AUDIO_TYPES.includes(mediaTypeOf(file))) return refuse(415, 'unsupported_audio_type', 'Audio type not allowed.')
  if (file.bytes.length > AUDIO_LIMIT) return refuse(413, 'audio_too_large', 'Audio size larger than 30 mb')
  return { kind: 'body', status: 200, body: { text: `What is said in ${file.filename}.` } } as const
}

/** Turns text into speech: a second of silence, as MP3. A workflow has no messages that could be spoken. */
export function textToAudio(call: Call<State>) {
  const read = readJsonBody(call)
  if (read.kind === 'refused') return read.reply
  const { text, message_id: message } = read.body
  if (!text && !message) return refuse(400, 'invalid_param', 'Text is required')
  return { kind: 'file', status: 200, type: 'audio/mpeg', bytes: SILENCE } as const
}

/** A second of silence: MPEG-1 layer III frames at 128 kbit/s and 44.1 kHz with nothing in them. */
export const SILENCE: Uint8Array = silence(38)

function silence(frames: number): Uint8Array {
  const length = 417
  const bytes = new Uint8Array(length * frames)
  for (let frame = 0; frame < frames; frame++) bytes.set([0xff, 0xfb, 0x90, 0x00], frame * length)
  return bytes
}
