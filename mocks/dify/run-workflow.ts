import type { Call } from '../../src/mock/call.ts'
import type { StreamReply } from '../../src/mock/reply.ts'
import type { Scenario } from '../../src/run/scenario.ts'
import { uuidOf } from '../../src/run/uuid.ts'
import { blockingAnswer } from './answers.ts'
import { findFile } from './file-inputs.ts'
import { checkInputs, startFormOf } from './inputs.ts'
import { isUuid } from './is-uuid.ts'
import { refuse, startFault } from './refusals.ts'
import { type RunPayload, readRunPayload, readUserBody } from './run-payload.ts'
import { type App, appOf, type EndUser, endUserOf, type State } from './state.ts'
import { errorFrames, runFrames, STREAM_TYPE } from './stream.ts'
import { badTraceSession } from './trace-session.ts'

/** Runs the version that the key's app has published. */
export function runWorkflow(call: Call<State>) {
  const read = readRun(call)
  if (read.kind === 'refused') return read.reply
  const { app, payload } = read
  return startRun(call, read, app.scenario ?? call.scenarios.choose(messageOf(payload.inputs)))
}

/** Runs one version by its id: any scenario of the app. */
export function runWorkflowById(call: Call<State>) {
  const read = readRun(call)
  if (read.kind === 'refused') return read.reply
  const id = call.params.workflow_id ?? ''
  if (!isUuid(id)) return refuse(400, 'bad_request', `Invalid workflow_id format: '${id}'. `)
  const versions = read.app.scenario ? [read.app.scenario] : call.scenarios.all
  if (versions.some((scenario) => draftIdOf(scenario) === id.toLowerCase())) return draft(id)
  const scenario = versions.find((version) => call.scenarios.idOf(version) === id.toLowerCase())
  return scenario ? startRun(call, read, scenario) : refuse(404, 'not_found', `Workflow not found with id: ${id}`)
}

/** Id of the version that is still being edited. */
function draftIdOf(scenario: Scenario): string {
  return uuidOf(`draft:${scenario.name}`, 4)
}

function draft(id: string) {
  const advice = 'Please use a published workflow version or leave workflow_id empty.'
  return refuse(400, 'bad_request', `Cannot use draft workflow version. Workflow ID: ${id}. ${advice}`)
}

interface Start {
  readonly app: App
  readonly endUser: EndUser
  readonly payload: RunPayload
}

function readRun(call: Call<State>) {
  const read = readUserBody(call)
  if (read.kind === 'refused') return read
  const app = appOf(call)
  const endUser = endUserOf(call, app, read.user)
  const payload = readRunPayload(read.body)
  if (payload.kind === 'refused') return payload
  const reply = badTraceSession(call, read.body)
  return reply ? ({ kind: 'refused', reply } as const) : ({ kind: 'run', app, endUser, payload } as const)
}

function startRun(call: Call<State>, { app, endUser, payload }: Start, scenario: Scenario) {
  const rules = { state: call.state, owner: endUser }
  const files = payload.files.map((file) => findFile(file, rules))
  const checked =
    files.find((found) => found.kind === 'bad') ?? checkInputs(startFormOf(scenario), payload.inputs, rules)
  if (checked.kind !== 'good') return refuseRun(checked, payload.streaming)
  const request = { message: messageOf(payload.inputs), inputs: checked.inputs, user: endUser.session }
  const run = call.runs.start({ scenario, request, names: ['run', 'task'] })
  const story = {
    run,
    record: {
      app,
      endUser,
      inputs: checked.inputs,
      files: files.flatMap((found) => (found.kind === 'file' ? [found.file] : [])),
      workflowId: call.scenarios.idOf(scenario),
    },
  }
  call.state.records.set(run, story.record)
  if (payload.streaming) return streamReply(run, (moments) => runFrames(story, moments))
  return { kind: 'later', run, reply: () => blockingAnswer(story), whenLeft: () => void run.stop(LEFT) } as const
}

// A blocking run happens in the request itself; a streamed one goes on in its worker when the caller leaves.
const LEFT = 'Aborted: Client response stream closed before app execution completed'

// Blocking calls hear of bad inputs as HTTP errors. Streaming ones have had their 200 by then: they get a frame, and no run.
function refuseRun(
  { kind, message }: { readonly kind: 'bad' | 'crash'; readonly message: string },
  streaming: boolean,
) {
  if (streaming) return streamReply(undefined, () => errorFrames(message))
  return kind === 'bad' ? refuse(400, 'invalid_param', message) : startFault()
}

function streamReply(run: StreamReply['run'], frames: StreamReply['frames']) {
  return { kind: 'stream', status: 200, type: STREAM_TYPE, run, frames } as const
}

/** The question among the inputs: the usual names first, else the first text. */
function messageOf(inputs: Readonly<Record<string, unknown>>): string {
  const named = ['query', 'question', 'message', 'prompt'].map((name) => inputs[name])
  return [...named, ...Object.values(inputs)].find((value) => typeof value === 'string') ?? ''
}
