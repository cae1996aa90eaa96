import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import { at, blocking, both, OTHER_ID, predict, toAgentflow, withStatus, withType } from './calls.ts'
import { KEY } from './target.ts'

const right = { authorization: `Bearer ${KEY}` }

/** Servers whose answers break what the spec says of answers and refusals. */
export const answers: readonly BrokenServer[] = [
  { breaks: 'answers 201 to a message', caughtBy: 'create-prediction.status', on: blocking, head: withStatus(201) },
  {
    breaks: 'calls its answers text',
    caughtBy: 'create-prediction.media-type',
    on: both(blocking, toAgentflow),
    head: withType('text/plain'),
  },
  {
    breaks: 'answers an agentflow without its execution',
    caughtBy: 'create-prediction.body',
    on: both(blocking, toAgentflow),
    text: eachBody((body) => without(body, '/executionId')),
  },
  {
    breaks: 'answers an id of a message that is no UUID',
    caughtBy: 'create-prediction.body',
    on: blocking,
    text: eachBody((body) => put(body, '/chatMessageId', '7')),
  },
  {
    breaks: 'takes any key for a flow that is bound to one',
    caughtBy: 'create-prediction.key-wrong',
    on: predict,
    request: ({ headers }) => ({ headers: { ...headers, ...right } }),
  },
  {
    breaks: 'refuses malformed JSON as a failure of its own',
    caughtBy: 'create-prediction.malformed-json',
    on: (call) => predict(call) && call.body === '{"inputs": {',
    head: withStatus(500),
  },
  {
    breaks: 'answers 500 for a flow that it does not know',
    caughtBy: 'create-prediction.unknown-id',
    on: predict,
    head: ({ status, headers }) => ({ status: status === 404 ? 500 : status, headers }),
  },
  {
    breaks: 'lists executions for whoever has no key',
    caughtBy: 'list-executions.key-missing',
    on: at('GET /executions'),
    request: ({ headers }) => ({ headers: { ...headers, ...right } }),
  },
  {
    breaks: 'lists leads for whoever has no key',
    caughtBy: 'list-leads.key-missing',
    on: at('GET /leads/'),
    request: ({ headers }) => ({ headers: { ...headers, ...right } }),
  },
  {
    breaks: 'lists leads for whoever has a wrong key',
    caughtBy: 'list-leads.key-wrong',
    on: at('GET /leads/'),
    request: ({ headers }) => ({ headers: { ...headers, ...right } }),
  },
  {
    breaks: 'lists messages for whoever has a wrong key',
    caughtBy: 'list-chat-messages.key-wrong',
    on: at('GET /chatmessage/'),
    request: ({ headers }) => ({ headers: { ...headers, ...right } }),
  },
  {
    breaks: 'deletes nothing without saying that nothing was named',
    caughtBy: 'delete-executions.required-fields',
    on: (call) => call.method === 'DELETE' && !call.body.includes('executionIds'),
    head: withStatus(200),
  },
  {
    breaks: 'answers a state off the list',
    caughtBy: 'get-execution.body',
    on: at('GET /executions/'),
    text: eachBody((body) => put(body, '/state', 'DONE')),
  },
  {
    breaks: 'is there, but says so as JSON',
    caughtBy: 'ping.media-type',
    on: at('GET /ping'),
    head: withType('application/json'),
  },
  {
    breaks: 'calls its pong HTML',
    caughtBy: 'ping.media-type-assumed',
    on: at('GET /ping'),
    head: withType('text/html'),
  },
  { breaks: 'says ping', caughtBy: 'ping.says-pong', on: at('GET /ping'), text: () => 'ping' },
  {
    breaks: 'changes the flow of an execution',
    caughtBy: 'execution.constants',
    on: at('GET /executions/'),
    text: eachBody((body) => (readPointer(body, '/state') === 'STOPPED' ? put(body, '/agentflowId', OTHER_ID) : body)),
  },
  {
    breaks: 'tells as a number which way a message came',
    caughtBy: 'list-chat-messages.body-assumed',
    on: at('GET /chatmessage/'),
    text: eachBody((body) => put(body, '/0/chatType', 7)),
  },
  {
    breaks: 'answers a file that was not named',
    caughtBy: 'get-uploaded-file.required-parameters',
    on: at('GET /get-upload-file'),
    head: withStatus(200),
  },
  {
    breaks: 'shows a state off the list',
    caughtBy: 'execution.states',
    on: at('GET /executions/'),
    text: eachBody((body) => put(body, '/state', 'DONE')),
  },
  {
    breaks: 'stops an execution that has finished',
    caughtBy: 'execution.moves',
    on: at('GET /executions/'),
    text: eachBody((body) => put(body, '/state', readPointer(body, '/state') === 'STOPPED' ? 'FINISHED' : 'STOPPED')),
  },
]
