import type { Call } from '../../src/mock/call.ts'
import { stateAt } from '../../src/run/state-at.ts'
import { toldSoFar } from './answers.ts'
import type { Chat } from './chat.ts'
import { lastNamed } from './event.ts'
import type { Flow } from './flows.ts'
import { isRecord } from './is-record.ts'
import { executionIdOf, type State, type Story, storiesOf, type Turn } from './state.ts'

/** A run that goes on, or why none does. */
export type Resumption =
  | { readonly kind: 'resumed'; readonly story: Story; readonly stretch: number }
  | { readonly kind: 'refused'; readonly reason: string }

/** Answers the newest run of a session, which has to wait for a person. */
export function resume(
  call: Call<State>,
  {
    flow,
    chat,
    turn,
    humanInput,
  }: { readonly flow: Flow; readonly chat: Chat; readonly turn: Turn; readonly humanInput: unknown },
): Resumption {
  const story = storiesOf(call).find(({ record }) => record.flow.id === flow.id && record.sessionId === chat.sessionId)
  if (story === undefined) return refused(`No previous execution found for session ${chat.sessionId}`)
  const told = toldSoFar(story)
  const state = lastNamed(told, 'agentFlowEvent')?.data ?? 'INPROGRESS'
  if (state !== 'STOPPED') return refused(notStopped(executionIdOf(story), state))
  const executed = lastNamed(told, 'agentFlowExecutedData')?.data ?? []
  const startNodeId = isRecord(humanInput) ? humanInput.startNodeId : undefined
  if (typeof startNodeId === 'string' && !executed.some(({ nodeId }) => nodeId === startNodeId)) {
    return refused(
      `Node ${startNodeId} not found in previous execution. This could indicate an invalid resume attempt or a modified flow.`,
    )
  }
  return answer(story, turn)
}

function answer(story: Story, turn: Turn): Resumption {
  const { run, record } = story
  const past = run.past()
  const [form] = stateAt(past, run.elapsed()).forms
  if (form === undefined) return refused(notStopped(executionIdOf(story), 'INPROGRESS'))
  const stretch = past.filter(({ kind }) => kind === 'run-resumed').length + 1
  const [first] = form.actions
  const action = turn.decision?.type === 'reject' ? form.actions.at(-1) : first
  const field = form.fields.find(({ type }) => type === 'paragraph')
  const feedback = turn.decision?.feedback
  const inputs = field && feedback !== undefined ? { [field.name]: feedback } : {}
  record.turns.set(stretch, turn)
  run.answer({ node: form.node.key, action: action?.id ?? '', inputs })
  return { kind: 'resumed', story, stretch }
}

const refused = (reason: string): Resumption => ({ kind: 'refused', reason })

function notStopped(id: string, state: string): string {
  if (state === 'ERROR') {
    return (
      `Cannot resume execution ${id} because it is in 'ERROR' state and the previous item is not in 'STOPPED' state. ` +
      `Only executions that ended with a STOPPED state (or ERROR after STOPPED) can be resumed.`
    )
  }
  return `Cannot resume execution ${id} because it is in '${state}' state. Only executions in 'STOPPED' state (or 'ERROR' after 'STOPPED') can be resumed.`
}
