import { setTimeout as sleep } from 'node:timers/promises'
import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { put, without } from '../damage.ts'
import { at, both, OTHER_ID, streamed, toAgentflow, toAgents, withMessage } from './calls.ts'
import { eachEvent, eachFrame, eachNamed, nameOf } from './events.ts'

const agentflow = both(streamed, toAgentflow)
const statusOf = (event: unknown) => readPointer(event, '/data/status')

/** Servers whose streams break what the spec and the contract say of streams. */
export const streams: readonly BrokenServer[] = [
  {
    breaks: 'writes an event that is no JSON',
    caughtBy: 'create-prediction.stream-framing',
    on: streamed,
    frames: eachFrame((frame) => [frame.replace('"token"', "'token'")]),
  },
  {
    breaks: 'sends text instead of JSON in a token',
    caughtBy: 'create-prediction.stream-events',
    on: streamed,
    frames: eachNamed('token', (event) => [put(event, '/data', { text: 'Hello' })]),
  },
  {
    breaks: 'leaves the label out of a node',
    caughtBy: 'create-prediction.stream-events',
    on: agentflow,
    frames: eachNamed('nextAgentFlow', (event) => [without(event, '/data/nodeLabel')]),
  },
  {
    breaks: 'begins an agentflow without saying so',
    caughtBy: 'create-prediction.stream-order',
    on: agentflow,
    frames: eachEvent((event, number) => (number === 1 ? [] : [event])),
  },
  {
    breaks: 'sends an event of its own',
    caughtBy: 'create-prediction.stream-foreign',
    on: streamed,
    frames: eachNamed('metadata', (event) => [{ event: 'progress', data: 1 }, event]),
  },
  {
    breaks: 'never finishes a node',
    caughtBy: 'create-prediction.stream-pairs',
    on: agentflow,
    frames: eachNamed('nextAgentFlow', (event) => (statusOf(event) === 'FINISHED' ? [] : [event])),
  },
  {
    breaks: 'tells the chat as a number',
    caughtBy: 'create-prediction.stream-events-assumed',
    on: streamed,
    frames: eachNamed('metadata', (event) => [put(event, '/data/chatId', 7)]),
  },
  {
    breaks: 'speaks another message than it has answered',
    caughtBy: 'create-prediction.stream-constants',
    on: both(streamed, (call) => !toAgentflow(call)),
    frames: eachNamed('metadata', (event) => [
      { event: 'tts_start', data: { chatMessageId: OTHER_ID, format: 'mp3' } },
      { event: 'tts_end', data: { chatMessageId: OTHER_ID } },
      event,
    ]),
  },
  {
    breaks: 'leaves out the end',
    caughtBy: 'create-prediction.stream-end',
    on: streamed,
    frames: eachNamed('end', () => []),
  },
  {
    breaks: 'goes on after the end',
    caughtBy: 'create-prediction.stream-end',
    on: streamed,
    frames: eachNamed('end', (event) => [event, event]),
  },
  {
    breaks: 'cuts a stream inside a frame',
    caughtBy: 'create-prediction.stream-end',
    on: streamed,
    frames: eachFrame((frame) => (frame.includes('"metadata"') ? { cut: frame.slice(0, 30) } : [frame])),
  },
  {
    breaks: 'stalls before its end',
    caughtBy: 'create-prediction.stream-end',
    on: streamed,
    frames: eachFrame((frame) => (frame.includes('"metadata"') ? 'stall' : [frame])),
  },
  {
    breaks: 'is silent for too long',
    caughtBy: 'create-prediction.stream-keep-alive',
    on: streamed,
    frames: () => async (frame) => {
      if (frame?.includes('"metadata"')) await sleep(800)
      return frame === undefined ? [] : [frame]
    },
  },
  {
    breaks: 'names its events in the frame, as documents show it',
    caughtBy: 'streamed-run.frames-as-servers-write-them',
    on: streamed,
    frames: eachFrame((frame) => [frame.replace('message:\ndata:', 'event: token\ndata: ')]),
  },
  {
    breaks: 'numbers its frames',
    caughtBy: 'streamed-run.ids-of-frames',
    on: streamed,
    frames: eachFrame((frame) => [frame.replace('\ndata:', '\nid: 1\ndata:')]),
  },
  {
    breaks: 'starts with words that it never says',
    caughtBy: 'streamed-run.start-comes-again',
    on: streamed,
    frames: eachNamed('start', (event) => [put(event, '/data', 'Well,')]),
  },
  {
    breaks: 'sends of the executed nodes the last one alone',
    caughtBy: 'streamed-run.executed-data-grows',
    on: agentflow,
    frames: eachNamed('agentFlowExecutedData', (event) => {
      const nodes = readPointer(event, '/data')
      return [put(event, '/data', Array.isArray(nodes) ? nodes.slice(-1) : nodes)]
    }),
  },
  {
    breaks: 'executes nodes that its events call by other ids',
    caughtBy: 'streamed-run.executed-nodes-were-told',
    on: agentflow,
    frames: eachNamed('nextAgentFlow', (event) => [
      put(event, '/data/nodeId', `${readPointer(event, '/data/nodeId')}b`),
    ]),
  },
  {
    breaks: 'loses a token',
    caughtBy: 'streamed-run.tokens-are-the-text',
    on: agentflow,
    frames: eachEvent((event, number) => (nameOf(event) === 'token' && number % 5 === 0 ? [] : [event])),
  },
  {
    breaks: 'loses a thought',
    caughtBy: 'streamed-run.thoughts-agree',
    on: agentflow,
    request: ({ body }) => ({ body: body.replace('largest ocean', 'handbook') }),
    frames: eachEvent((event, number) => (nameOf(event) === 'thinking' && number % 5 === 0 ? [] : [event])),
  },
  {
    breaks: 'says another token than it stores',
    caughtBy: 'streamed-run.messages-agree',
    on: both(streamed, (call) => !toAgentflow(call)),
    frames: eachNamed('token', (event) => [put(event, '/data', 'la')]),
  },
  {
    breaks: 'tells another chat than that of the message',
    caughtBy: 'streamed-run.metadata-agrees',
    on: streamed,
    frames: eachNamed('metadata', (event) => [put(event, '/data/chatId', OTHER_ID)]),
  },
  {
    breaks: 'names another memory in a stream',
    caughtBy: 'views.memory-agrees',
    on: streamed,
    frames: eachNamed('metadata', (event) => [put(event, '/data/memoryType', 'Zep Memory')]),
  },
  {
    breaks: 'says that a flow streams not, which does',
    caughtBy: 'streamed-run.streams-as-told',
    on: at('GET /chatflows-streaming/'),
    text: () => '{"isStreaming":false}',
  },
  {
    breaks: 'tells of the turns of agents in no order',
    caughtBy: 'streamed-run.reasoning-grows',
    on: both(streamed, toAgents),
    frames: eachNamed('agentReasoning', (event) => [event, put(event, '/data/0/agentName', 'Somebody')]),
  },
  {
    breaks: 'streams what a node says that leads to another',
    caughtBy: 'streamed-run.only-the-last-node-speaks',
    on: agentflow,
    frames: eachNamed('nextAgentFlow', (event) =>
      readPointer(event, '/data/nodeId') === 'startAgentflow_0' && statusOf(event) === 'INPROGRESS'
        ? [event, { event: 'token', data: 'Hm.' }]
        : [event],
    ),
  },
  {
    breaks: 'counts tokens in another way in a stream',
    caughtBy: 'streamed-run.usage-agrees',
    on: agentflow,
    frames: eachNamed('usageMetadata', (event) => [put(event, '/data/output_tokens', 1)]),
  },
  {
    breaks: 'leaves it open whether a model still calls tools',
    caughtBy: 'streamed-run.calls-end-before-usage',
    on: agentflow,
    frames: eachNamed('calledTools', () => []),
  },
  {
    breaks: 'sends a stream whole at its end',
    caughtBy: 'execution.incremental',
    on: withMessage('slow-run'),
    request: ({ body }) => ({ body: body.replace('slow-run', 'run') }),
    frames: holdBack,
  },
]

/** Keeps all frames until the last has come. */
function holdBack(): (frame: string | undefined) => readonly string[] {
  const held: string[] = []
  return (frame) => {
    if (frame === undefined) return held
    held.push(frame)
    return []
  }
}
