import type { AgentReasoning } from '../../src/generated/flowise.ts'
import type { Moment, MomentOf, NodeRun } from '../../src/run/moment.ts'
import { closing, failing } from './closing.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import { iterationsAround } from './levels.ts'
import { sourceDocument, usedTool } from './model-values.ts'
import { replyText } from './reply-text.ts'
import type { Story } from './state.ts'
import { tellMoments } from './tell-moments.ts'

type Documents = MomentOf<'documents'>['documents']

/** What is known of a run of agents of the first version while it is told. */
interface Telling {
  readonly story: Story
  /** What the agents did, one entry for each turn. */
  turns: readonly AgentReasoning[]
  /** Found, and not yet read by an agent. */
  found: Documents
  /** By the node of the scenario. */
  readonly ids: Map<string, Pick<AgentReasoning, 'nodeId' | 'nodeName'>>
  /** They cannot wait for a person here: they ask, and that was their answer. */
  over: boolean
}

/** Tells the moments of a run as the events of agents of the first version: each says all at once when its turn is over. */
export function tellAgents(story: Story, moments: Iterable<Moment>): Generator<TimedEvent> {
  const telling: Telling = { story, turns: [], found: [], ids: new Map(), over: false }
  return tellMoments(telling, moments, tell)
}

function tell(telling: Telling, moment: Moment): readonly (StreamEvent | TimedEvent)[] {
  switch (moment.kind) {
    case 'documents':
      telling.found = [...telling.found, ...moment.documents]
      return []
    case 'node-finished':
      return isTurn(moment) ? takeTurn(telling, turnOf(telling, moment)) : []
    case 'run-paused': {
      telling.over = true
      const text = moment.forms[0]?.content ?? ''
      return [...takeTurn(telling, replyTurn(telling, text)), ...end(telling, moment.at, text)]
    }
    case 'run-finished':
      return finish(telling, moment)
    default:
      return []
  }
}

/** Whether a node is an agent that has had its say. What runs inside an iteration is not told. */
function isTurn({ node, status, text }: MomentOf<'node-finished'>): boolean {
  return text !== undefined && status !== 'failed' && iterationsAround(node).length === 0
}

function takeTurn(telling: Telling, turn: AgentReasoning): readonly StreamEvent[] {
  const isFirst = telling.turns.length === 0
  telling.turns = [...telling.turns, turn]
  telling.found = []
  const data = [...telling.turns]
  return [...(isFirst ? [{ event: 'start', data } as const] : []), { event: 'agentReasoning', data }]
}

function turnOf(telling: Telling, { node, text = '', tools }: MomentOf<'node-finished'>): AgentReasoning {
  return {
    agentName: node.title,
    messages: [text],
    usedTools: orNull(tools.map(usedTool)),
    sourceDocuments: orNull(telling.found.map(sourceDocument)),
    artifacts: [null],
    state: {},
    ...idOf(telling, node, tools.length > 0 ? 'seqAgent' : 'seqLLMNode'),
  }
}

/** A last turn that puts together what the others have found. */
function replyTurn({ found, story }: Telling, text: string): AgentReasoning {
  return {
    agentName: story.record.graph.reply?.label ?? 'Agent',
    messages: [text],
    usedTools: [null],
    sourceDocuments: orNull(found.map(sourceDocument)),
    artifacts: [null],
    state: {},
    nodeName: 'seqAgent',
    nodeId: 'seqAgent_reply',
  }
}

// Where there is nothing, the list holds null.
function orNull<T>(list: readonly T[]): (T | null)[] {
  return list.length > 0 ? [...list] : [null]
}

function idOf({ ids }: Telling, { id }: NodeRun, nodeName: string) {
  const known = ids.get(id) ?? {
    nodeName,
    nodeId: `${nodeName}_${[...ids.values()].filter((other) => other.nodeName === nodeName).length}`,
  }
  ids.set(id, known)
  return known
}

function finish(telling: Telling, { at, status, error, outputs }: MomentOf<'run-finished'>) {
  if (status === 'failed') return failing(error ?? '')
  if (status === 'stopped') return [ABORT, ...closing(telling.story, { at, stretch: 0 }, { speaks: false })]
  const text = replyText(outputs)
  const isSaid = telling.turns.at(-1)?.messages.at(-1) === text
  return [...(isSaid ? [] : takeTurn(telling, replyTurn(telling, text))), ...end(telling, at, text)]
}

const ABORT: StreamEvent = { event: 'abort', data: '[DONE]' }

/** The answer, and all that the agents used for it, even where that is nothing. */
function end({ story, turns }: Telling, at: number, text: string): readonly (StreamEvent | TimedEvent)[] {
  const usedTools = turns.flatMap(({ usedTools: used = [] }) => used.filter((tool) => tool !== null))
  const sourceDocuments = turns.flatMap(({ sourceDocuments: read = [] }) => read.filter((one) => one !== null))
  return [
    { event: 'token', data: text },
    { event: 'usedTools', data: usedTools },
    { event: 'sourceDocuments', data: sourceDocuments },
    { event: 'artifacts', data: [] },
    ...closing(story, { at, stretch: 0 }, { speaks: false }),
  ]
}
