import type { Call } from '../../src/mock/call.ts'
import type { StreamReply } from '../../src/mock/reply.ts'
import { answerOf } from './answers.ts'
import { type Chat, chatOf, requestOf, turnOf } from './chat.ts'
import { canStream, type Flow, flowInPath, scenarioFor } from './flows.ts'
import { graphOf } from './graph.ts'
import type { Values } from './is-record.ts'
import { isUuid } from './is-uuid.ts'
import { opens } from './key.ts'
import { asksToStream, readMessage } from './message.ts'
import { flawIn, hasBoth, hasContent } from './message-rules.ts'
import { allowsOrigin } from './origin.ts'
import { countRequest } from './rate-limit.ts'
import { INVALID_FORMAT, INVALID_VALUES, NO_SUCH_FLOW, refusePrediction, runFault, textReply } from './refusals.ts'
import { resume } from './resume.ts'
import type { State, Story } from './state.ts'
import { refusalFrames, STREAM_HEADERS, STREAM_TYPE, stretchFrames } from './stream.ts'
import { has } from './variants.ts'

const UNAUTHORIZED = 'Unauthorized access. Please verify your API key.'
const WRONG_FIELD = 'Unexpected file field'
const WRONG_SITE = 'This site is not allowed to access this chatbot'

interface Texts {
  readonly documented: string
  readonly observed: string
}

/** An error outside of a stream. 3.1.4 says nothing where the body speaks of streaming: it takes the head of a stream for sent. */
function refuse<Status extends number>(call: Call<State>, { streaming }: Values, status: Status, texts: Texts) {
  const hangs = Boolean(streaming) && streaming !== 'false' && has(call, 'silent-stream-refusals')
  return hangs ? ({ kind: 'silent' } as const) : refusePrediction(call, status, texts)
}

/** Sends a message to a flow: starts a run, or resumes one that waits. */
export function createPrediction(call: Call<State>) {
  const read = readMessage(call)
  if (read.kind === 'malformed') {
    return refusePrediction(call, 400, { documented: INVALID_FORMAT, observed: read.reason })
  }
  const fields = read.kind === 'fields' ? read.fields : {}
  if (read.kind === 'fields' && read.files.some(({ field }) => field !== 'files')) {
    return refuse(call, fields, 500, { documented: WRONG_FIELD, observed: WRONG_FIELD })
  }
  const flow = flowInPath(call)
  if (!flow) return refuseUnknown(call, fields)
  const exhausted = countRequest(call, flow)
  if (exhausted) return exhausted
  if (!allowsOrigin(call, flow)) return refuseOrigin(call, fields)
  return runMessage(call, { flow, fields, isEmpty: read.kind === 'nothing' })
}

/** A message that has found its flow. */
interface Message {
  readonly flow: Flow
  readonly fields: Values
  /** There was no body, or none that the server reads. */
  readonly isEmpty: boolean
}

function runMessage(call: Call<State>, message: Message) {
  const { flow, fields } = message
  const refused = refuseMessage(call, message)
  if (refused) return refused
  const chat = chatOf(call, fields)
  const turn = turnOf(fields)
  const { humanInput } = fields
  if (hasBoth(fields, flow)) return fail(call, message, 'Question and form cannot be provided at the same time')
  if (humanInput !== undefined && flow.kind === 'agentflow') {
    const resumed = resume(call, { flow, chat, turn, humanInput })
    if (resumed.kind === 'refused') return fail(call, message, resumed.reason)
    return answer(call, message, resumed)
  }
  return answer(call, message, { story: start(call, message, chat), stretch: 0 })
}

/** What is wrong with the caller or the message, in the order of the server. */
function refuseMessage(call: Call<State>, message: Message) {
  const { flow, fields, isEmpty } = message
  if (!opens(call, flow)) {
    if (has(call, 'key-refused-late')) return fail(call, message, 'Unauthorized')
    return { kind: 'body', status: 401, body: { error: UNAUTHORIZED } } as const
  }
  if (!has(call, 'takes-any-message') && (isEmpty || !hasContent(fields))) {
    return refusePrediction(call, 400, { documented: INVALID_FORMAT, observed: INVALID_FORMAT })
  }
  const flaw = flawIn(fields, flow)
  if (!flaw) return undefined
  if (!has(call, 'takes-odd-values')) return { kind: 'body', status: 422, body: { error: INVALID_VALUES } } as const
  return flaw.observed ? fail(call, message, flaw.message) : undefined
}

function start(call: Call<State>, { flow, fields }: Message, chat: Chat): Story {
  const turn = turnOf(fields)
  const request = requestOf(fields, turn, chat.sessionId)
  const scenario = scenarioFor(flow, call.scenarios, request.message)
  const run = call.runs.start({ scenario, request, names: ['execution'] })
  const graph = graphOf(scenario)
  const record = { flow, graph, ...chat, turns: new Map([[0, turn]]), isPublic: null, changedAt: undefined }
  call.state.records.set(run, record)
  return { run, record }
}

/** A stretch of a run that answers the message. */
interface Stretch {
  readonly story: Story
  readonly stretch: number
}

const streams = (call: Call<State>, { fields, flow }: Message): boolean =>
  asksToStream(fields) && canStream(flow) && call.headers['flowise-tool'] !== 'true'

function answer(call: Call<State>, message: Message, { story, stretch }: Stretch) {
  const { run } = story
  const at = { stretch, from: run.elapsed() }
  if (streams(call, message)) return streamReply(run, (moments) => stretchFrames(story, at, moments))
  const reply = () => {
    const outcome = answerOf(story, stretch)
    if (outcome.kind === 'answer') return { kind: 'body', status: 200, body: outcome.body } as const
    return refuse(call, message.fields, 500, { documented: outcome.message, observed: outcome.message })
  }
  return { kind: 'later', run, reply } as const
}

/** A failure of the engine before anything runs. */
function fail(call: Call<State>, message: Message, reason: string) {
  if (streams(call, message)) return streamReply(undefined, () => refusalFrames(reason))
  return refuse(call, message.fields, 500, { documented: runFault(reason), observed: runFault(reason) })
}

function streamReply(run: StreamReply['run'], frames: StreamReply['frames']) {
  return { kind: 'stream', status: 200, headers: STREAM_HEADERS, type: STREAM_TYPE, run, frames } as const
}

function refuseUnknown(call: Call<State>, fields: Values) {
  const id = call.params.id ?? ''
  if (!isUuid(id)) return refuse(call, fields, 400, { documented: INVALID_FORMAT, observed: 'Invalid Chatflow ID' })
  const observed = `Chatflow ${id} not found in the database!`
  return refuse(call, fields, 404, { documented: NO_SUCH_FLOW, observed })
}

function refuseOrigin(call: Call<State>, fields: Values) {
  if (asksToStream(fields)) return textReply(403, WRONG_SITE)
  return refuse(call, fields, 403, { documented: WRONG_SITE, observed: WRONG_SITE })
}
