import type { Call } from '../../src/mock/call.ts'
import type { Moment } from '../../src/run/moment.ts'
import { checkSession } from './credentials.ts'
import { graphOf } from './graph.ts'
import { brokenJson, missingWorkflow, notValid, refuseWorkflow } from './refusals.ts'
import { type Flow, flowOf, type Job, playedBy, type State, startStory } from './state.ts'
import { inputsOf } from './tweaks.ts'
import { jobBody, syncAnswer, TIME_LIMIT, TIMED_OUT } from './workflow-answers.ts'
import { fieldsRefusal, protocolRefusal, readWorkflowRequest, type WorkflowRequest } from './workflow-request.ts'
import { WORKFLOW_STREAM_HEADERS, WORKFLOW_STREAM_TYPE, workflowFrames } from './workflow-stream.ts'

/** Runs a workflow, and answers with its result, its events or its job. The body is looked at before the key. */
export function runWorkflow(call: Call<State>) {
  const broken = brokenJson(call)
  if (broken) return broken
  const read = readWorkflowRequest(call)
  if ('problems' in read) return notValid(read.problems)
  const { request } = read
  const refused = checkSession(call) ?? protocolRefusal(request)
  if (refused) return refused
  const flow = flowOf(call, request.flowId)
  if (!flow) return unknownFlow(request.flowId)
  const scenario = playedBy(call, flow, request.input)
  const outputs = graphOf(scenario).outputs.map(({ id }) => id)
  const wrong = fieldsRefusal(request, outputs)
  if (wrong) return wrong
  if (request.mode === 'background' && isUnderWay(call, request)) return duplicate(flow)
  return answer(call, startJob(call, flow, request), request)
}

function answer(call: Call<State>, job: Job, { mode, outputIds }: WorkflowRequest) {
  const { story } = job
  const { run } = story
  switch (mode) {
    case 'sync':
      return { kind: 'later', run, reply: () => syncAnswer(call, job, outputIds) } as const
    case 'background':
      return { kind: 'body', status: 200, body: jobBody(call, job, 'queued') } as const
    case 'stream':
      return {
        kind: 'stream',
        status: 200,
        headers: WORKFLOW_STREAM_HEADERS,
        type: WORKFLOW_STREAM_TYPE,
        run,
        frames: (moments: readonly Moment[]) => workflowFrames(story, moments),
        whenLeft: () => void run.stop('The client has left'),
      } as const
  }
}

function startJob(call: Call<State>, flow: Flow, request: WorkflowRequest): Job {
  const { input, sessionId, tweaks, mode, globals, uniqueKey } = request
  const story = startStory(call, {
    flow,
    scenario: playedBy(call, flow, input),
    request: { message: input, inputs: inputsOf(playedBy(call, flow, input), tweaks, input), user: '' },
    name: 'job',
    sessionId: sessionId ?? flow.id,
    input,
    era: '1.11',
  })
  const { run } = story
  const job = { story, mode, globals, sessionId }
  call.state.jobs.set(run, job)
  if (mode === 'background' && uniqueKey !== null) call.state.unique.set(uniqueKey, run)
  // Whoever waits for a run does not wait for ever.
  const last = run.moments().at(-1)
  const rests = last?.kind === 'run-finished' || last?.kind === 'run-paused'
  if (mode === 'sync' && (!rests || last.at > TIME_LIMIT * 1_000)) run.stop(TIMED_OUT, TIME_LIMIT * 1_000)
  return job
}

function isUnderWay(call: Call<State>, { uniqueKey }: WorkflowRequest): boolean {
  return uniqueKey !== null && call.state.unique.get(uniqueKey)?.over() === false
}

const duplicate = ({ id }: Flow) =>
  refuseWorkflow(409, {
    error: 'Duplicate request',
    code: 'DUPLICATE_REQUEST',
    message: 'A job with this idempotency_key is already in progress.',
    flow_id: id,
  })

const unknownFlow = (flow_id: string) =>
  missingWorkflow({
    error: 'Flow not found',
    code: 'FLOW_NOT_FOUND',
    message: `Flow '${flow_id}' does not exist. Verify the flow_id and try again.`,
    flow_id,
  })
