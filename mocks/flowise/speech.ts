import type { StreamEvent } from './event.ts'

/** In ms, between two pieces of sound. */
const PACE = 20
const PIECES = 3

/** One silent frame of MPEG-1 layer III at 128 kbit/s and 44.1 kHz: its header, and nothing after it. */
const SILENCE = btoa(`\xff\xfb\x90\x00${'\0'.repeat(413)}`)

/** A spoken answer, with how long after the answer each event comes. Blocking answers have none. */
export function speech(chatMessageId: string): { readonly after: number; readonly event: StreamEvent }[] {
  const pieces = Array.from({ length: PIECES }, (_, index) => ({
    after: index * PACE,
    event: { event: 'tts_data', data: { chatMessageId, audioChunk: SILENCE } } as const,
  }))
  return [
    { after: 0, event: { event: 'tts_start', data: { chatMessageId, format: 'mp3' } } },
    ...pieces,
    { after: (PIECES - 1) * PACE, event: { event: 'tts_end', data: { chatMessageId } } },
  ]
}
