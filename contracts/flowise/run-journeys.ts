import { eachRole, nameForRole } from '../../src/contract/flows.ts'
import type { Probe, Session } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import {
  chatIdOf,
  FLOW_ROLES,
  type FlowRole,
  metadataOf,
  newChat,
  OK_ADVICE,
  okRun,
  sampleBody,
  textAt,
  type Wish,
} from './known.ts'
import { messageTo, PERMITTED } from './requests.ts'

/** Messages that should be answered, and such that should fail, waited for and followed, of each kind of flow. */
export const runJourneys: readonly Probe[] = [
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'blocking-run',
    runs: 1,
    operations: visits(role, []),
    takes: 'ok',
    async send(session) {
      const run = await say(session, role, okRun(session.known, role))
      if (run && succeeded(run)) await readViews(session, role, run)
    },
  })),
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'streamed-run',
    runs: 1,
    operations: visits(role, ['checkStreaming']),
    takes: 'ok',
    ...afterFirst(role),
    async send(session) {
      const { body, expects } = okRun(session.known, role)
      const chatId = newChat(session.known, role, 'streamed')
      const told = await session.send('checkStreaming', { path: { id: session.known.flows[role] ?? '' } })
      const media = readPointer(jsonOf(told), '/isStreaming') === false ? { media: 'application/json' } : {}
      const wish = { body: { ...body, chatId, streaming: true }, expects: { ...media, ...expects } }
      const run = await say(session, role, wish)
      if (run && succeeded(run)) await readViews(session, role, run)
    },
  })),
  {
    name: 'left-run',
    runs: 1,
    operations: ['createPrediction', 'listExecutions', 'getExecution'],
    takes: 'ok',
    role: 'agentflow_id',
    ...afterFirst('agentflow_id'),
    async send(session) {
      const { body, expects } = okRun(session.known, 'agentflow_id')
      const chatId = newChat(session.known, 'agentflow_id', 'left')
      const parts = messageTo(session.known, 'agentflow_id', { body: { ...body, chatId, streaming: true }, expects })
      if (isUnavailable(parts)) return
      await session.send('createPrediction', parts, { leaveAfter: () => true })
      await readExecution(session, chatId, 60_000)
    },
  },
  ...eachRole(FLOW_ROLES, (role) => ({
    name: 'failed-run',
    runs: 2,
    operations: ['createPrediction'],
    ...afterFirst(role),
    sample: 'fail',
    async send(session) {
      const body = sampleBody(session.known, 'fail') ?? {}
      const chatId = newChat(session.known, role, 'failed')
      await say(session, role, { body, expects: { statuses: [500] } })
      const run = await say(session, role, { body: { ...body, chatId, streaming: true }, expects: {} })
      if (run && role === 'agentflow_id') await readExecution(session, chatId)
    },
  })),
]

function visits(role: FlowRole, more: readonly string[]): readonly string[] {
  const executions = role === 'agentflow_id' ? ['listExecutions', 'getExecution'] : []
  return ['createPrediction', 'listChatMessages', ...executions, ...more]
}

/** What a journey needs that talks in a chat of its own. */
export function afterFirst(role: FlowRole): Pick<Probe, 'after' | 'unavailable'> {
  return {
    after: [nameForRole('blocking-run', role)],
    unavailable: (known) =>
      newChat(known, role, '') === undefined ? `the flow has not answered a first message. ${OK_ADVICE}` : undefined,
  }
}

/** Sends a message to the flow of a role. */
export async function say(session: Session, role: FlowRole, wish: Wish): Promise<Transcript | undefined> {
  const parts = messageTo(session.known, role, wish)
  return isUnavailable(parts) ? undefined : session.send('createPrediction', parts)
}

async function readViews(session: Session, role: FlowRole, run: Transcript): Promise<void> {
  const chatId = chatIdOf(run)
  if (chatId === undefined) return
  const id = session.known.flows[role] ?? ''
  await session.send('listChatMessages', { path: { id }, query: { chatId }, expects: PERMITTED })
  if (role !== 'agentflow_id') return
  await readExecution(session, textAt(jsonOf(run), '/sessionId') ?? textAt(metadataOf(run), '/sessionId') ?? chatId)
}

/**
 * Finds the execution of a session, since events do not name it, and reads it until it is no longer under way: it is written beside the answer.
 * @param patience - milliseconds to wait in all. @default 3000
 */
export async function readExecution(session: Session, sessionId = '', patience = 3_000): Promise<void> {
  const listed = await session.send('listExecutions', { query: { sessionId }, expects: PERMITTED })
  const id = textAt(jsonOf(listed), '/data/0/id')
  if (id === undefined) return
  for (let waited = 0, wait = 50; waited < patience; waited += wait, wait = Math.min(wait * 2, 2_000)) {
    const record = await session.send('getExecution', { path: { id }, expects: PERMITTED })
    if (textAt(jsonOf(record), '/state') !== 'INPROGRESS') return
    await session.wait(wait)
  }
}
