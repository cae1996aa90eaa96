import type { Moment, MomentOf, NodeRun } from '../../src/run/moment.ts'
import { closeChild, failure, flowEnds, flowStops, reply } from './agent-endings.ts'
import { iterationEnds, loopTurns } from './agent-groups.ts'
import { type AgentSession, beginNode, endChild, failChild, flowEvent, turnOf } from './agent-session.ts'
import { passNode, stepEnds, stepWorks } from './agent-steps.ts'
import { resumePerson } from './agent-stops.ts'
import { createTelling, type Telling } from './agent-telling.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import type { FlowNode } from './graph.ts'
import { childOf, iterationsAround, topOf } from './levels.ts'
import { startValues } from './node-values.ts'
import { replyText, toText } from './reply-text.ts'
import type { Story } from './state.ts'
import { createTurnstile, type Passed } from './turnstile.ts'

/** Tells the moments of a run as the events of an agentflow, all stretches one after the other. */
export function* tellAgentflow(story: Story, moments: Iterable<Moment>): Generator<TimedEvent> {
  const telling = createTelling(story)
  for (const moment of moments) {
    if (moment.kind === 'run-resumed') telling.session.stretch += 1
    const { stretch } = telling.session
    for (const told of tell(telling, moment)) {
      if ('stretch' in told) yield told
      else yield { at: moment.at, stretch, event: told }
    }
    if (!telling.session.failed) continue
    // The first node that fails ends the flow, whatever else is still at work.
    for (const event of failure(telling.session)) yield { at: moment.at, stretch, event }
    return
  }
}

function tell(telling: Telling, moment: Moment): readonly (StreamEvent | TimedEvent)[] {
  const { session, flow } = telling
  switch (moment.kind) {
    case 'run-started':
      telling.began = true
      return [flowEvent('INPROGRESS'), ...startOf(session)]
    case 'run-resumed': {
      telling.waits = false
      const again = session.stoppedIn.map((node) => beginNode(session, node))
      return [flowEvent('INPROGRESS'), ...again]
    }
    case 'run-paused':
      telling.waits = true
      return flowStops(telling, moment)
    case 'run-finished':
      // Who waits for a person has said all there is to say.
      return telling.waits ? [] : flowEnds(telling, moment)
    case 'input-required':
    case 'input-answered':
    case 'input-expired':
      return []
    default:
      if (moment.kind === 'node-finished' && moment.failure) telling.reason = moment.failure.message
      if (!isTold(session, moment)) return []
      return flow.pass(moment).flatMap((passed) => (session.failed ? [] : tellNode(telling, passed)))
  }
}

type NodeMoment = Passed['moment']

/** Whether a moment is one of the flow's own nodes, and takes its turn among them. */
function isTold({ story }: AgentSession, { kind, node }: NodeMoment): boolean {
  const { graph } = story.record
  if (graph.approvals.has(node.id)) return false
  const spec = graph.byId.get(node.id)?.spec
  // Forms are told where the flow stops, and when it goes on with them; those inside iterations stop these.
  if (spec?.does === 'human-input') return kind === 'node-finished' && topOf(node) === node
  // A node that hands the result on is told when it does.
  return spec !== undefined || graph.loops.has(node.id) || (kind === 'node-finished' && isLast(story, node))
}

const isLast = ({ run }: Story, { id }: NodeRun): boolean => run.scenario.nodes.at(-1)?.id === id

// A flow always begins with a start, whether the scenario has a word for it or not.
function startOf(session: AgentSession): StreamEvent[] {
  const [first] = session.story.record.graph.nodes
  return first && first.spec === undefined ? passNode(session, first, startValues(turnOf(session))) : []
}

function tellNode(telling: Telling, passed: Passed): readonly StreamEvent[] {
  const depth = iterationsAround(passed.moment.node).length
  if (depth === 0) return tellStep(telling, passed, false)
  // What runs inside an iteration inside an iteration is not told.
  if (depth > 1) return []
  return telling.inside.pass(passed.moment).flatMap((inner) => tellStep(telling, inner, true))
}

function tellStep(telling: Telling, { moment }: Passed, child: boolean): readonly StreamEvent[] {
  const { session } = telling
  const { graph } = session.story.record
  const loop = graph.loops.get(moment.node.id)
  if (loop) {
    return moment.kind === 'round-started' || moment.kind === 'group-finished' ? loopTurns(session, moment, loop) : []
  }
  const node = graph.byId.get(moment.node.id)
  if (node === undefined) return child ? [] : tellReply(telling, moment)
  switch (moment.kind) {
    case 'node-started':
      return [beginNode(session, node)]
    case 'group-started':
      if (!child) telling.inside = createTurnstile(childOf)
      return [beginNode(session, node)]
    case 'text':
    case 'text-ended':
    case 'reasoning':
    case 'tool-started':
    case 'tool-finished':
      return stepWorks(session, moment, node)
    case 'node-finished':
      if (node.spec?.does === 'human-input') return resumePerson(session, node)
      return stepEnds(session, moment, node, child)
    case 'group-finished':
      if (child) return [innerEnds(session, moment, node)]
      return [...closeChild(telling), ...iterationEnds(session, moment, node)]
    case 'documents':
    case 'node-retried':
    case 'round-started':
      return []
  }
}

// An iteration inside an iteration shows its results only.
function innerEnds(
  session: AgentSession,
  { node, items, results, status }: MomentOf<'group-finished'>,
  flowNode: FlowNode,
) {
  if (status === 'failed') return failChild(session, node, flowNode, 'Invalid input array')
  const iterationResults = results.map(toText)
  const output = { iterationResults, content: iterationResults.join('\n') }
  return endChild(session, node, flowNode, { input: { iterationInput: [...items] }, output })
}

/** The node that hands the result on says it, if no other has. */
function tellReply(telling: Telling, moment: NodeMoment): readonly StreamEvent[] {
  const { session } = telling
  const { graph } = session.story.record
  if (moment.kind !== 'node-finished' || graph.reply === undefined) return []
  telling.replied = true
  return reply(session, graph.reply, moment.text ?? replyText(moment.outputs))
}
