import type { Call } from '../../src/mock/call.ts'
import type { Moment } from '../../src/run/moment.ts'
import { stateAt } from '../../src/run/state-at.ts'
import { flowInPath } from './flows.ts'
import { topOf } from './levels.ts'
import { type State, type Story, storiesOf } from './state.ts'

/**
 * Leaves the wish to stop. A chatflow does not notice; an agentflow stops at once where a model is at work, else before its next node; agents of
 * the first version stop before the next agent.
 */
export function abortPrediction(call: Call<State>) {
  const flow = flowInPath(call, 'chatflowid')
  const story = storiesOf(call).find(
    ({ run, record }) => record.flow.id === flow?.id && record.chatId === call.params.chatid && !run.resting(),
  )
  if (story?.record.flow.kind === 'agentflow') abort(story)
  if (story?.record.flow.kind === 'agents') abortAgents(story)
  return { kind: 'body', status: 200, body: { status: 200, message: 'Chat message aborted' } } as const
}

function abort({ run, record }: Story): void {
  // What begins until the wish counts is at work already.
  const soon = Math.floor(run.elapsed()) + 1
  const current = stateAt(run.moments(), soon).current.at(-1)
  const planned = run.moments().filter(({ at }) => at > soon)
  const ends = current && planned.find((moment) => endsTop(moment, topOf(current).key))
  const spec = record.graph.byId.get(current?.id ?? '')?.spec
  // The rounds of a parallel iteration are told when they are done, but all of them are at work.
  const isAtWork = current?.model !== undefined || (spec?.does === 'iteration' && spec.parallel)
  if (current && (isAtWork || ends === undefined)) return void run.stop('aborted')
  // After the last node there is none to be cancelled.
  const next = planned.find((moment) => begins(moment) && moment.at > (ends?.at ?? soon))
  if (next) run.stop('aborted', Math.max(0, (ends?.at ?? soon) - soon))
}

// The next agent is not heard, should there be one.
function abortAgents({ run }: Story): void {
  const soon = Math.floor(run.elapsed()) + 1
  const next = run.moments().find((moment) => moment.at > soon && beginsAgent(moment))
  if (next) run.stop('aborted', next.at - soon)
}

function beginsAgent(moment: Moment): boolean {
  return moment.kind === 'node-started' && moment.node.model !== undefined && topOf(moment.node) === moment.node
}

function begins({ kind }: Moment): boolean {
  return kind === 'node-started' || kind === 'group-started'
}

function endsTop(moment: Moment, key: string): boolean {
  return (moment.kind === 'node-finished' || moment.kind === 'group-finished') && moment.node.key === key
}
