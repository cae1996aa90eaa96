import type { Call } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Frame } from '../../src/wire/frame.ts'
import { deliveryOf, deliveryProblems, readBuildRequest } from './build-request.ts'
import { BUILD_STREAM_TYPE, buildFault, buildFrames } from './build-stream.ts'
import { checkSession } from './credentials.ts'
import { asksPerson } from './graph.ts'
import { brokenJson, NEEDS_PERSON_FAULT, notValid, refuse } from './refusals.ts'
import { type Build, flowOf, playedBy, type State, startStory } from './state.ts'
import { inputsOf } from './tweaks.ts'

/** Runs a flow as the editor does: as a job whose events are fetched, or with its events as the answer. */
export function buildFlow(call: Call<State>) {
  const refused = brokenJson(call) ?? checkSession(call)
  if (refused) return refused
  const read = readBuildRequest(call)
  if ('problems' in read) return notValid(read.problems)
  const id = call.params.flow_id ?? ''
  const flow = flowOf(call, id)
  if (!flow) return refuse(404, `Flow with id ${id} not found`)
  const { message: input, sessionId } = read.input
  const message = input ?? ''
  const scenario = playedBy(call, flow, message)
  const request = { message, inputs: inputsOf(scenario, {}, message), user: '' }
  const story = startStory(call, {
    flow,
    scenario,
    request,
    name: 'build',
    sessionId: sessionId ?? flow.id,
    input,
    era: '1.8',
  })
  const build = { story, handed: 0 }
  call.state.builds.set(story.run, build)
  if (deliveryOf(call, 'polling') === 'direct') return streamAll(build)
  return { kind: 'body', status: 200, body: { job_id: story.run.id('build') } } as const
}

/** Hands out the events of a build: all there will be, or those that wait. */
export function streamBuildEvents(call: Call<State>) {
  const problems = deliveryProblems(call)
  if (problems.length > 0) return notValid(problems)
  const build = buildOf(call)
  if (!build) return unknownBuild(call)
  return deliveryOf(call, 'streaming') === 'polling' ? handOutWaiting(build) : streamAll(build)
}

/** Cancels a build. One that has ended counts as cancelled. */
export function cancelBuild(call: Call<State>) {
  const build = buildOf(call)
  if (!build) return unknownBuild(call)
  build.story.run.stop('Flow build cancelled')
  return { kind: 'body', status: 200, body: { success: true, message: 'Flow build cancelled successfully' } } as const
}

function buildOf(call: Call<State>): Build | undefined {
  const run = call.runs.find('build', call.params.job_id ?? '')
  return run && call.state.builds.get(run)
}

const unknownBuild = (call: Call<State>) =>
  refuse(404, `Job not found: Job queue not found for job_id: ${call.params.job_id ?? ''}`)

function framesOf({ story }: Build, moments: readonly Moment[]): Iterable<Frame> {
  return asksPerson(story.run.scenario) ? [buildFault(NEEDS_PERSON_FAULT)] : buildFrames(story, moments)
}

function reply(run: Run, frames: (moments: readonly Moment[]) => Iterable<Frame>) {
  return { kind: 'stream', status: 200, type: BUILD_STREAM_TYPE, run, frames } as const
}

// Each event is handed out once: whoever comes later gets what is left. A client that leaves cancels the run.
function streamAll(build: Build) {
  const from = build.handed
  build.handed = Number.POSITIVE_INFINITY
  const { run } = build.story
  const frames = (moments: readonly Moment[]) => slice(framesOf(build, moments), from, Number.POSITIVE_INFINITY)
  return { ...reply(run, frames), whenLeft: () => void run.stop('The client has left') }
}

// Events that wait leave together, parted by one more line end; where none waits, the next one is waited for.
function handOutWaiting(build: Build) {
  const { run } = build.story
  const from = build.handed
  const elapsed = run.elapsed()
  const waiting = countDue(slice(framesOf(build, run.moments()), from, Number.POSITIVE_INFINITY), elapsed)
  const to = from + Math.max(waiting, 1)
  build.handed = to
  return reply(run, (moments) => parted(slice(framesOf(build, moments), from, to)))
}

function* slice(frames: Iterable<Frame>, from: number, to: number): Generator<Frame> {
  let index = 0
  for (const frame of frames) {
    if (index >= to) return
    if (index >= from) yield frame
    index += 1
  }
}

function countDue(frames: Iterable<Frame>, elapsed: number): number {
  let due = 0
  for (const { at } of frames) {
    if (at > elapsed) break
    due += 1
  }
  return due
}

function* parted(frames: Iterable<Frame>): Generator<Frame> {
  let lead = ''
  for (const frame of frames) {
    yield { ...frame, text: lead + frame.text }
    lead = '\n'
  }
}
