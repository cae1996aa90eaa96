import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachEvent, put, without } from '../damage.ts'
import { chat, eachFrame, eachTyped, following, jobStream } from './calls.ts'

/** Servers whose streams break what the spec says of streams. */
export const streams: readonly BrokenServer[] = [
  {
    breaks: 'writes an event that is no JSON',
    caughtBy: 'stream-workflow.stream-framing',
    on: following('workflow'),
    frames: eachFrame((frame) => [frame.replace('"node_started"', "'node_started'")]),
  },
  {
    breaks: 'ends the stream of a flow with a mark that is no event',
    caughtBy: 'stream-chatflow.stream-framing',
    on: following('chatflow'),
    frames: () => (frame) => [frame ?? 'data: [DONE]\n\n'],
  },
  {
    breaks: 'parts the events of a job by line ends alone',
    caughtBy: 'stream-execution.stream-framing',
    on: jobStream,
    frames: eachFrame((frame) => [frame.replace(/^data: /, '').replace('\n\n', '\n')]),
  },
  {
    breaks: 'begins a run without the time',
    caughtBy: 'stream-chatflow.stream-events',
    on: following('chatflow'),
    frames: eachTyped('execution_started', (event) => [without(event, '/timestamp')]),
  },
  {
    breaks: 'tells no number in a progress_update',
    caughtBy: 'stream-execution.stream-events',
    on: jobStream,
    frames: eachTyped('progress_update', (event) => [without(event, '/progress')]),
  },
  {
    breaks: 'counts its nodes where it should name them',
    caughtBy: 'stream-workflow.stream-events-assumed',
    on: following('workflow'),
    frames: eachTyped('node_started', (event) => [put(event, '/node_id', 1)]),
  },
  {
    breaks: 'begins a stream without its first event',
    caughtBy: 'stream-chatflow.stream-order',
    on: following('chatflow'),
    frames: eachTyped('execution_started', () => []),
  },
  {
    breaks: 'tells of a node before the progress that a job has made',
    caughtBy: 'stream-execution.stream-order',
    on: jobStream,
    frames: eachTyped('progress_update', (event) => [{ ...asRecord(event), type: 'node_completed' }]),
  },
  {
    breaks: 'sends an event of its own',
    caughtBy: 'stream-workflow.stream-foreign',
    on: following('workflow'),
    frames: eachTyped('node_started', (event) => [event, put(event, '/type', 'token')]),
  },
  {
    breaks: 'never completes a node',
    caughtBy: 'stream-workflow.stream-pairs',
    on: following('workflow'),
    frames: eachTyped('node_completed', (event) => (isModel(event) ? [] : [event])),
  },
  {
    breaks: 'changes the id of an answer in mid-stream',
    caughtBy: 'create-chat-completion.stream-constants',
    on: chat,
    frames: eachEvent((event, number) => [number === 3 ? put(event, '/id', 'chatcmpl-other') : event]),
  },
  {
    breaks: 'never says why an answer ends',
    caughtBy: 'create-chat-completion.stream-end-assumed',
    on: chat,
    frames: eachEvent((event) => [put(event, '/choices/0/finish_reason', null)]),
  },
  {
    breaks: 'cuts a stream inside a frame',
    caughtBy: 'stream-workflow.stream-end',
    on: following('workflow'),
    frames: () => (frame) =>
      frame?.includes('"node_completed"') ? { cut: frame.slice(0, 30) } : frame === undefined ? [] : [frame],
  },
  {
    breaks: 'keeps the stream of a job open after its end',
    caughtBy: 'stream-execution.stream-end',
    on: jobStream,
    frames: staysOpen,
  },
  {
    breaks: 'leaves out the last event',
    caughtBy: 'stream-chatflow.stream-end-assumed',
    on: following('chatflow'),
    frames: eachTyped('execution_completed', () => []),
  },
  {
    breaks: 'goes on after the last event',
    caughtBy: 'stream-execution.stream-end-assumed',
    on: jobStream,
    frames: eachTyped('execution_completed', (event) => [event, event]),
  },
  {
    breaks: 'parts an event over two data lines',
    caughtBy: 'flow-stream.frames',
    on: following('chatflow'),
    frames: eachFrame((frame) => [frame.replace('{"type"', '{\ndata: "type"')]),
  },
  {
    breaks: 'names the type of an event elsewhere',
    caughtBy: 'flow-stream.frames',
    on: following('workflow'),
    frames: eachFrame((frame) => [frame.replace(/^data: {"type": "(\w+)"/, 'event: $1\ndata: {"name": "$1"')]),
  },
  {
    breaks: 'leaves the type out of the events of a job',
    caughtBy: 'job-stream.frames',
    on: jobStream,
    frames: eachTyped('progress_update', (event) => [without(event, '/type')]),
  },
  {
    breaks: 'lets the progress of a flow fall',
    caughtBy: 'flow-stream.progress',
    on: following('workflow'),
    frames: eachTyped('progress_update', (event) => [
      put(event, '/progress', 100 - Number(readPointer(event, '/progress'))),
    ]),
  },
  {
    breaks: 'lets the progress of a job fall',
    caughtBy: 'job-stream.progress',
    on: jobStream,
    frames: eachTyped('progress_update', (event) => [event, put(event, '/progress', 0)]),
  },
  {
    breaks: 'sends the stream of a job whole at its end',
    caughtBy: 'async-execution.incremental',
    on: jobStream,
    frames: holdBack,
  },
]

function isModel(event: unknown): boolean {
  return String(readPointer(event, '/node_id')).startsWith('llm_model')
}

function asRecord(event: unknown): object {
  return typeof event === 'object' && event !== null ? event : {}
}

/** Only failed jobs, so that nobody waits for too long. */
function staysOpen(): (frame: string | undefined) => readonly string[] | 'stall' {
  let failed = false
  return (frame) => {
    if (frame === undefined) return failed ? 'stall' : []
    failed ||= frame.includes('"execution_failed"')
    return [frame]
  }
}

/** Keeps all frames until the last has come. */
function holdBack(): (frame: string | undefined) => readonly string[] {
  const held: string[] = []
  return (frame) => {
    if (frame === undefined) return held
    held.push(frame)
    return []
  }
}
