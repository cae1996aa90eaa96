import type { Clock } from './clock.ts'
import type { LaterReply } from './reply.ts'
import type { Run } from './run.ts'
import { createWatch } from './watch.ts'

type Wait = Pick<LaterReply, 'run' | 'until'>

/** Waits until a run rests (finished, or waiting for a person), or has finished, or there is nobody to wait for any more. */
export async function untilRest({ run, until }: Wait, clock: Clock, gone: AbortSignal): Promise<void> {
  const watch = createWatch(run, gone)
  const due = until === 'end' ? run.over : run.resting
  try {
    while (!due() && !gone.aborted) {
      await clock.wait(clock.now() + nextTurn(run) - run.elapsed(), watch.renew())
    }
  } finally {
    watch.end()
  }
}

/** Offset of the next planned turn of the run; `Infinity` for one that works or waits until it is stopped. */
function nextTurn(run: Run): number {
  const elapsed = run.elapsed()
  const turn = run.moments().find(({ kind, at }) => at > elapsed && kind.startsWith('run-'))
  return turn?.at ?? Number.POSITIVE_INFINITY
}
