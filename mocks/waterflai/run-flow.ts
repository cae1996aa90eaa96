import type { WorkflowResult } from '../../src/generated/waterflai.ts'
import type { Call } from '../../src/mock/call.ts'
import type { Run } from '../../src/mock/run.ts'
import { chatCompletion } from './chat-answer.ts'
import type { Kind } from './deployed.ts'
import { eventsSoFar } from './events.ts'
import { type FlowRequest, readFlowRequest } from './flow-request.ts'
import { contentOf } from './outputs.ts'
import { refuse } from './refusals.ts'
import { nodesAfter, standingAfter } from './standing.ts'
import type { State } from './state.ts'
import { flowFrames, STOPPED, streamReply } from './stream.ts'

/** Runs a chatflow and answers when it has ended, as a chat completion. */
export function executeChatflow(call: Call<State>) {
  const id = call.params.chatflow_id ?? ''
  const read = readFlowRequest(call, id, ['chatflow'])
  if (read.kind === 'refused') return read.reply
  const run = startFlow(call, read)
  const reply = () => {
    const { finalOutput, error } = standingAfter(eventsSoFar(run))
    if (!finalOutput) return refuse(500, error ?? STOPPED)
    return { kind: 'body', status: 200, body: chatCompletion(run, id, contentOf(finalOutput)) } as const
  }
  return { kind: 'later', run, until: 'end', reply, whenLeft: () => giveUp(run) } as const
}

/** Runs a workflow and answers when it has ended, with what it put out and what each node did. */
export function executeWorkflow(call: Call<State>) {
  const read = readFlowRequest(call, call.params.workflow_id ?? '', ['workflow'])
  if (read.kind === 'refused') return read.reply
  const run = startFlow(call, read)
  const reply = () => {
    const events = eventsSoFar(run)
    const { finalOutput, error } = standingAfter(events)
    if (!finalOutput) return refuse(500, error ?? STOPPED)
    const body = {
      status: 'COMPLETED',
      final_output: { ...finalOutput },
      node_executions: [...nodesAfter(events)],
    } satisfies WorkflowResult
    return { kind: 'body', status: 200, body } as const
  }
  return { kind: 'later', run, until: 'end', reply, whenLeft: () => giveUp(run) } as const
}

/** Runs a chatflow and tells of it node by node. */
export const streamChatflow = (call: Call<State>) => streamFlow(call, 'chatflow')

/** Runs a workflow and tells of it node by node. Its path names the parameter after the other kind. */
export const streamWorkflow = (call: Call<State>) => streamFlow(call, 'workflow')

function streamFlow(call: Call<State>, kind: Kind) {
  const read = readFlowRequest(call, call.params.chatflow_id ?? '', [kind])
  if (read.kind === 'refused') return read.reply
  const run = startFlow(call, read)
  return streamReply(
    run,
    (moments) => flowFrames(run, moments),
    () => giveUp(run),
  )
}

function startFlow(call: Call<State>, { scenario, request }: FlowRequest): Run {
  return call.runs.start({ scenario, request, names: [] })
}

// Such a run cannot be looked up, so nobody is left who could hear of it.
function giveUp(run: Run): void {
  run.stop('The client has left.')
}
