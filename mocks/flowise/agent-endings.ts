import type { MomentOf } from '../../src/run/moment.ts'
import { type AgentSession, failChild, failNode, flowEvent } from './agent-session.ts'
import { passNode, token } from './agent-steps.ts'
import { stopFor } from './agent-stops.ts'
import type { Telling } from './agent-telling.ts'
import { closing, failing } from './closing.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import { ABORTED, CANCELLED, nodeError } from './failures.ts'
import type { FlowNode } from './graph.ts'
import { topOf } from './levels.ts'
import { replyText } from './reply-text.ts'

/** The flow's reply, which takes no time. */
export function reply(session: AgentSession, node: FlowNode, content: string): StreamEvent[] {
  const [begin, ...rest] = passNode(session, node, { input: {}, output: { content } })
  return [...(begin ? [begin] : []), token(content), ...rest]
}

/** The run is over. */
export function flowEnds(telling: Telling, moment: MomentOf<'run-finished'>): readonly (StreamEvent | TimedEvent)[] {
  const { session } = telling
  const { story, stretch } = session
  const { graph } = story.record
  switch (moment.status) {
    case 'succeeded':
    case 'partial': {
      const said = graph.reply && !telling.replied ? reply(session, graph.reply, replyText(moment.outputs)) : []
      const ending = closing(story, { at: moment.at, stretch }, { speaks: story.run.scenario.speaks })
      return [...said, flowEvent('FINISHED'), ...ending]
    }
    case 'failed':
      return failOpen(telling)
    case 'stopped':
      return aborted(telling)
  }
}

/** The flow stops for a person. Of several forms, one inside an iteration that has begun goes first. */
export function flowStops(
  telling: Telling,
  { at, forms }: MomentOf<'run-paused'>,
): readonly (StreamEvent | TimedEvent)[] {
  const { session, flow } = telling
  const open = flow.open()
  const form = forms.find(({ node }) => topOf(node).key === open?.key)
  // A branch that has failed keeps the node before it from going on.
  if (open && !form) return failOpen(telling)
  const asked = form ?? forms[0]
  if (asked === undefined) return []
  const { events, action } = stopFor(session, asked)
  return [
    ...events,
    flowEvent('STOPPED'),
    ...closing(session.story, { at, stretch: session.stretch }, { action, speaks: false }),
  ]
}

// The node that failed is still waiting for its turn: the one at work fails in its place.
function failOpen(telling: Telling): readonly StreamEvent[] {
  const { session, flow, reason } = telling
  const open = session.story.record.graph.byId.get(flow.open()?.id ?? '')
  return open ? [...closeChild(telling), ...failNode(session, open, 'ERROR', nodeError(open.name, reason))] : []
}

/** What is still at work inside an iteration that ends was cut off. */
export function closeChild({ session, inside, reason }: Telling): readonly StreamEvent[] {
  const run = inside.open()
  const child = session.story.record.graph.byId.get(run?.id ?? '')
  return run && child ? [failChild(session, run, child, nodeError(child.name, reason))] : []
}

/** How a flow ends after a node has failed or was cancelled. */
export function failure({ executed }: AgentSession): StreamEvent[] {
  const last = executed.at(-1)
  return [flowEvent(last?.status ?? 'ERROR'), ...failing(last?.data.error ?? '')]
}

/** An abort ends the node at work, or else the flow before its next node. */
function aborted(telling: Telling): readonly StreamEvent[] {
  const { session, flow, inside, began } = telling
  const { graph } = session.story.record
  const open = graph.byId.get(flow.open()?.id ?? '')
  if (open) {
    const child = graph.byId.get(inside.open()?.id ?? '')
    const error = nodeError((child ?? open).name, ABORTED)
    return [...closeChild({ ...telling, reason: ABORTED }), ...failNode(session, open, 'ERROR', error)]
  }
  const last = session.executed.at(-1)?.nodeId
  const next = graph.nodes[graph.nodes.findIndex(({ id }) => id === last) + 1] ?? graph.nodes.at(-1)
  const cancelled = next ? failNode(session, next, 'TERMINATED', CANCELLED) : []
  return began ? cancelled : [flowEvent('INPROGRESS'), ...cancelled]
}
