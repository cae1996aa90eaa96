import type { BrokenServer } from '../broken-server.ts'
import { put } from '../damage.ts'
import { direct, follow, OTHER_ID, polledBuild, streamed, withType, workflow } from './calls.ts'
import { eachEvent, eachNamed } from './events.ts'

const each = (change: (frame: string) => readonly string[] | { readonly cut: string } | 'stall') => () => {
  return (frame: string | undefined) => (frame === undefined ? [] : change(frame))
}

/** Servers whose streams break what the spec says of streams. */
export const streams: readonly BrokenServer[] = [
  {
    breaks: 'sends real server-sent events',
    caughtBy: 'run-flow.stream-framing',
    on: streamed,
    frames: each((frame) => [`data: ${frame}`]),
  },
  {
    breaks: 'writes an event that is no JSON',
    caughtBy: 'run-flow.stream-framing',
    on: streamed,
    frames: each((frame) => [frame.replace('"token"', "'token'")]),
  },
  {
    breaks: 'sends bare JSON where it promises server-sent events',
    caughtBy: 'run-workflow.stream-framing',
    on: workflow('stream'),
    frames: each((frame) => [frame.replace(/^data: /, '').replace(/\nid: \d+/, '')]),
  },
  {
    breaks: 'sends tokens of a message that it never announced',
    caughtBy: 'run-flow.stream-pairs',
    on: streamed,
    frames: eachNamed('token', (event) => [put(event, '/data/id', OTHER_ID)]),
  },
  {
    breaks: 'sends tokens in lists',
    caughtBy: 'run-flow.stream-events-assumed',
    on: streamed,
    frames: eachNamed('token', (event) => [put(event, '/data/chunk', ['The'])]),
  },
  {
    breaks: 'goes on after the end',
    caughtBy: 'run-flow.stream-end',
    on: streamed,
    frames: eachNamed('end', (event) => [event, event]),
  },
  {
    breaks: 'leaves out the end',
    caughtBy: 'run-flow.stream-end',
    on: streamed,
    frames: eachNamed('end', () => []),
  },
  {
    breaks: 'cuts a stream inside a frame',
    caughtBy: 'run-flow.stream-end',
    on: streamed,
    frames: each((frame) => (frame.includes('"token"') ? { cut: frame.slice(0, 30) } : [frame])),
  },
  {
    breaks: 'stalls in the middle of a stream',
    caughtBy: 'run-flow.stream-end',
    on: streamed,
    frames: each((frame) => (frame.includes('"token"') ? 'stall' : [frame])),
  },
  {
    breaks: 'sends an event that only builds have',
    caughtBy: 'run-flow.stream-foreign',
    on: streamed,
    frames: eachEvent((event, number) => (number === 1 ? [{ event: 'vertices_sorted', data: {} }, event] : [event])),
  },
  {
    breaks: 'begins a build with a component that ends',
    caughtBy: 'build-flow.stream-order',
    on: direct,
    frames: eachNamed('vertices_sorted', () => []),
  },
  {
    breaks: 'puts a piece of a message before it',
    caughtBy: 'build-flow.stream-pairs',
    on: direct,
    frames: eachNamed('add_message', () => []),
  },
  {
    breaks: 'polls an event that says nothing',
    caughtBy: 'stream-build-events.stream-events',
    on: polledBuild,
    frames: eachNamed('end_vertex', () => [{ event: 'end_vertex', data: {} }]),
  },
  {
    breaks: 'names server-sent events where a build is newline-delimited JSON',
    caughtBy: 'build-flow.media-type',
    on: direct,
    head: withType('application/json'),
  },
  {
    breaks: 'answers with JSON what is to be streamed',
    caughtBy: 'run-flow.media-type',
    on: streamed,
    request: ({ query }) => ({ query: new URLSearchParams([...query].filter(([name]) => name !== 'stream')) }),
  },
  {
    breaks: 'follows a job with messages that have no text',
    caughtBy: 'stream-workflow-job-events.stream-events',
    on: follow,
    frames: eachNamed('add_message', (event) => [put(event, '/data/text', 7)]),
  },
  {
    breaks: 'sends the events of a job whole at its end',
    caughtBy: 'workflow-job.incremental',
    on: follow,
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
