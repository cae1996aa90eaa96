import type { Session } from '../../src/contract/probe.ts'
import { jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { textIn } from './known.ts'

/** Reads the record of a run; undefined when none was started. */
export async function readRun(session: Session, run: Transcript): Promise<Transcript | undefined> {
  const id = textIn(run, '/workflow_run_id')
  if (id === undefined || !succeeded(run)) return undefined
  return session.send('getWorkflowRun', { path: { workflow_run_id: id } })
}

/**
 * Reads the record of a run that has ended or paused until it says so, since another process writes it than the one that streams.
 * @param patience - milliseconds to wait in all. @default 3000
 */
export async function settleRun(session: Session, run: Transcript, patience = 3_000): Promise<void> {
  for (let waited = 0, wait = 100; waited < patience; waited += wait, wait *= 2) {
    const record = await readRun(session, run)
    if (!record || readPointer(jsonOf(record), '/status') !== 'running') return
    await session.wait(wait)
  }
}
