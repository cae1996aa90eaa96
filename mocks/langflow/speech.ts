import type { MomentOf } from '../../src/run/moment.ts'
import { createAgent } from './agent.ts'
import { type Cast, messageIdOf, sourceOf, type Telling } from './cast.ts'
import { isAnthropic } from './component-types.ts'
import { toolIdOf } from './graph.ts'
import { MACHINE, type Message } from './messages.ts'

/** Whether listeners follow what a node says: its text is shown by a chat output. */
const isHeard = ({ story }: Cast, node: string): boolean => story.graph.chatOutputs.has(node)

/** An agent shows itself at once, and then what it has read. */
export function* hireAgent(cast: Cast, { at, node }: MomentOf<'node-started'>): Generator<Telling> {
  if (node.kind !== 'agent' || !isHeard(cast, node.id)) return
  const agent = createAgent(cast.story, node, at)
  cast.agents.set(node.key, agent)
  cast.unfinished.add(agent.message().id)
  yield { tell: 'message', at, message: agent.message() }
  agent.read()
  yield { tell: 'message', at, message: agent.message() }
}

/** The message that follows a tool was made before it answered, so the answer shows in the next one. */
export function* useTool(
  cast: Cast,
  { kind, at, node, call, startedAt }: MomentOf<'tool-started' | 'tool-finished'>,
): Generator<Telling> {
  const agent = cast.agents.get(node.key)
  if (!agent) return
  const component = toolIdOf(cast.story.run.scenario, call.name)
  if (kind === 'tool-started') {
    agent.access(call, at)
    yield { tell: 'message', at, message: agent.message() }
    yield { tell: 'tool-started', at, component }
    return
  }
  yield { tell: 'tool-ended', at, component }
  yield { tell: 'message', at, message: agent.message() }
  agent.learn(call, at - startedAt)
}

/** A piece of a text. A model announces its message with the first piece, which the first token then repeats. */
export function* speak(cast: Cast, { at, node, output, text, whole }: MomentOf<'text'>): Generator<Telling> {
  if (output !== 'text' || whole || !isHeard(cast, node.id)) return
  if (!cast.agents.has(node.key) && !cast.speakers.has(node.key)) {
    yield* announce(cast, { at, node, first: firstPiece(node.model, text) })
    if (firstPiece(node.model, text) === text) return
  }
  yield { tell: 'token', at, id: messageIdOf(cast.story, node.key), chunk: text }
}

/** The end of a model's text. */
export function* fallSilent(cast: Cast, { at, node }: MomentOf<'text-ended'>): Generator<Telling> {
  if (cast.agents.has(node.key) || !isHeard(cast, node.id)) return
  if (!cast.speakers.has(node.key)) yield* announce(cast, { at, node, first: '' })
  if (!isAnthropic(node.model)) yield { tell: 'token', at, id: messageIdOf(cast.story, node.key), chunk: '' }
}

// One provider sends an empty piece before the first and after the last, the other does not.
const firstPiece = (model: string | undefined, text: string): string => (isAnthropic(model) ? text : '')

type Announcement = Pick<MomentOf<'text'>, 'at' | 'node'> & { readonly first: string }

function* announce({ story, speakers, unfinished }: Cast, { at, node, first }: Announcement): Generator<Telling> {
  const component = story.graph.nodes.get(node.id)
  if (!component) return
  const id = messageIdOf(story, node.key)
  const source = sourceOf(component, node.model)
  const message: Message = { ...MACHINE, id, at, text: first, source, icon: component.type.icon, state: 'partial' }
  speakers.set(node.key, message)
  unfinished.add(id)
  yield { tell: 'message', at, message }
  yield { tell: 'token', at, id, chunk: first }
}
