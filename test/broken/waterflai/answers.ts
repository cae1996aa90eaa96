import { readPointer } from '../../../src/spec/pointer.ts'
import { KEY } from '../../contract/fixtures/waterflai-samples.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachBody, put, without } from '../damage.ts'
import { chat, following, start, status, waiting, withStatus, withType } from './calls.ts'

const MALFORMED = '{"inputs": {'

/** Servers whose answers break what the spec says of any answer. */
export const answers: readonly BrokenServer[] = [
  { breaks: 'starts a job with 200', caughtBy: 'start-execution.status', on: start, head: withStatus(200) },
  {
    breaks: 'fails on a good question',
    caughtBy: 'execute-chatflow.status',
    on: waiting('chatflow'),
    head: withStatus(500),
  },
  {
    breaks: 'names plain text where it answers JSON',
    caughtBy: 'get-execution.media-type',
    on: status,
    head: withType(200, 'text/plain'),
  },
  {
    breaks: 'answers as a whole who asked for pieces',
    caughtBy: 'create-chat-completion.media-type',
    on: chat,
    request: ({ body }) => ({ body: body.replace('"stream":true', '"stream":false') }),
  },
  {
    breaks: 'answers with a page of HTML when it knows no flow',
    caughtBy: 'execute-workflow.media-type-assumed',
    on: waiting('workflow'),
    head: withType(404, 'text/html'),
  },
  {
    breaks: 'tells a progress beyond 100',
    caughtBy: 'get-execution.body',
    on: status,
    text: eachBody((body) => put(body, '/progress', 250)),
  },
  {
    breaks: 'tells progress as a text',
    caughtBy: 'get-execution.body',
    on: status,
    text: eachBody((body) => put(body, '/progress', '25%')),
  },
  {
    breaks: 'leaves out where a job is cancelled',
    caughtBy: 'start-execution.body',
    on: start,
    text: eachBody((body) => without(body, '/cancel_url')),
  },
  {
    breaks: 'names an address that is none',
    caughtBy: 'start-execution.body',
    on: start,
    text: eachBody((body) => put(body, '/stream_url', 'follow me')),
  },
  {
    breaks: 'ends an answer for a reason off the list',
    caughtBy: 'execute-chatflow.body',
    on: waiting('chatflow'),
    text: eachBody((body) => put(body, '/choices/0/finish_reason', 'done')),
  },
  {
    breaks: 'answers without a text',
    caughtBy: 'create-chat-completion.body',
    on: chat,
    text: eachBody((body) => put(body, '/choices/0/message/content', null)),
  },
  {
    breaks: 'refuses a key with a list',
    caughtBy: 'stream-workflow.body',
    on: following('workflow'),
    text: eachBody((body) => put(body, '/detail', [readPointer(body, '/detail')])),
  },
  {
    breaks: 'breaks off in the middle of a body',
    caughtBy: 'get-execution.body',
    on: status,
    text: (text) => text.slice(0, text.length / 2),
  },
  {
    breaks: 'leaves out the final output of a workflow',
    caughtBy: 'execute-workflow.body-assumed',
    on: waiting('workflow'),
    text: eachBody((body) => without(body, '/final_output')),
  },
  {
    breaks: 'answers without a key',
    caughtBy: 'execute-workflow.key-missing',
    on: (call) => waiting('workflow')(call) && call.headers['x-api-key'] === undefined,
    request: ({ headers }) => ({ headers: { ...headers, 'x-api-key': KEY } }),
  },
  {
    breaks: 'takes any key',
    caughtBy: 'execute-chatflow.key-wrong',
    request: ({ headers }) => ({ headers: { ...headers, ...(headers['x-api-key'] && { 'x-api-key': KEY }) } }),
  },
  {
    breaks: 'takes malformed JSON for a question',
    caughtBy: 'start-execution.malformed-json',
    on: ({ body }) => body === MALFORMED,
    request: () => ({ body: '{"input_data":{"query":"?"}}' }),
  },
  {
    breaks: 'talks without messages',
    caughtBy: 'create-chat-completion.required-fields',
    on: (call) => chat(call) && !call.body.includes('"messages"'),
    request: ({ body }) => ({ body: body.replace(/}$/, ',"messages":[]}') }),
  },
  {
    breaks: 'answers 200 with nothing for an unknown job',
    caughtBy: 'get-execution.unknown-id',
    on: status,
    head: ({ status, headers }) => ({ status: status === 404 ? 200 : status, headers }),
  },
  {
    breaks: 'runs another flow than the one it does not know',
    caughtBy: 'stream-chatflow.unknown-id',
    on: following('chatflow'),
    request: () => ({ path: '/execute_chatflow/answer/stream_execute' }),
  },
]
