import type { Call } from '../../src/mock/call.ts'
import type { Moment } from '../../src/run/moment.ts'
import type { Built } from './cast.ts'
import { checkKey } from './credentials.ts'
import { runFault } from './faults.ts'
import { aFlag, readFlag } from './fields.ts'
import { asksPerson } from './graph.ts'
import { brokenJson, needsPerson, notValid, queryOf, refuse, unknownFlow } from './refusals.ts'
import { resultOf, type Wish } from './results.ts'
import { type RunFields, readRunBody } from './run-request.ts'
import { RUN_STREAM_TYPE, runFaultFrames, runFrames } from './run-stream.ts'
import { type Flow, flowOf, playedBy, type State, startStory } from './state.ts'
import type { Story } from './story.ts'
import { tellingsOf } from './tellings.ts'
import { inputOfTweaks, inputsOf, tweakConflict } from './tweaks.ts'

/** Runs a flow, and answers when it has ended or at once with its events. An unknown flow is refused before a wrong key is. */
export function runFlow(call: Call<State>) {
  const broken = brokenJson(call)
  if (broken) return broken
  const name = call.params.flow_id_or_name ?? ''
  const flow = flowOf(call, name)
  if (!flow) return unknownFlow(name)
  const refused = checkKey(call)
  if (refused) return refused
  const stream = queryOf(call, 'stream') ?? 'false'
  const body = readRunBody(call)
  const problems = [...aFlag(stream, ['query', 'stream']), ...(body.kind === 'refused' ? body.problems : [])]
  if (problems.length > 0 || body.kind === 'refused') return notValid(problems)
  return readFlag(stream) === true ? streamRun(call, flow, body.fields) : awaitRun(call, flow, body.fields)
}

function awaitRun(call: Call<State>, flow: Flow, fields: RunFields) {
  const started = start(call, flow, fields)
  switch (started.kind) {
    case 'person':
      return needsPerson()
    case 'conflict':
      return refuse(400, started.why)
    case 'fault':
      return failed(started.why)
    case 'started':
      return { kind: 'later', run: started.story.run, reply: () => answer(started.story, started.wish) } as const
  }
}

// What is wrong from here on comes within the 200. A client that leaves cancels the run.
function streamRun(call: Call<State>, flow: Flow, fields: RunFields) {
  const started = start(call, flow, fields)
  if (started.kind === 'person') return needsPerson()
  const head = { kind: 'stream', status: 200, type: RUN_STREAM_TYPE } as const
  if (started.kind !== 'started') return { ...head, run: undefined, frames: () => runFaultFrames(started.why) }
  const { story, wish } = started
  const { run } = story
  const frames = (moments: readonly Moment[]) => runFrames(story, moments, wish)
  return { ...head, run, frames, whenLeft: () => void run.stop('The client has left') }
}

type Started =
  | { readonly kind: 'started'; readonly story: Story; readonly wish: Wish }
  /** The flow waits for a person. */
  | { readonly kind: 'person' }
  | { readonly kind: 'conflict' | 'fault'; readonly why: string }

function start(call: Call<State>, flow: Flow, fields: RunFields): Started {
  const { input, inputType, outputType, outputComponent, tweaks } = fields
  const message = inputType === 'text' ? '' : (input ?? textOf(inputOfTweaks(tweaks, 'chat')))
  const scenario = playedBy(call, flow, message)
  if (asksPerson(scenario)) return { kind: 'person' }
  const conflict = input === null ? undefined : tweakConflict(tweaks, inputType)
  if (conflict !== undefined) return { kind: 'conflict', why: conflict }
  const type = OUTPUT_TYPES.find((name) => name === outputType)
  if (type === undefined) return { kind: 'fault', why: "'in <string>' requires string as left operand, not NoneType" }
  const request = { message, inputs: inputsOf(scenario, tweaks, message), user: '' }
  const sessionId = fields.sessionId ?? flow.id
  const story = startStory(call, { flow, scenario, request, sessionId, input, era: '1.8' })
  return { kind: 'started', story, wish: { type, component: outputComponent } }
}

const OUTPUT_TYPES = ['chat', 'text', 'any', 'debug'] as const

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function answer(story: Story, wish: Wish) {
  const built: Built[] = []
  for (const telling of tellingsOf(story, story.run.past())) {
    if (telling.tell === 'built') built.push(telling.built)
    if (telling.tell === 'ended' && telling.end.status === 'failed') return failed(runFault(telling))
  }
  return { kind: 'body', status: 200, body: resultOf(story, built, wish) } as const
}

/** A failed run. Two words in its text make it another refusal, wherever they come from. */
function failed(text: string) {
  if (text.includes('badly formed hexadecimal UUID string')) return refuse(400, text)
  if (text.includes('not found')) return refuse(404, text)
  const detail = { message: text, traceback: null, description: null, code: null, suggestion: null }
  return refuse(500, JSON.stringify(detail))
}
