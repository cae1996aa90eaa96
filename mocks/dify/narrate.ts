import type { StreamEvent } from '../../src/generated/dify.ts'
import type { Moment, MomentOf } from '../../src/run/moment.ts'
import {
  type AnswerSession,
  addPiece,
  closeText,
  createAnswerSession,
  isOpen,
  knowOutputs,
  passNode,
  tellAnswer,
} from './answer-session.ts'
import {
  formFilled,
  formTimeout,
  humanInputRequired,
  type Settled,
  settledNode,
  workflowPaused,
} from './form-events.ts'
import { groupFinished, groupOutputs, groupStarted, roundStarted } from './group-events.ts'
import { nodeFinished, nodeRetry, nodeStarted } from './node-events.ts'
import { outputsOf } from './node-values.ts'
import { workflowFinished, workflowStarted } from './run-events.ts'
import type { Story } from './story.ts'
import { agentLog, reasoningChunk, ttsMessage } from './text-events.ts'

/** A stream event with the offset at which it happens, in ms since the run was created. */
export interface TimedEvent {
  readonly at: number
  readonly event: StreamEvent
}

/** Tells moments as the events of a live stream. Nothing is told of a run that was stopped before it began. */
export function* narrate(story: Story, moments: Iterable<Moment>): Generator<TimedEvent> {
  const session = createAnswerSession(story)
  const settled = new Map<string, Settled>()
  let startedAt: number | undefined
  for (const moment of moments) {
    if (moment.kind === 'run-started') startedAt = moment.at
    if (startedAt === undefined) continue
    if (moment.kind === 'input-answered' || moment.kind === 'input-expired') settled.set(moment.form.node.key, moment)
    for (const event of eventsOf(moment, { story, session, settled, startedAt })) yield { at: moment.at, event }
  }
}

interface Telling {
  readonly story: Story
  readonly session: AnswerSession
  /** How forms were settled, by their node's key. */
  readonly settled: ReadonlyMap<string, Settled>
  readonly startedAt: number
}

function eventsOf(moment: Moment, telling: Telling): readonly StreamEvent[] {
  const { story, session } = telling
  switch (moment.kind) {
    case 'node-started':
      return [nodeStarted(story, moment.node, moment.startedAt)]
    case 'text':
      // What is given out at once is taken from the node's outputs, where it has its type.
      return moment.whole ? [] : addPiece(session, moment.node.id, moment.text)
    case 'text-ended':
      return [...closeText(session, moment.node.id), ...(story.run.scenario.speaks ? [ttsMessage(story)] : [])]
    case 'reasoning':
      return isOpen(session) ? [reasoningChunk(story, moment)] : []
    case 'tool-started':
    case 'tool-finished':
      if (moment.node.kind !== 'agent') return []
      return [agentLog(story, moment.node, moment.call, moment.kind === 'tool-finished')]
    case 'documents':
      return []
    case 'node-retried':
      return [nodeRetry(story, moment)]
    case 'node-finished':
      return nodeEnded(moment, telling)
    case 'group-started':
      return groupStarted(story, moment)
    case 'round-started':
      return roundStarted(story, moment)
    case 'group-finished':
      return groupEnded(moment, telling)
    default:
      return turnEvents(moment, telling)
  }
}

type Turn = MomentOf<
  'run-started' | 'run-paused' | 'run-resumed' | 'run-finished' | 'input-required' | 'input-answered' | 'input-expired'
>

/** What is told of the run as a whole, and of the forms that hold it up. */
function turnEvents(moment: Turn, { story, session, startedAt }: Telling): readonly StreamEvent[] {
  switch (moment.kind) {
    case 'run-started':
      return [workflowStarted(story, moment.at, 'initial'), ...tellAnswer(session)]
    case 'run-resumed':
      return [workflowStarted(story, startedAt, 'resumption')]
    case 'input-required':
      return [humanInputRequired(story, moment.form)]
    case 'run-paused':
      return [workflowPaused(story, moment, startedAt)]
    case 'input-answered':
      return [nodeStarted(story, moment.form.node, moment.at), formFilled(story, moment)]
    case 'input-expired':
      return [nodeStarted(story, moment.form.node, moment.at), formTimeout(story, moment.form)]
    case 'run-finished':
      return [workflowFinished(story, moment, startedAt)]
  }
}

function nodeEnded(given: MomentOf<'node-finished'>, { story, session, settled }: Telling): readonly StreamEvent[] {
  const form = settled.get(given.node.key)
  const moment = form ? settledNode(given, form) : given
  const event = nodeFinished(story, moment)
  const { node, status } = moment
  if (node.within || status === 'failed') return [event]
  return [...knowOutputs(session, node.id, outputsOf(story, moment)), event, ...passNode(session, node.id)]
}

function groupEnded(moment: MomentOf<'group-finished'>, { story, session }: Telling): readonly StreamEvent[] {
  const events = groupFinished(story, moment)
  const { node, status } = moment
  if (node.within || status === 'failed') return events
  return [...events, ...knowOutputs(session, node.id, groupOutputs(moment)), ...passNode(session, node.id)]
}
