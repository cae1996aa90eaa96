import type { Probe, Session } from '../../src/contract/probe.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { isNamed, sampleRun } from './known.ts'
import { settleRun } from './read-run.ts'
import { json, NOBODY } from './requests.ts'

const UNKNOWN_TASK = '0d4f6a52-93b1-4c7e-8f25-6b1a7c3e9d80'

/** A run that is stopped in mid-stream, and a task that does not exist. */
export const stopJourneys: readonly Probe[] = [
  {
    name: 'stopped-run',
    runs: 1,
    operations: ['runWorkflow', 'getWorkflowRun', 'stopWorkflowTask'],
    sample: 'slow',
    async send(session) {
      const body = sampleRun(session.known, 'slow')
      const request = {
        ...json({ ...body, response_mode: 'streaming' }),
        expects: { media: 'text/event-stream', slow: true } as const,
      }
      let asked = false
      const run = await session.send('runWorkflow', request, {
        async onEvent(event) {
          if (asked || !isNamed(event, 'node_started')) return
          asked = true
          await stopAt(session, event, body?.user ?? NOBODY)
        },
      })
      // The engine notices the wish to stop when its present node gives it the chance.
      await settleRun(session, run, 10_000)
    },
  },
  {
    name: 'unknown-task',
    runs: 0,
    operations: ['stopWorkflowTask'],
    async send(session) {
      await session.send('stopWorkflowTask', { ...json({ user: NOBODY }), path: { task_id: UNKNOWN_TASK } })
    },
  },
]

async function stopAt(session: Session, event: unknown, user: string): Promise<void> {
  const [run, task] = ['/workflow_run_id', '/task_id'].map((pointer) => readPointer(event, pointer))
  if (typeof run !== 'string' || typeof task !== 'string') return
  // The record is written by another process than the stream, and may come a moment later.
  await session.send('getWorkflowRun', { path: { workflow_run_id: run }, expects: { statuses: [200, 404] } })
  await session.send('stopWorkflowTask', { ...json({ user }), path: { task_id: task } })
}
