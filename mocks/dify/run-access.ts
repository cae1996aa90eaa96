import type { Call } from '../../src/mock/call.ts'
import { runDetail } from './answers.ts'
import { isUuid } from './is-uuid.ts'
import { phaseOf } from './phase.ts'
import { noUser, refuse, serverFault } from './refusals.ts'
import { readUserBody } from './run-payload.ts'
import { appOf, endUserOf, type State, storyOf } from './state.ts'
import { resumeFrames, STREAM_TYPE } from './stream.ts'

/** The stored record of a run of the key's app, whoever started it. */
export function getWorkflowRun(call: Call<State>) {
  const id = call.params.workflow_run_id ?? ''
  if (!isUuid(id)) return serverFault()
  const story = storyOf(call, 'run', id)
  const body = story && runDetail(story)
  return body ? ({ kind: 'body', status: 200, body } as const) : refuse(404, 'not_found', 'Workflow run not found.')
}

const STOP_REASON = 'Aborted: User requested stop'
/** In ms: the engine looks for commands when it has been idle for a tenth of a second. */
const STOP_DELAY = 150

/** Asks a run to stop. Says success for any task id, known or not. */
export function stopWorkflowTask(call: Call<State>) {
  const read = readUserBody(call)
  if (read.kind === 'refused') return read.reply
  storyOf(call, 'task', call.params.task_id ?? '')?.run.stop(STOP_REASON, STOP_DELAY)
  return { kind: 'body', status: 200, body: { result: 'success' } } as const
}

/** Attaches to a run that the same user started. */
export function streamWorkflowEvents(call: Call<State>) {
  const user = call.query.get('user')
  if (!user) return noUser()
  const endUser = endUserOf(call, appOf(call), user)
  const id = call.params.workflow_run_id ?? ''
  if (!isUuid(id)) return serverFault()
  const story = storyOf(call, 'run', id)
  if (story?.record.endUser.id !== endUser.id || phaseOf(story.run.past()).kind === 'queued') {
    return refuse(404, 'not_found', 'Workflow run not found')
  }
  const attachment = {
    at: story.run.elapsed(),
    snapshot: isTrue(call.query.get('include_state_snapshot')),
    continueOnPause: isTrue(call.query.get('continue_on_pause')),
  }
  return {
    kind: 'stream',
    status: 200,
    headers: { 'cache-control': 'no-cache', connection: 'keep-alive' },
    type: STREAM_TYPE,
    run: story.run,
    frames: (moments: Parameters<typeof resumeFrames>[1]) => resumeFrames(story, moments, attachment),
  } as const
}

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'
