import type { components } from '../../src/generated/langflow.ts'
import type { Built } from './cast.ts'
import { CHAT_INPUT, CHAT_OUTPUT } from './component-types.ts'
import { dumpOf } from './messages.ts'
import { pythonRepr } from './python-repr.ts'
import type { Story } from './story.ts'

type Schemas = components['schemas']

/** Which components a caller wants to hear of. */
export interface Wish {
  readonly type: 'chat' | 'text' | 'any' | 'debug'
  /** Id or display name of the only one; empty for all of the type. */
  readonly component: string
}

/** What a run has brought: the body of a blocking run, and what the last event of a streamed one holds. */
export function resultOf(story: Story, built: Iterable<Built>, wish: Wish): Schemas['RunResult'] {
  const byId = new Map([...built].map((one) => [one.component.id, one]))
  const inOrder = story.graph.components.flatMap(({ id }) => byId.get(id) ?? [])
  const outputs = choose(inOrder, wish, story).map((one) => componentResult(story, one))
  const inputs = story.input === null ? {} : { input_value: story.input }
  return { session_id: story.sessionId, outputs: [{ inputs, outputs }] }
}

// A type that no output component is of means all of them.
function choose(built: readonly Built[], { type, component }: Wish, { graph }: Story): readonly Built[] {
  if (component !== '')
    return built.filter(({ component: { id, displayName } }) => [id, displayName].includes(component))
  if (type === 'debug') return built
  const outputs = built.filter((one) => graph.outputs.includes(one.component))
  const matching = type === 'any' ? outputs : outputs.filter((one) => one.component.id.toLowerCase().includes(type))
  return matching.length > 0 ? matching : outputs
}

function componentResult(story: Story, built: Built): Schemas['ComponentResult'] {
  const { component, message, value } = built
  const { output } = component.type
  return {
    results: { [output]: message ? dumpOf(story, message) : value },
    artifacts: artifactsOf(built),
    outputs: { [output]: shortOf(built) },
    logs: { [output]: [] },
    messages: isChat(built) && message && message.text !== '' ? [outputMessage(story, built, message)] : [],
    timedelta: null,
    duration: null,
    component_display_name: component.displayName,
    component_id: component.id,
    used_frozen_result: false,
  }
}

const isChat = ({ component }: Built): boolean => component.type === CHAT_INPUT || component.type === CHAT_OUTPUT

/** The same once more, in the form of its kind of component. */
export function artifactsOf(built: Built): Record<string, unknown> {
  const { component, message, value } = built
  if (message && isChat(built)) {
    const { text, sender, senderName: sender_name } = message
    return { message: text, sender, sender_name, files: [], type: 'object' }
  }
  const raw = message ? message.text : value
  return { [component.type.output]: { repr: pythonRepr(raw), raw, type: typeOf(raw) } }
}

/** An output in short. */
export function shortOf({ message, value }: Built): Schemas['OutputValue'] {
  const short = message ? message.text : asJson(value)
  return { message: short, type: typeOf(short) }
}

function asJson(value: unknown): Schemas['OutputValue']['message'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? { ...value } : null
}

function typeOf(value: unknown): Schemas['OutputValue']['type'] {
  if (typeof value === 'string') return 'text'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'object' && value !== null ? 'object' : 'unknown'
}

type Message = NonNullable<Built['message']>

function outputMessage(story: Story, { component }: Built, message: Message): Schemas['OutputMessage'] {
  return {
    message: message.sender === 'Machine' ? doubleLines(message.text) : message.text,
    sender: message.sender,
    sender_name: message.senderName,
    session_id: story.sessionId,
    stream_url: null,
    component_id: component.id,
    files: [],
    type: 'text',
  }
}

// What the machine says is shown as Markdown, where one line end is none.
const doubleLines = (text: string): string => text.replaceAll('\n\n', '\n').replaceAll('\n', '\n\n')
