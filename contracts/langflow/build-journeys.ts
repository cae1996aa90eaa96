import type { Probe, Session } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { framesOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { hasEvent, ROLE, textIn } from './known.ts'
import { build, type Delivery, NDJSON, reasonOf } from './requests.ts'

/** Runs as the editor starts them: their events polled, streamed, or given at once; one that fails, and one that is cancelled. */
export const buildJourneys: readonly Probe[] = [
  {
    name: 'polled-build',
    runs: 1,
    operations: ['buildFlow', 'streamBuildEvents'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    unavailable: (known) => reasonOf(build(known, 'ok', 'polling')),
    async send(session) {
      const job_id = await startBuild(session, 'ok', 'polling')
      if (job_id !== undefined) await pollToEnd(session, job_id)
    },
  },
  {
    name: 'streamed-build',
    runs: 1,
    operations: ['buildFlow', 'streamBuildEvents'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run', 'polled-build'],
    unavailable: (known) => reasonOf(build(known, 'ok', 'streaming')),
    async send(session) {
      const job_id = await startBuild(session, 'ok', 'streaming')
      if (job_id === undefined) return
      const query = { event_delivery: 'streaming' }
      await session.send('streamBuildEvents', { path: { job_id }, query, expects: { media: NDJSON } })
    },
  },
  {
    name: 'direct-build',
    runs: 1,
    operations: ['buildFlow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run', 'polled-build'],
    unavailable: (known) => reasonOf(build(known, 'ok', 'direct')),
    send: async (session) => void (await start(session, 'ok', 'direct')),
  },
  {
    name: 'failed-build',
    runs: 1,
    operations: ['buildFlow'],
    role: ROLE,
    sample: 'fail',
    after: ['batch-run'],
    unavailable: (known) => reasonOf(build(known, 'fail', 'direct')),
    send: async (session) => void (await start(session, 'fail', 'direct')),
  },
  {
    name: 'cancelled-build',
    runs: 1,
    operations: ['buildFlow', 'streamBuildEvents', 'cancelBuild'],
    role: ROLE,
    sample: 'slow',
    after: ['batch-run'],
    unavailable: (known) => reasonOf(build(known, 'slow', 'polling')),
    async send(session) {
      const job_id = await startBuild(session, 'slow', 'polling')
      if (job_id === undefined) return
      await pollBuild(session, job_id)
      await session.send('cancelBuild', { path: { job_id } })
      // What is left is nothing, or events from before; the job may be cleared away.
      await pollBuild(session, job_id, [200, 404])
    },
  },
]

async function start(
  session: Session,
  sample: 'ok' | 'fail' | 'slow',
  delivery: Delivery,
): Promise<Transcript | undefined> {
  const parts = build(session.known, sample, delivery)
  return isUnavailable(parts) ? undefined : session.send('buildFlow', parts)
}

async function startBuild(
  session: Session,
  sample: 'ok' | 'fail' | 'slow',
  delivery: Delivery,
): Promise<string | undefined> {
  const started = await start(session, sample, delivery)
  return started && succeeded(started) ? textIn(started, '/job_id') : undefined
}

function pollBuild({ send }: Session, job_id: string, statuses: readonly number[] = [200]): Promise<Transcript> {
  const query = { event_delivery: 'polling' }
  return send('streamBuildEvents', { path: { job_id }, query, expects: { media: NDJSON, part: job_id, statuses } })
}

const MOST_POLLS = 10_000
/** Empty answers in a row, after which no more is waited for. */
const MOST_EMPTY = 5

async function pollToEnd(session: Session, job_id: string): Promise<void> {
  let empty = 0
  for (let polls = 0; polls < MOST_POLLS && empty < MOST_EMPTY; polls += 1) {
    const polled = await pollBuild(session, job_id)
    if (!succeeded(polled) || hasEvent(polled, 'end')) return
    empty = framesOf(polled).length === 0 ? empty + 1 : 0
    if (empty > 0) await session.wait(25 * 2 ** empty)
  }
}
