import type { Known, Probe, Session } from '../../src/contract/probe.ts'
import { jsonOf } from '../../src/contract/transcript.ts'
import { readPointer } from '../../src/spec/pointer.ts'
import { componentsIn, ROLE, wishOf } from './known.ts'
import {
  EVENT_STREAM,
  JSON_TYPE,
  json,
  type Manner,
  notRunYet,
  run,
  sessionOf,
  UNKNOWN_ID,
  webhook,
} from './requests.ts'

/** Sessions of our own; those of a journey end as the journey's name does. */
export const BATCH_SESSION = 'flowproof-batch'
export const STREAM_SESSION = 'flowproof-stream'
/** Name of a component that no flow has. */
export const NO_COMPONENT = 'Flowproof-00000'

/** Runs that are waited for, and runs that are streamed. */
export const runJourneys: readonly Probe[] = [
  {
    name: 'batch-run',
    runs: 1,
    operations: ['runFlow'],
    takes: 'ok',
    role: ROLE,
    send: (session) => runOk(session, { session: BATCH_SESSION }),
  },
  {
    name: 'streamed-run',
    runs: 1,
    operations: ['runFlow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    send: (session) => runOk(session, { session: STREAM_SESSION, stream: true }),
  },
  {
    name: 'chosen-outputs',
    runs: 3,
    operations: ['runFlow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    unavailable: notRunYet,
    async send(session) {
      await runOk(session, { fields: { output_type: 'debug' } })
      const component = firstComponent(session.known)
      for (const output_component of [...(component === undefined ? [] : [component]), NO_COMPONENT]) {
        await runOk(session, { session: BATCH_SESSION, fields: { output_component } })
      }
    },
  },
  {
    name: 'tweak-conflict',
    runs: 0,
    operations: ['runFlow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    unavailable: notRunYet,
    async send(session) {
      const wish = wishOf(session.known, 'ok')
      if (!wish) return
      const fields = { input_type: 'chat', tweaks: { 'ChatInput-00000': { input_value: 'Another question.' } } }
      const { expects: _, ...parts } = run(session.known, wish, { fields })
      await session.send('runFlow', { ...parts, expects: { statuses: [400] } })
      await session.send('runFlow', { ...parts, query: { stream: 'true' }, expects: { media: EVENT_STREAM } })
    },
  },
  {
    name: 'bad-values',
    runs: 1,
    operations: ['runFlow'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    unavailable: notRunYet,
    send: sendBadValues,
  },
  {
    name: 'nameless-run',
    runs: 0,
    operations: ['runFlow'],
    role: ROLE,
    after: ['batch-run'],
    async send({ send }) {
      // A key in the query wins over the one in the header.
      const query = { 'x-api-key': 'flowproof' }
      await send('runFlow', {
        ...json({}),
        path: { flow_id_or_name: UNKNOWN_ID },
        query,
        expects: { statuses: [404, 403] },
      })
    },
  },
  {
    name: 'failed-run',
    runs: 2,
    operations: ['runFlow'],
    role: ROLE,
    sample: 'fail',
    async send({ known, send }) {
      const wish = wishOf(known, 'fail')
      if (!wish) return
      // Up to 1.8.4 the text of a fault may make a 400 or a 404 of it.
      const batch = run(known, wish, { session: sessionOf(wish, 'flowproof-failed-batch') })
      await send('runFlow', { ...batch, expects: { statuses: [500, 404, 400] } })
      const streamed = run(known, wish, { session: sessionOf(wish, 'flowproof-failed-stream'), stream: true })
      await send('runFlow', { ...streamed, expects: { media: EVENT_STREAM } })
    },
  },
  {
    name: 'webhook-run',
    runs: 2,
    operations: ['triggerWebhook'],
    takes: 'ok',
    role: ROLE,
    after: ['batch-run'],
    async send({ known, send }) {
      const wish = wishOf(known, 'ok')
      if (!wish) return
      const call = webhook(known, wish.flow, wish.input)
      await send('triggerWebhook', call)
      await send('triggerWebhook', { path: { flow_id_or_name: wish.flow }, expects: { statuses: [400] } })
      await send('triggerWebhook', call, { flaw: { kind: 'no-key' } })
    },
  },
]

async function runOk({ known, send }: Session, manner: Manner): Promise<void> {
  const wish = wishOf(known, 'ok')
  if (!wish) return
  const session = manner.session === undefined ? undefined : sessionOf(wish, manner.session)
  await send('runFlow', run(known, wish, { ...manner, session }))
}

function firstComponent({ transcripts }: Known): string | undefined {
  const batch = transcripts.find(({ probe }) => probe === 'batch-run')
  const id = batch && readPointer(componentsIn(jsonOf(batch))[0], '/component_id')
  return typeof id === 'string' ? id : undefined
}

/** A flag that is none, values of the wrong type a level down, and at last such a value where everybody writes them: this one may run. */
async function sendBadValues({ known, send }: Session): Promise<void> {
  const wish = wishOf(known, 'ok')
  if (!wish) return
  const path = { flow_id_or_name: wish.flow }
  const refused = { expects: { statuses: [422] } }
  await send('runFlow', { ...run(known, wish), query: { stream: 'maybe' }, ...refused })
  await send('runFlow', { path, ...json([]), ...refused })
  const ignored = { statuses: [200, 422], media: JSON_TYPE }
  await send('runFlow', { path, ...json({ input_value: 123, session_id: UNKNOWN_ID }), expects: ignored })
}
