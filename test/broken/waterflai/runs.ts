import type { BrokenServer } from '../broken-server.ts'
import { eachBody, eachEvent, put, without } from '../damage.ts'
import { chat, eachFrame, eachTyped, following, waiting, withStatus } from './calls.ts'

/** Servers that break what the contract says of runs at once, of chatbots and of what they refuse. */
export const runs: readonly BrokenServer[] = [
  {
    breaks: 'names a language model where the chatflow is to be named',
    caughtBy: 'blocking-run.names-the-chatflow',
    on: waiting('chatflow'),
    text: eachBody((body) => put(body, '/model', 'gpt-4o-mini')),
  },
  {
    breaks: 'says nothing of its nodes',
    caughtBy: 'streamed-run.tells-its-nodes',
    on: following('workflow'),
    frames: eachFrame((frame) => (frame.includes('"node_') ? [] : [frame])),
  },
  {
    breaks: 'keeps the final output to itself',
    caughtBy: 'streamed-run.ends-with-output',
    on: following('chatflow'),
    frames: eachTyped('execution_completed', (event) => [without(event, '/final_output')]),
  },
  {
    breaks: 'answers 200 when a run has failed',
    caughtBy: 'failed-run.blocking-is-refused',
    on: waiting('workflow'),
    head: withStatus(200),
  },
  {
    breaks: 'does not say which node failed',
    caughtBy: 'failed-run.stream-tells-it',
    on: following('chatflow'),
    frames: eachTyped('node_failed', () => []),
  },
  {
    breaks: 'fails without a reason',
    caughtBy: 'failed-run.stream-tells-it',
    on: following('workflow'),
    frames: eachTyped('execution_failed', (event) => [without(event, '/error_message')]),
  },
  {
    breaks: 'runs a chatflow that is asked nothing',
    caughtBy: 'broken-inputs.are-refused',
    on: ({ body }) => body === '{"input_data":{}}',
    request: () => ({ body: '{"input_data":{"query":"?"}}' }),
  },
  {
    breaks: 'runs a chatflow as a workflow',
    caughtBy: 'wrong-kind.is-refused',
    on: ({ path }) => path === '/execute_workflow/cf_answer/execute',
    request: () => ({ path: '/execute_workflow/wf_answer/execute' }),
  },
  {
    breaks: 'names a language model where the chatbot is to be named',
    caughtBy: 'chat.names-the-chatbot',
    on: chat,
    frames: eachEvent((event) => [put(event, '/model', 'gpt-4o-mini')]),
  },
  {
    breaks: 'streams no text',
    caughtBy: 'chat.streams-a-text',
    on: chat,
    frames: eachEvent((event) => [without(event, '/choices/0/delta/content')]),
  },
  {
    breaks: 'has clients try again what has failed',
    caughtBy: 'failed-chat.is-499',
    on: chat,
    head: ({ status, headers }) => ({ status: status === 499 ? 500 : status, headers }),
  },
]
