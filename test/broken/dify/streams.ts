import { setTimeout as sleep } from 'node:timers/promises'
import { readPointer } from '../../../src/spec/pointer.ts'
import type { BrokenServer } from '../broken-server.ts'
import { eachEvent, eachNamed, put, without } from '../damage.ts'
import { run } from './calls.ts'

/** Servers whose streams break what the spec says of streams. */
export const streams: readonly BrokenServer[] = [
  {
    breaks: 'writes an event that is no JSON',
    caughtBy: 'run-workflow.stream-framing',
    on: run,
    frames: () => (frame) => (frame === undefined ? [] : [frame.replace('"text_chunk"', "'text_chunk'")]),
  },
  {
    breaks: 'ends its stream without the blank line',
    caughtBy: 'run-workflow.stream-framing',
    on: run,
    frames: () => (frame) =>
      frame === undefined ? [] : [frame.includes('"workflow_finished"') ? frame.trimEnd() : frame],
  },
  {
    breaks: 'leaves a required field out of an event',
    caughtBy: 'run-workflow.stream-events',
    on: run,
    frames: eachNamed('node_started', (event) => [without(event, '/data/title')]),
  },
  {
    breaks: 'gives a node a status off the list',
    caughtBy: 'run-workflow.stream-events',
    on: run,
    frames: eachNamed('node_finished', (event) => [put(event, '/data/status', 'completed')]),
  },
  {
    breaks: 'leaves the index of a node at a text',
    caughtBy: 'run-workflow.stream-events-assumed',
    on: run,
    frames: eachNamed('node_started', (event) => [put(event, '/data/index', '1')]),
  },
  {
    breaks: 'begins a stream without its first event',
    caughtBy: 'run-workflow.stream-order',
    on: run,
    frames: eachNamed('workflow_started', () => []),
  },
  {
    breaks: 'sends an event of its own',
    caughtBy: 'run-workflow.stream-foreign',
    on: run,
    frames: eachNamed('workflow_started', (event) => [event, put(event, '/event', 'workflow_queued')]),
  },
  {
    breaks: 'never finishes a node',
    caughtBy: 'run-workflow.stream-pairs',
    on: run,
    frames: eachNamed('node_finished', (event) => (readPointer(event, '/data/node_type') === 'llm' ? [] : [event])),
  },
  {
    breaks: 'starts a node twice',
    caughtBy: 'run-workflow.stream-pairs',
    on: run,
    frames: eachNamed('node_started', (event) => [event, event]),
  },
  {
    breaks: 'changes the task in mid-stream',
    caughtBy: 'run-workflow.stream-constants',
    on: run,
    frames: eachEvent((event, number) => [
      number === 4 ? put(event, '/task_id', 'c3800678-a077-43df-a102-53f23ed20b88') : event,
    ]),
  },
  {
    breaks: 'leaves out the last event',
    caughtBy: 'run-workflow.stream-end',
    on: run,
    frames: eachNamed('workflow_finished', () => []),
  },
  {
    breaks: 'goes on after the last event',
    caughtBy: 'run-workflow.stream-end',
    on: run,
    frames: eachNamed('workflow_finished', (event) => [event, event]),
  },
  {
    breaks: 'cuts a stream inside a frame',
    caughtBy: 'run-workflow.stream-end',
    on: run,
    frames: () => (frame) =>
      frame?.includes('"text_chunk"') ? { cut: frame.slice(0, 30) } : frame === undefined ? [] : [frame],
  },
  {
    breaks: 'stalls in mid-stream',
    caughtBy: 'run-workflow.stream-end',
    on: run,
    frames: () => (frame) => (frame?.includes('"text_chunk"') ? 'stall' : frame === undefined ? [] : [frame]),
  },
  {
    breaks: 'is silent for too long',
    caughtBy: 'run-workflow.stream-keep-alive',
    on: run,
    frames: () => async (frame) => {
      if (frame?.includes('"workflow_finished"')) await sleep(800)
      return frame === undefined ? [] : [frame]
    },
  },
  { breaks: 'sends a stream whole at its end', caughtBy: 'workflow-run.incremental', on: run, frames: holdBack },
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
