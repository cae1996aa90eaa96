import { defineContract } from 'flowproof'

const parts = (flows, body) => ({ path: { flow: flows.flow_id ?? '' }, body: { kind: 'json', value: body } })

const journey = (name, body, media) => ({
  name,
  runs: 1,
  operations: ['runFlow'],
  role: 'flow_id',
  send: (session) => session.send('runFlow', { ...parts(session.known.flows, body), expects: { media } }),
})

export default defineContract({
  roles: { flow_id: 'a flow that answers' },
  samples: {},
  timeout: 5_000,
  requests: { runFlow: { role: 'flow_id', runs: 1, make: ({ flows }) => parts(flows, { text: 'hi' }) } },
  journeys: [
    journey('blocking', { text: 'hi' }, 'application/json'),
    journey('streamed', { text: 'hi', stream: true }, 'text/event-stream'),
  ],
  checks: [],
})
