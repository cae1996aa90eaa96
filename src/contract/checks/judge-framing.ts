import type { StreamSpec } from '../../spec/spec.ts'
import { KEPT, type Observation } from '../check.ts'
import { framingWords } from '../framing-words.ts'
import type { Streamed } from '../streamed.ts'
import { type ReceivedFrame, shorten } from '../transcript.ts'

/**
 * Whether a stream is made of whole frames that decode, in the framing that is promised; where it is in another one, that is said plainly.
 * @param endMark - data of a last frame that is no JSON and may stand there all the same
 */
export const judgeFraming =
  ({ framing }: StreamSpec, endMark: string | undefined) =>
  ({ transcript, answer, body }: Streamed): Observation => {
    const frames = withoutEndMark(body.frames, endMark)
    const index = frames.findIndex(({ problem }) => problem !== undefined)
    const broken = (expected: string, actual: string): Observation => {
      const frame = index === -1 ? undefined : index
      return { verdict: 'broken', expected, actual, transcript, frame }
    }
    const bad = frames[index]
    if (bad?.met !== undefined) {
      return broken(framingWords(framing), showOtherFraming(frames, framing, bad.met, index))
    }
    const expected = 'whole frames of UTF-8 with JSON data'
    if (bad) return broken(expected, `frame ${index + 1} (${bad.problem}): ${shorten(bad.raw, 120)}`)
    const unfinished = answer.end.how === 'closed' ? body.unfinished : undefined
    return unfinished === undefined
      ? KEPT
      : broken(expected, `a last frame without its end: ${shorten(unfinished, 120)}`)
  }

function showOtherFraming(frames: readonly ReceivedFrame[], framing: string, met: string, first: number): string {
  const all = frames.filter(({ kind }) => kind === 'event').every((frame) => frame.met === met)
  const what = all ? 'this is' : `frame ${first + 1} is`
  return `${what} ${framingWords(met)}, promised were ${framingWords(framing)}: ${shorten(frames[first]?.raw ?? '', 120)}`
}

function withoutEndMark(frames: readonly ReceivedFrame[], endMark: string | undefined): readonly ReceivedFrame[] {
  if (endMark === undefined) return frames
  const last = frames.findLastIndex(({ kind }) => kind === 'event')
  const isMark = frames[last]?.problem === 'not-json' && frames[last].data === endMark
  return isMark ? frames.toSpliced(last, 1) : frames
}
