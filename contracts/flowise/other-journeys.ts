import type { Flaw } from '../../src/contract/flaw.ts'
import type { Known, Probe } from '../../src/contract/probe.ts'
import { isUnavailable, type RequestParts, type Unavailable } from '../../src/contract/request-parts.ts'
import { succeeded } from '../../src/contract/transcript.ts'
import { anyRunOf, chatIdOf, executionIdOf, feedbackIdOf, LOCKED, QUESTION } from './known.ts'
import {
  attachment,
  changedFeedback,
  feedback,
  file,
  givenRole,
  json,
  lead,
  message,
  messageTo,
  onAnyFlow,
  PERMITTED,
  uploadedFile,
} from './requests.ts'
import { afterFirst } from './run-journeys.ts'

/** An id that no server has given to a flow. */
const NO_FLOW = '5f3a1c9e-7d24-4b86-a0f1-2c8e9b6d4a73'

/** What is wrong with a request that is about no field or key: no general check of predictions looks at it. */
const UNFIT: Flaw = { kind: 'missing-parameter', name: 'id' }

const CHAT = 'flowproof'

/** Requests beside runs: refusals, files, feedback, leads, and records that are shared and deleted. */
export const otherJourneys: readonly Probe[] = [
  refusal('no-question', { kind: 'missing-field', name: 'question' }, (known) =>
    onAnyFlow(known, 'id', () => message({ body: { chatId: 'flowproof-no-question' }, expects: {} })),
  ),
  refusal('odd-values', UNFIT, (known) =>
    onAnyFlow(known, 'id', () => message({ body: { question: QUESTION, streaming: 'maybe' }, expects: {} })),
  ),
  refusal('unknown-flow-streamed', UNFIT, () => ({
    ...message({ body: { question: QUESTION, streaming: true }, expects: {} }),
    path: { id: NO_FLOW },
  })),
  refusal('unknown-flow', UNFIT, () => ({
    ...message({ body: { question: QUESTION }, expects: {} }),
    path: { id: NO_FLOW },
  })),
  refusal('file-in-another-field', UNFIT, (known) =>
    onAnyFlow(known, 'id', () => ({ body: { kind: 'form', fields: { question: QUESTION }, files: [file('file')] } })),
  ),
  refusal('question-and-form', UNFIT, (known) =>
    messageTo(known, 'agentflow_id', { body: { question: QUESTION, form: { flowproof: 'yes' } }, expects: {} }),
  ),
  refusal('nothing-waits', UNFIT, (known) =>
    messageTo(known, 'agentflow_id', { body: { chatId: CHAT, humanInput: { type: 'proceed' } }, expects: {} }),
  ),
  refusal('wrong-key-streamed', { kind: 'wrong-key' }, (known) =>
    messageTo(known, LOCKED, { body: { question: QUESTION, streaming: true }, expects: {} }),
  ),
  {
    name: 'attachments',
    runs: 0,
    operations: ['createAttachments', 'getUploadedFile'],
    unavailable: (known) => reasonOf(attached(known)),
    async send(session) {
      const parts = attached(session.known)
      if (isUnavailable(parts)) return
      const made = await session.send('createAttachments', parts)
      const stored = uploadedFile(session.known, CHAT)
      if (!succeeded(made) || isUnavailable(stored)) return
      await session.send('getUploadedFile', stored)
      const query = { ...stored.query, fileName: 'flowproof-no-such-file.txt' }
      await session.send('getUploadedFile', { query, expects: { statuses: [500] } })
    },
  },
  {
    name: 'feedback',
    runs: 0,
    operations: ['createFeedback', 'listFeedback', 'updateFeedback'],
    after: ['blocking-run@chatflow_id', 'blocking-run@agentflow_id'],
    unavailable: (known) => reasonOf(feedback(known)),
    async send(session) {
      const made = feedback(session.known)
      if (isUnavailable(made)) return
      await session.send('createFeedback', made)
      const id = session.known.flows[givenRole(session.known)] ?? ''
      const run = anyRunOf(session.known)
      const query = { chatId: (run && chatIdOf(run)) ?? '' }
      await session.send('listFeedback', { path: { id }, query })
      const changed = changedFeedback(session.known)
      if (feedbackIdOf(session.known) === undefined || isUnavailable(changed)) return
      await session.send('updateFeedback', changed)
      await session.send('listFeedback', { path: { id }, query })
      await session.send('createFeedback', json({ messageId: NO_FLOW, rating: 'THUMBS_UP' }), {
        flaw: { kind: 'unknown-id', name: 'messageId' },
      })
    },
  },
  {
    name: 'lead',
    runs: 0,
    operations: ['createLead', 'listLeads'],
    unavailable: (known) => reasonOf(lead(known, CHAT)),
    async send(session) {
      const parts = lead(session.known, CHAT)
      if (isUnavailable(parts)) return
      await session.send('createLead', parts)
      const id = session.known.flows[givenRole(session.known)] ?? ''
      await session.send('listLeads', { path: { id }, expects: { statuses: [200, 404] } })
    },
  },
  {
    name: 'record',
    runs: 0,
    operations: ['getExecution', 'updateExecution', 'getPublicExecution', 'deleteExecution', 'deleteExecutions'],
    role: 'agentflow_id',
    ...afterFirst('agentflow_id'),
    async send(session) {
      const id = executionIdOf(session.known)
      if (id === undefined) return
      const path = { id }
      const shared = await session.send('updateExecution', { path, ...json({ isPublic: true }), expects: PERMITTED })
      if (!succeeded(shared)) return
      await session.send('getPublicExecution', { path })
      await session.send('updateExecution', { path, ...json({ isPublic: false }), expects: PERMITTED })
      await session.send('getPublicExecution', { path, expects: { statuses: [500] } })
      await session.send('deleteExecutions', { ...json({ executionIds: [id] }), expects: PERMITTED })
      await session.send('deleteExecution', { path, expects: PERMITTED })
      await session.send('getExecution', { path, expects: { statuses: [500] } })
    },
  },
]

function attached(known: Known): RequestParts | Unavailable {
  return onAnyFlow(known, 'chatflowId', () => attachment(CHAT))
}

function reasonOf(parts: RequestParts | Unavailable): string | undefined {
  return isUnavailable(parts) ? parts.unavailable : undefined
}

/** One request that is to be refused. It is no good request, so that only its own check judges its status. */
function refusal(name: string, flaw: Flaw, make: (known: Known) => RequestParts | Unavailable): Probe {
  return {
    name,
    runs: 0,
    operations: [],
    unavailable: (known) => reasonOf(make(known)),
    async send(session) {
      const parts = make(session.known)
      if (!isUnavailable(parts)) await session.send('createPrediction', parts, { flaw })
    },
  }
}
