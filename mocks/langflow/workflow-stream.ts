import type { WorkflowStreamEvent } from '../../src/generated/langflow.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { pythonJson } from '../../src/wire/python-json.ts'
import type { Telling } from './cast.ts'
import { buildDuration, graphEvents } from './graph-events.ts'
import { STAYS_OPEN } from './run-stream.ts'
import type { Story } from './story.ts'
import { tellingsOf } from './tellings.ts'
import { outputMeta, vertexBuild } from './vertices.ts'
import { componentOutput, humanRequest } from './workflow-answers.ts'

export const WORKFLOW_STREAM_TYPE = 'text/event-stream; charset=utf-8'
export const WORKFLOW_STREAM_HEADERS = { 'cache-control': 'no-cache', 'x-accel-buffering': 'no' }

/** The stream of a run that was started as one. Its frames are counted from 0; it closes when the run waits for a person. */
export function* workflowFrames(story: Story, moments: readonly Moment[]): Generator<Frame> {
  let id = 0
  for (const telling of tellingsOf(story, moments)) {
    for (const event of eventsOf(story, telling)) yield sseFrame(telling.at, event, id++)
    if (telling.tell === 'ended' || telling.tell === 'waits') return
  }
  yield STAYS_OPEN
}

export interface Listener {
  /** Offset at which it came. */
  readonly at: number
  /** Number of the last event that it has seen; 0 for none. */
  readonly seen: number
}

/**
 * The stream of a listener to a job. Events are kept and counted from 1, all but tokens, which are only heard live and bear the number before
 * them. It closes at the end, and when the run waits for a person now; an earlier wait is only told.
 */
export function* replayFrames(story: Story, moments: readonly Moment[], { at, seen }: Listener): Generator<Frame> {
  const resumedAt = moments.findLast((moment) => moment.kind === 'run-resumed' && moment.at <= at)?.at ?? -1
  let id = 0
  for (const telling of tellingsOf(story, moments)) {
    for (const event of eventsOf(story, telling)) {
      const isLive = telling.at > at
      if (event.event !== 'token') id += 1
      if (event.event === 'token' ? isLive : id > seen) yield sseFrame(telling.at, event, id)
    }
    if (telling.tell === 'ended' || (telling.tell === 'waits' && telling.at > resumedAt)) return
  }
  yield STAYS_OPEN
}

// The id comes after the data, and there is no name.
function sseFrame(at: number, event: WorkflowStreamEvent, id: number): Frame {
  return { at, text: `data: ${pythonJson(event)}\nid: ${id}\n\n`, event: event.event }
}

function eventsOf(story: Story, telling: Telling): readonly WorkflowStreamEvent[] {
  switch (telling.tell) {
    case 'built': {
      const { built, at } = telling
      const data = {
        build_data: vertexBuild(story, built, at),
        output_meta: outputMeta(story.graph, built.component),
      }
      const done: WorkflowStreamEvent = { event: 'end_vertex', data }
      return built.component.next.length > 0 ? [done] : [done, { event: 'output', data: componentOutput(built) }]
    }
    case 'waits':
      return [{ event: 'human_input_required', data: humanRequest(story, telling.form) }]
    case 'ended':
      if (telling.end.status === 'stopped') return [{ event: 'cancelled', data: { reason: 'cancelled' } }]
      return [{ event: 'end', data: { build_duration: buildDuration(telling) } }]
    default:
      return graphEvents(story, telling)
  }
}
