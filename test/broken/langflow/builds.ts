import type { BrokenServer } from '../broken-server.ts'
import { eachBody, map, put } from '../damage.ts'
import { build, cancel, direct, OTHER_ID, polledBuild, saying, streamedBuild, withStatus } from './calls.ts'
import { eachEvent, eachNamed, nameOf } from './events.ts'

/** Servers whose builds are wrong. */
export const builds: readonly BrokenServer[] = [
  {
    breaks: 'never hands out the end of a build',
    caughtBy: 'polled-build.comes-to-an-end',
    on: polledBuild,
    frames: eachNamed('end', () => []),
  },
  {
    breaks: 'hands out the end of a component twice',
    caughtBy: 'polled-build.vertices-announced',
    on: polledBuild,
    frames: eachNamed('end_vertex', (event) => [event, event]),
  },
  {
    breaks: 'streams a build without its beginning',
    caughtBy: 'streamed-build.comes-to-an-end',
    on: streamedBuild,
    frames: eachNamed('vertices_sorted', () => []),
  },
  {
    breaks: 'streams fewer components than it hands out',
    caughtBy: 'streamed-build.like-polled',
    on: streamedBuild,
    frames: leaveOutOne(),
  },
  {
    breaks: 'answers directly with fewer components than it hands out',
    caughtBy: 'direct-build.like-polled',
    on: direct,
    frames: leaveOutOne(),
  },
  ...(
    [
      ['hands out', 'polled-build', polledBuild],
      ['streams', 'streamed-build', streamedBuild],
    ] as const
  ).map(([verb, journey, on]) => ({
    breaks: `${verb} a build without one of its tokens`,
    caughtBy: `${journey}.tokens-join`,
    on,
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'token' ? [] : [event])),
  })),
  {
    breaks: 'swallows a token of a build',
    caughtBy: 'direct-build.tokens-join',
    on: direct,
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'token' ? [] : [event])),
  },
  {
    breaks: 'swallows a token of a build that is polled',
    caughtBy: 'polled-build.tokens-join',
    on: polledBuild,
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'token' ? [] : [event])),
  },
  {
    breaks: 'swallows a token of a build that is streamed',
    caughtBy: 'streamed-build.tokens-join',
    on: streamedBuild,
    frames: eachEvent((event, number) => (number === 9 && nameOf(event) === 'token' ? [] : [event])),
  },
  {
    breaks: 'announces a message of a build with a text of its own',
    caughtBy: 'direct-build.first-token-repeats',
    on: direct,
    frames: eachNamed('add_message', (event) => [map(event, '/data/text', (text) => (text === '' ? '…' : text))]),
  },
  {
    breaks: 'changes the sender of a message of a build',
    caughtBy: 'direct-build.same-message',
    on: direct,
    frames: eachEvent((event, number) => [
      nameOf(event) === 'add_message' ? put(event, '/data/sender', `Machine ${number}`) : event,
    ]),
  },
  {
    breaks: 'builds in another session',
    caughtBy: 'direct-build.messages-in-session',
    on: direct,
    frames: eachNamed('add_message', (event) => [put(event, '/data/session_id', OTHER_ID)]),
  },
  {
    breaks: 'repeats the user of a build in other words',
    caughtBy: 'direct-build.user-message',
    on: direct,
    frames: eachNamed('add_message', (event) => [put(event, '/data/text', 'Why not?')]),
  },
  {
    breaks: 'calls a component valid that has failed',
    caughtBy: 'failed-build.still-ends',
    on: saying('fail', direct),
    frames: eachNamed('end_vertex', (event) => [put(event, '/data/build_data/valid', true)]),
  },
  {
    breaks: 'cannot cancel',
    caughtBy: 'cancelled-build.says-so',
    on: cancel,
    text: eachBody((body) => put(body, '/success', false)),
  },
  {
    breaks: 'brings a cancelled build to its end',
    caughtBy: 'cancelled-build.stops',
    on: polledBuild,
    frames: endSecond(),
  },
  {
    breaks: 'names a job by a word',
    caughtBy: 'build-flow.body',
    on: build,
    text: (text) => (text.startsWith('{"job_id"') ? '{"job_id":"job 1"}' : text),
  },
  {
    breaks: 'says of a job that it does not know that it has no events',
    caughtBy: 'refusals.unknown-build-is-named',
    on: polledBuild,
    text: (text) => text.replace('Job not found', 'Nothing here'),
  },
  {
    breaks: 'cancels what it does not know',
    caughtBy: 'cancel-build.unknown-id',
    on: cancel,
    head: withStatus(200),
  },
]

function leaveOutOne(): NonNullable<BrokenServer['frames']> {
  let isFirst = true
  return eachNamed('end_vertex', (event) => {
    const given = isFirst ? [] : [event]
    isFirst = false
    return given
  })
}

function endSecond(): NonNullable<BrokenServer['frames']> {
  let polls = 0
  return () => {
    const isSecond = ++polls === 2
    const end = '{"event": "end", "data": {"build_duration": 0.1}}\n\n'
    return (frame) => (frame === undefined ? (isSecond ? [end] : []) : [frame])
  }
}
