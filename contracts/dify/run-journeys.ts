import type { Probe, Session } from '../../src/contract/probe.ts'
import type { RequestParts } from '../../src/contract/request-parts.ts'
import type { Transcript } from '../../src/contract/transcript.ts'
import { eventsNamed, sampleRun, textIn, userOf, workflowIdOf } from './known.ts'
import { readRun, settleRun } from './read-run.ts'
import { blocking, json, NOBODY, streaming } from './requests.ts'

/** Runs that should succeed, and one that should fail, each in every form that the API shows runs in. */
export const runJourneys: readonly Probe[] = [
  {
    name: 'app-parameters',
    runs: 0,
    operations: ['getAppParameters'],
    async send(session) {
      await session.send('getAppParameters', {})
    },
  },
  {
    name: 'blocking-run',
    runs: 1,
    operations: ['runWorkflow', 'getWorkflowRun'],
    takes: 'ok',
    after: ['app-parameters'],
    async send(session) {
      await settleRun(session, await session.send('runWorkflow', blocking(session.known)))
    },
  },
  {
    name: 'streamed-run',
    runs: 1,
    operations: ['runWorkflow', 'getWorkflowRun', 'streamWorkflowEvents'],
    takes: 'ok',
    after: ['app-parameters'],
    async send(session) {
      const run = await session.send('runWorkflow', streaming(session.known))
      await settleRun(session, run)
      // Once more: of a run that has ended, nothing may change.
      await readRun(session, run)
      await follow(session, run, userOf(session.known), {})
      await follow(session, run, NOBODY, { expects: { statuses: [404] } })
    },
  },
  byId('blocking-run-by-id', blocking),
  byId('streamed-run-by-id', streaming),
  {
    name: 'failed-run',
    runs: 2,
    operations: ['runWorkflow', 'getWorkflowRun'],
    sample: 'fail',
    async send(session) {
      const body = sampleRun(session.known, 'fail')
      const expects = { blocking: { media: 'application/json' }, streaming: { media: 'text/event-stream' } }
      for (const response_mode of ['blocking', 'streaming'] as const) {
        const request = { ...json({ ...body, response_mode }), expects: expects[response_mode] }
        await settleRun(session, await session.send('runWorkflow', request))
      }
    },
  },
]

function byId(name: string, make: (known: Session['known']) => RequestParts): Probe {
  return {
    name,
    runs: 1,
    operations: ['runWorkflowById'],
    takes: 'ok',
    after: ['app-parameters', 'blocking-run'],
    unavailable: (known) =>
      workflowIdOf(known) === undefined ? 'no version of the workflow is known. Give --flow workflow_id=ID' : undefined,
    async send(session) {
      const id = workflowIdOf(session.known)
      if (id !== undefined) await session.send('runWorkflowById', { ...make(session.known), path: { workflow_id: id } })
    },
  }
}

// A run that waits for a person would keep its followers waiting, too.
async function follow(session: Session, run: Transcript, user: string, parts: RequestParts): Promise<void> {
  const id = textIn(run, '/workflow_run_id')
  if (id !== undefined && eventsNamed(run, 'workflow_finished').length > 0)
    await session.send('streamWorkflowEvents', { ...parts, path: { workflow_run_id: id }, query: { user } })
}
