import type { BuildStreamEvent } from '../../src/generated/langflow.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { buildDuration, graphEvents } from './graph-events.ts'
import { jsonFrame, STAYS_OPEN } from './run-stream.ts'
import type { Story } from './story.ts'
import { tellingsOf } from './tellings.ts'
import { vertexBuild } from './vertices.ts'

/** This time the content type says what the frames are. */
export const BUILD_STREAM_TYPE = 'application/x-ndjson'

/** All events of a build, from its first to its last. A cancelled one just stops; one without a planned end stays open. */
export function* buildFrames(story: Story, moments: readonly Moment[]): Generator<Frame> {
  for (const telling of tellingsOf(story, moments)) {
    const { at } = telling
    for (const event of graphEvents(story, telling)) yield frame(at, event)
    if (telling.tell === 'built') {
      yield frame(at, { event: 'end_vertex', data: { build_data: vertexBuild(story, telling.built, at) } })
    }
    if (telling.tell !== 'ended') continue
    if (telling.end.status !== 'stopped') {
      yield frame(at, { event: 'end', data: { build_duration: buildDuration(telling) } })
    }
    return
  }
  yield STAYS_OPEN
}

const frame = (at: number, event: BuildStreamEvent): Frame => jsonFrame(at, event)

/** The only event of a build that cannot run. */
export function buildFault(error: string): Frame {
  return frame(0, { event: 'error', data: { error } })
}
