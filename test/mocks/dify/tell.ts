import { fileURLToPath } from 'node:url'
import type { Attachment } from '../../../mocks/dify/stream.ts'
import { resumeFrames, runFrames } from '../../../mocks/dify/stream.ts'
import type { StreamEvent } from '../../../src/generated/dify.ts'
import { createRun } from '../../../src/mock/create-run.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { loadScenarios } from '../../../src/run/load-scenarios.ts'
import type { FormAnswer, Moment } from '../../../src/run/moment.ts'
import { plan } from '../../../src/run/plan.ts'
import type { Frame } from '../../../src/wire/frame.ts'
import { FIXTURES } from './client.ts'

const SHIPPED = fileURLToPath(new URL('../../../mocks/scenarios', import.meta.url))

/** The scenarios that come with the package, and those of these tests. */
export const SCENARIOS = loadScenarios([SHIPPED, FIXTURES])

const APP = { id: 'a0000000-0000-4000-8000-000000000001', name: 'test', scenario: undefined }
const END_USER = {
  id: 'e0000000-0000-4000-8000-000000000001',
  session: 'user-42',
  isAnonymous: false,
  app: APP,
  createdAt: 0,
}

/** A run of a scenario without a server: its story, and its moments with some answers in them. */
export function tell(name: string, { inputs = { query: 'Good morning' }, seed = 'test' } = {}) {
  const scenario = SCENARIOS.find((candidate) => candidate.name === name)
  if (!scenario) throw new Error(`no scenario ${name}`)
  const request = { message: String(Object.values(inputs)[0]), inputs, user: 'user-42' }
  const run = createRun({ scenario, request }, { clock: createHeldClock(), seed, number: 1, instant: false })
  const workflowId = 'b0000000-0000-4000-8000-000000000001'
  const story = { run, record: { app: APP, endUser: END_USER, inputs, files: [], workflowId } }
  const moments = (answers: readonly FormAnswer[] = []) => plan(scenario, request, seed, answers)
  return {
    story,
    moments,
    frames: (of: readonly Moment[] = moments()) => runFrames(story, of),
    resumed: (attachment: Attachment, of: readonly Moment[] = moments()) => resumeFrames(story, of, attachment),
    /** Events of the whole stream, pings left out. */
    events: (of: readonly Moment[] = moments()) => eventsIn(runFrames(story, of)),
  }
}

/** The events in frames, pings left out. */
export function eventsIn(frames: Iterable<Frame>): StreamEvent[] {
  return [...frames].flatMap(({ text }) => (text.startsWith('data: ') ? [parseEvent(text)] : []))
}

function parseEvent(text: string): StreamEvent {
  return JSON.parse(text.slice('data: '.length))
}

/** The frames in the text of a stream; when they came is not known. */
export function framesOf(text: string): Frame[] {
  return text.split(/(?<=\n\n)/).map((frame) => ({ at: 0, event: undefined, text: frame }))
}

/** Frames of a stream that may never end, up to an offset. */
export function framesUntil(frames: Iterable<Frame>, end: number): Frame[] {
  const found: Frame[] = []
  for (const frame of frames) {
    if (frame.at > end) break
    found.push(frame)
  }
  return found
}

/** When pings leave, in ms. */
export function pingsIn(frames: readonly Frame[]): number[] {
  return frames.flatMap(({ at, event }) => (event === 'ping' ? [at] : []))
}

/** Names of events with what tells nodes apart. */
export function outline(frames: Iterable<Frame>) {
  return eventsIn(frames).map((event) => {
    if (event.event === 'node_started') return `${event.data.index} ${event.data.node_type} started`
    if (event.event === 'node_finished') return `${event.data.index} ${event.data.node_type} ${event.data.status}`
    return event.event === 'workflow_started' ? `${event.event} ${event.data.reason}` : event.event
  })
}
