import type { ServerResponse } from 'node:http'
import type { Frame } from '../wire/frame.ts'
import type { Clock } from './clock.ts'
import type { StreamReply } from './reply.ts'
import type { Run } from './run.ts'
import { createWatch } from './watch.ts'

/** What the performer has to do next: wait until an offset, or write frames that are due. */
export type Act =
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'write'; readonly text: string; readonly frames: readonly Frame[] }

/** Most characters of one write. Frames that are due together share one, up to here; then the reader is asked whether it keeps up. */
const LONGEST_WRITE = 16_384
/** In ms: sums of fractions are not exact, so a frame that is this near is due. */
const NEAR = 0.0005

/**
 * Turns frames into acts. Frames are pulled one at a time, at most one ahead of what has to be written; the first `skip` have left already.
 * @param elapsed - the offset that the run has reached.
 */
export function* play(frames: Iterable<Frame>, skip: number, elapsed: () => number): Generator<Act> {
  let due: Frame[] = []
  let length = 0
  let left = skip
  for (const frame of frames) {
    if (left > 0) {
      left--
      continue
    }
    const isDue = frame.at - elapsed() <= NEAR
    if (due.length > 0 && (!isDue || length + frame.text.length > LONGEST_WRITE)) {
      yield toWrite(due)
      due = []
      length = 0
    }
    while (frame.at - elapsed() > NEAR) yield { kind: 'wait', until: frame.at }
    due.push(frame)
    length += frame.text.length
  }
  if (due.length > 0) yield toWrite(due)
}

function toWrite(frames: readonly Frame[]): Act {
  return { kind: 'write', text: frames.map(({ text }) => text).join(''), frames }
}

/** What can be played: a `StreamReply`, or anything else with its frames and the time they count by. */
export interface Playable extends Pick<StreamReply, 'frames'> {
  readonly run: RunTime | undefined
}

type RunTime = Pick<Run, 'moments' | 'elapsed' | 'onChange'>

/** Where a stream is played. */
export interface Stage {
  readonly res: ServerResponse
  readonly clock: Clock
  /** Aborted when there is nobody to play to any more. */
  readonly gone: AbortSignal
  readonly wrote: (frames: readonly Frame[]) => void
}

/** Carries a stream out until its frames end or there is nobody to play to. Leaves no timer and no listener behind. */
export async function perform(reply: Playable, { res, clock, gone, wrote }: Stage): Promise<void> {
  const time = reply.run ?? timeWithoutRun(clock)
  const watch = createWatch(time, gone)
  let sent = 0
  try {
    while (!gone.aborted) {
      const changed = watch.renew()
      for (const act of play(reply.frames(time.moments()), sent, time.elapsed)) {
        if (act.kind === 'wait') {
          // The head goes with the first frames, unless they are not due yet.
          if (sent === 0) res.flushHeaders()
          await clock.wait(clock.now() + act.until - time.elapsed(), changed)
        } else {
          sent += act.frames.length
          wrote(act.frames)
          if (!res.write(act.text)) await drained(res, gone)
        }
        if (changed.aborted) break
      }
      if (!changed.aborted) return void res.end()
    }
  } finally {
    watch.end()
  }
}

function timeWithoutRun(clock: Clock): RunTime {
  const start = clock.now()
  return { moments: () => [], elapsed: () => clock.now() - start, onChange: () => () => undefined }
}

function drained(res: ServerResponse, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done)
      gone.removeEventListener('abort', done)
      resolve()
    }
    res.once('drain', done)
    gone.addEventListener('abort', done, { once: true })
  })
}
