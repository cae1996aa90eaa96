import type { Probe, Session } from '../../src/contract/probe.ts'
import { jsonOf, succeeded, type Transcript } from '../../src/contract/transcript.ts'
import { isRecord } from '../../src/spec/record.ts'
import { actionOf, newChat, sampleBody, textAt } from './known.ts'
import { PERMITTED } from './requests.ts'
import { afterFirst, readExecution, say } from './run-journeys.ts'

const ROLE = 'agentflow_id'

/** A node that no flow has. */
export const NO_NODE = 'flowproofNoSuchNode_0'

/** Runs that wait for a person and go on, and one that is stopped: only agentflows do such things. */
export const pauseJourneys: readonly Probe[] = [
  {
    name: 'paused-run',
    runs: 2,
    operations: ['createPrediction', 'listExecutions', 'getExecution'],
    role: ROLE,
    sample: 'paused',
    ...afterFirst(ROLE),
    async send(session) {
      const chatId = newChat(session.known, ROLE, 'paused')
      const run = await start(session, chatId, true)
      if (!run || actionOf(run) === undefined) return
      await readExecution(session, chatId)
      // A decision about a node that is not there leaves the run waiting.
      await decide(session, chatId, { type: 'proceed', startNodeId: NO_NODE }, [500])
      await decide(session, chatId, { type: 'proceed', startNodeId: textAt(actionOf(run), '/data/nodeId') ?? '' })
      await readExecution(session, chatId)
    },
  },
  {
    name: 'paused-run-blocking',
    runs: 2,
    operations: ['createPrediction'],
    role: ROLE,
    sample: 'paused',
    ...afterFirst(ROLE),
    async send(session) {
      const chatId = newChat(session.known, ROLE, 'paused-blocking')
      const run = await start(session, chatId, false)
      if (!run || actionOf(run) === undefined) return
      const resumed = await decide(session, chatId, { type: 'reject' }, [200], false)
      if (resumed && succeeded(resumed) && actionOf(resumed) === undefined)
        await decide(session, chatId, { type: 'reject' }, [500], false)
    },
  },
  {
    name: 'stopped-run',
    runs: 1,
    operations: ['createPrediction', 'abortPrediction', 'listExecutions', 'getExecution'],
    role: ROLE,
    sample: 'slow',
    ...afterFirst(ROLE),
    async send(session) {
      const chatId = newChat(session.known, ROLE, 'stopped') ?? ''
      const path = { chatflowid: session.known.flows[ROLE] ?? '', chatid: chatId }
      let begun = 0
      const body = { ...sampleBody(session.known, 'slow'), chatId, streaming: true }
      await session.send(
        'createPrediction',
        {
          path: { id: path.chatflowid },
          body: { kind: 'json', value: body },
          expects: { media: 'text/event-stream', slow: true },
        },
        {
          async onEvent(event) {
            if (!isRecord(event) || event.event !== 'nextAgentFlow' || textAt(event, '/data/status') !== 'INPROGRESS')
              return
            begun += 1
            if (begun !== 2) return
            // Events do not name their execution.
            const listed = await session.send('listExecutions', { query: { sessionId: chatId }, expects: PERMITTED })
            const id = textAt(jsonOf(listed), '/data/0/id')
            if (id !== undefined) await session.send('getExecution', { path: { id }, expects: PERMITTED })
            await session.send('abortPrediction', { path })
          },
        },
      )
      await readExecution(session, chatId)
    },
  },
]

async function start(session: Session, chatId: string | undefined, streaming: boolean) {
  const body = { ...sampleBody(session.known, 'paused'), chatId, streaming }
  return say(session, ROLE, { body, expects: {} })
}

/** Answers a flow that waits, and may be refused: in a stream that is an event. */
async function decide(
  session: Session,
  chatId: string | undefined,
  humanInput: Readonly<Record<string, string>>,
  statuses: readonly number[] = [200],
  streaming = !statuses.includes(500),
): Promise<Transcript | undefined> {
  return say(session, ROLE, { body: { chatId, humanInput, streaming }, expects: { statuses } })
}
