import type { Moment, MomentOf, ToolCall } from '../../src/run/moment.ts'
import { closing, failing } from './closing.ts'
import type { StreamEvent, TimedEvent } from './event.ts'
import { sourceDocument, usedTool } from './model-values.ts'
import { replyText } from './reply-text.ts'
import type { Story } from './state.ts'
import { tellMoments } from './tell-moments.ts'

/** Label of the memory of flows that look nothing up. */
export const MEMORY = 'Buffer Memory'

/** What is known of a chatflow's run while it is told. */
interface Telling {
  readonly story: Story
  started: boolean
  documents: MomentOf<'documents'>['documents']
  tools: readonly ToolCall[]
  /** A chatflow cannot wait for a person: it asks, and that was its answer. */
  over: boolean
}

/** Tells the moments of a run as the events of a chatflow. */
export function tellChatflow(story: Story, moments: Iterable<Moment>): Generator<TimedEvent> {
  const telling: Telling = { story, started: false, documents: [], tools: [], over: false }
  return tellMoments(telling, moments, tell)
}

function tell(telling: Telling, moment: Moment): readonly (StreamEvent | TimedEvent)[] {
  switch (moment.kind) {
    case 'text':
      return isAnswer(telling, moment) ? say(telling, moment.text) : []
    case 'documents':
      telling.documents = [...telling.documents, ...moment.documents]
      return []
    case 'tool-started':
    case 'tool-finished':
      return moment.node.within === undefined ? trace(telling, moment) : []
    case 'run-paused':
      telling.over = true
      return [...say(telling, moment.forms[0]?.content ?? ''), ...end(telling, moment.at, false)]
    case 'run-finished':
      return finish(telling, moment)
    default:
      return []
  }
}

function isAnswer({ story }: Telling, { node, output }: MomentOf<'text'>): boolean {
  return node.within === undefined && output === 'text' && story.record.graph.speaker === node.id
}

// Retrieval chains begin with their first words, others with nothing; either way the words come again.
function begin(telling: Telling, text: string): readonly StreamEvent[] {
  if (telling.started) return []
  telling.started = true
  return [{ event: 'start', data: telling.documents.length > 0 ? text : '' }]
}

function say(telling: Telling, text: string): readonly StreamEvent[] {
  return [...begin(telling, text), { event: 'token', data: text }]
}

/** The flow's agent is set up to tell of each step. */
function trace(telling: Telling, moment: MomentOf<'tool-started' | 'tool-finished'>): readonly StreamEvent[] {
  const { call } = moment
  const { run } = telling.story
  const ids = { runId: run.id(`trace:${call.key}`), parentRunId: run.id('trace') }
  if (moment.kind === 'tool-started') {
    const action = JSON.stringify({ tool: call.name, toolInput: call.input })
    return [
      ...(telling.started ? [] : say(telling, '')),
      { event: 'agent_trace', data: { step: 'agent_action', action, runId: ids.parentRunId, parentRunId: null } },
      {
        event: 'agent_trace',
        data: { step: 'tool_start', name: call.name, input: JSON.stringify(call.input), ...ids },
      },
    ]
  }
  telling.tools = [...telling.tools, call]
  if (call.error !== undefined)
    return [{ event: 'agent_trace', data: { step: 'tool_error', error: call.error, ...ids } }]
  return [{ event: 'agent_trace', data: { step: 'tool_end', output: call.output, ...ids } }]
}

function finish(telling: Telling, moment: MomentOf<'run-finished'>): readonly (StreamEvent | TimedEvent)[] {
  const { story, documents, tools } = telling
  if (moment.status === 'failed' || moment.status === 'stopped') return failing(moment.error ?? '')
  const said = story.record.graph.speaker === undefined ? say(telling, replyText(moment.outputs)) : begin(telling, '')
  const gathered: StreamEvent[] = [
    ...(documents.length > 0 ? [{ event: 'sourceDocuments', data: documents.map(sourceDocument) } as const] : []),
    ...(tools.length > 0 ? [{ event: 'usedTools', data: tools.map(usedTool) } as const] : []),
  ]
  return [...said, ...gathered, ...end(telling, moment.at, story.run.scenario.speaks)]
}

function end({ story, documents }: Telling, at: number, speaks: boolean): readonly TimedEvent[] {
  return closing(story, { at, stretch: 0 }, { speaks, ...(documents.length === 0 && { memoryType: MEMORY }) })
}
