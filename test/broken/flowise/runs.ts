import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put, without } from '../damage.ts'
import { at, blocking, both, OTHER_ID, resumed, streamed, toAgentflow, withMessage, withStatus } from './calls.ts'
import { eachNamed } from './events.ts'

const execution = at('GET /executions/')
const listing = at('GET /executions')
const withoutNodes = eachBody((body) => put(body, '/executionData', '[]'))
const oneNodeLess = (nodes: unknown) => JSON.stringify(JSON.parse(String(nodes)).slice(0, -1))
const stateIs = (state: string) => eachBody((body) => put(body, '/state', state))

/** Servers whose views of a run do not agree, or whose runs end in another way than they should. */
export const runs: readonly BrokenServer[] = [
  {
    breaks: 'echoes another question',
    caughtBy: 'blocking-run.echoes-the-question',
    on: blocking,
    text: eachBody((body) => put(body, '/question', 'Why?')),
  },
  {
    breaks: 'makes up a session',
    caughtBy: 'blocking-run.names-a-session',
    on: both(blocking, toAgentflow),
    text: eachBody((body) => put(body, '/sessionId', OTHER_ID)),
  },
  {
    breaks: 'answers another text than its last node put out',
    caughtBy: 'blocking-run.text-is-the-last-output',
    on: both(blocking, toAgentflow),
    text: eachBody((body) => put(body, '/text', 'Done.')),
  },
  {
    breaks: 'keeps no nodes of what was run',
    caughtBy: 'blocking-run.record-agrees',
    on: execution,
    text: withoutNodes,
  },
  {
    breaks: 'leaves a run that has ended under way in its record',
    caughtBy: 'streamed-run.record-agrees',
    on: execution,
    text: stateIs('STOPPED'),
  },
  {
    breaks: 'finds another execution for a session',
    caughtBy: 'blocking-run.found-by-session',
    on: listing,
    text: eachBody((body) => put(body, '/data/0/id', OTHER_ID)),
  },
  {
    breaks: 'stores no messages',
    caughtBy: 'blocking-run.messages-agree',
    on: at('GET /chatmessage/'),
    text: () => '[]',
  },
  {
    breaks: 'forgets what its agents did',
    caughtBy: 'blocking-run.reasoning-is-stored',
    on: at('GET /chatmessage/'),
    text: eachBody((body) => put(body, '/1/agentReasoning', null)),
  },
  {
    breaks: 'fails without a reason',
    caughtBy: 'failed-run.blocking-is-refused',
    on: both(blocking, withMessage('fail')),
    text: () => '{"error":""}',
  },
  {
    breaks: 'tells metadata of a run that failed',
    caughtBy: 'failed-run.stream-tells-it',
    on: both(streamed, withMessage('fail')),
    frames: eachNamed('error', (event) => [{ event: 'metadata', data: {} }, event]),
  },
  {
    breaks: 'gives another reason in a stream',
    caughtBy: 'failed-run.reasons-agree',
    on: both(streamed, withMessage('fail')),
    frames: eachNamed('error', (event) => [put(event, '/data', 'Something went wrong.')]),
  },
  {
    breaks: 'records a run that failed as finished',
    caughtBy: 'failed-run.record-tells-it',
    on: execution,
    text: stateIs('FINISHED'),
  },
  {
    breaks: 'ends a run that is stopped as if it had succeeded',
    caughtBy: 'stopped-run.ends-in-an-error',
    on: withMessage('slow-run'),
    frames: eachNamed('error', () => [{ event: 'metadata', data: {} }]),
  },
  {
    breaks: 'records a run that was stopped as under way',
    caughtBy: 'stopped-run.record-tells-it',
    on: execution,
    text: stateIs('FINISHED'),
  },
  {
    breaks: 'notes a wish to stop as a failure',
    caughtBy: 'stopped-run.abort-is-noted',
    on: at('PUT /chatmessage/abort/'),
    text: () => '{"status":500,"message":"Chat message aborted"}',
  },
  {
    breaks: 'stops a run when its caller leaves',
    caughtBy: 'left-run.goes-on-to-its-end',
    on: execution,
    text: stateIs('TERMINATED'),
  },
  {
    breaks: 'leaves the action out of the metadata',
    caughtBy: 'paused-run.asks',
    on: withMessage('pause'),
    frames: eachNamed('metadata', (event) => [without(event, '/data/action')]),
  },
  {
    breaks: 'records a run that waits as under way',
    caughtBy: 'paused-run.record-waits',
    on: execution,
    text: stateIs('FINISHED'),
  },
  {
    breaks: 'goes on whatever node is decided about',
    caughtBy: 'paused-run.unknown-node-is-refused',
    on: (call) => resumed(call) && call.body.includes('flowproofNoSuchNode_0'),
    request: ({ body }) => ({
      body: body
        .replace('"startNodeId":"flowproofNoSuchNode_0",', '')
        .replace(/,"startNodeId":"flowproofNoSuchNode_0"/, ''),
    }),
  },
  {
    breaks: 'forgets what was run before a person decided',
    caughtBy: 'resumed-run.goes-on',
    on: resumed,
    frames: eachNamed('agentFlowExecutedData', (event) => [
      map(event, '/data', (nodes) => (Array.isArray(nodes) ? nodes.slice(1) : nodes)),
    ]),
  },
  {
    breaks: 'goes on in an execution of its own',
    caughtBy: 'resumed-run.same-execution',
    on: listing,
    text: eachBody((body) =>
      readPointer(body, '/data/0/state') === 'FINISHED' ? put(body, '/data/0/id', OTHER_ID) : put(body, '/total', 2),
    ),
  },
  {
    breaks: 'forgets the last node of a run that went on',
    caughtBy: 'resumed-run.record-finishes',
    on: execution,
    text: eachBody((body) => map(body, '/executionData', oneNodeLess)),
  },
  {
    breaks: 'answers a run that waits without what it asks',
    caughtBy: 'paused-run.answer-waits',
    on: both(blocking, withMessage('pause')),
    text: eachBody((body) => put(body, '/text', ' ')),
  },
  {
    breaks: 'names another execution once a person has decided',
    caughtBy: 'resumed-run.names-its-execution',
    on: both(resumed, blocking),
    text: eachBody((body) => put(body, '/executionId', OTHER_ID)),
  },
  {
    breaks: 'leaves the node that waited undone when it is rejected',
    caughtBy: 'resumed-run.rejected-goes-on',
    on: both(resumed, blocking),
    text: eachBody((body) =>
      map(body, '/agentFlowExecutedData', (nodes) => (Array.isArray(nodes) ? nodes.toReversed() : nodes)),
    ),
  },
  {
    breaks: 'takes a decision twice',
    caughtBy: 'resumed-run.only-once',
    on: both(resumed, blocking),
    head: withStatus(200),
  },
]
