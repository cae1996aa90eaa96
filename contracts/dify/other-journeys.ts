import type { Probe } from '../../src/contract/probe.ts'
import { jsonOf, succeeded } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { brokenRun, isNamed, okRun, runWithFile, userOf } from './known.ts'
import { FILE, json } from './requests.ts'

/** Inputs that are refused, a file that is uploaded and used, and the history of runs. */
export const otherJourneys: readonly Probe[] = [
  {
    name: 'broken-inputs',
    runs: 0,
    operations: ['runWorkflow'],
    takes: 'invalid',
    after: ['app-parameters'],
    unavailable: (known) =>
      brokenRun(known)
        ? undefined
        : 'the start form of the app refuses no inputs that could be made up. Give --sample invalid=FILE',
    async send(session) {
      const body = brokenRun(session.known)
      await session.send('runWorkflow', {
        ...json({ ...body, response_mode: 'blocking' }),
        expects: { statuses: [400] },
      })
      const streaming = { ...json({ ...body, response_mode: 'streaming' }), expects: { statuses: [200, 400] } }
      await session.send('runWorkflow', streaming, { leaveAfter: (event) => isNamed(event, 'error') })
    },
  },
  {
    name: 'file-run',
    runs: 1,
    operations: ['uploadFile', 'runWorkflow'],
    takes: 'ok',
    after: ['app-parameters', 'blocking-run'],
    async send(session) {
      const { known } = session
      const upload = await session.send('uploadFile', {
        body: { kind: 'form', fields: { user: userOf(known) }, files: [FILE] },
      })
      const id = readPointer(jsonOf(upload), '/id')
      if (!succeeded(upload) || typeof id !== 'string') return
      const body = { ...runWithFile(known, id), response_mode: 'blocking' }
      await session.send('runWorkflow', {
        ...json(body),
        expects: { ...okRun(known).expects, media: 'application/json' },
      })
    },
  },
  {
    name: 'run-history',
    runs: 0,
    operations: ['listWorkflowLogs'],
    takes: 'ok',
    after: ['blocking-run', 'streamed-run'],
    async send(session) {
      const mine = { created_by_end_user_session_id: userOf(session.known) }
      for (const query of [
        mine,
        { ...mine, status: 'succeeded' },
        { ...mine, limit: '1' },
        { ...mine, limit: '1', page: '2' },
      ]) {
        await session.send('listWorkflowLogs', { query })
      }
      await session.send('listWorkflowLogs', { query: { limit: '0' }, expects: { statuses: [400] } })
    },
  },
]
