import type { Known, Probe } from '../../src/contract/probe.ts'
import { isUnavailable } from '../../src/contract/request-parts.ts'
import { isRecord } from '../../src/spec/record.ts'
import { newChat, okRun, QUESTION } from './known.ts'
import { file, givenRole, onAnyFlow } from './requests.ts'
import { afterFirst, say } from './run-journeys.ts'

/** Messages that name their session in the overrides, in JSON and in forms that bring a file. */
export const sessionJourneys: readonly Probe[] = [
  {
    name: 'named-session',
    runs: 2,
    operations: ['createPrediction'],
    takes: 'ok',
    after: ['blocking-run@chatflow_id', 'blocking-run@agentflow_id'],
    unavailable: (known) => refusedFirst(known),
    async send(session) {
      const { known } = session
      const role = givenRole(known)
      const { body, expects } = okRun(known, role)
      const overrides = isRecord(body.overrideConfig) ? body.overrideConfig : {}
      const [alone, beside, chatId] = ['session', 'session-beside', 'chat'].map((name) => newChat(known, role, name))
      const messages = [
        { sessionId: `${alone}-passed-over`, overrideConfig: { ...overrides, sessionId: alone } },
        { chatId, overrideConfig: { ...overrides, sessionId: beside } },
      ]
      for (const names of messages) await say(session, role, { body: { ...body, ...names }, expects })
    },
  },
  {
    name: 'form',
    runs: 2,
    operations: ['createPrediction'],
    takes: 'ok',
    after: ['blocking-run@chatflow_id', 'blocking-run@agentflow_id'],
    unavailable: (known) => refusedFirst(known),
    async send(session) {
      const role = givenRole(session.known)
      const question = String(okRun(session.known, role).body.question ?? QUESTION)
      const [byField, byConfig] = ['field', 'config'].map((name) => newChat(session.known, role, name) ?? '')
      const forms = [{ sessionId: byField ?? '' }, { overrideConfig: JSON.stringify({ sessionId: byConfig }) }]
      for (const fields of forms) {
        const body = { kind: 'form', fields: { question, ...fields }, files: [file('files')] } as const
        const path = { id: session.known.flows[role] ?? '' }
        // A flow may be set up to take no files.
        await session.send('createPrediction', { path, body, expects: { statuses: [200, 500] } })
      }
    },
  },
]

function refusedFirst(known: Known): string | undefined {
  const parts = onAnyFlow(known, 'id', () => ({}))
  return isUnavailable(parts) ? parts.unavailable : afterFirst(givenRole(known)).unavailable?.(known)
}
