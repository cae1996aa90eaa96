import { readPointer } from '../../src/spec/pointer.ts'
import { nameOf } from './known.ts'

/** All that a stream says of one message, by its id. */
export interface Utterance {
  readonly id: string
  /** The message as it was announced, and each time that it was sent again. */
  readonly forms: readonly Form[]
  readonly tokens: readonly Token[]
}

export interface Form {
  /** Place of the event in its stream. */
  readonly index: number
  /** `data` of the event. */
  readonly message: unknown
}

export interface Token {
  readonly index: number
  readonly chunk: string
  /** `data` of the event. */
  readonly data: unknown
}

/** The messages of a stream in the order of their first mention. Tokens of a message that was never announced are its own, too. */
export function utterancesIn(events: readonly unknown[]): readonly Utterance[] {
  const found = new Map<string, { id: string; forms: Form[]; tokens: Token[] }>()
  for (const [index, event] of events.entries()) {
    const data = readPointer(event, '/data')
    const id = readPointer(data, '/id')
    const name = nameOf(event)
    if (typeof id !== 'string' || (name !== 'add_message' && name !== 'token')) continue
    const utterance = found.get(id) ?? { id, forms: [], tokens: [] }
    found.set(id, utterance)
    if (name === 'add_message') utterance.forms.push({ index, message: data })
    else utterance.tokens.push({ index, chunk: String(readPointer(data, '/chunk')), data })
  }
  return [...found.values()]
}

/** The messages that were sent token by token. */
export function streamedIn(events: readonly unknown[]): readonly Utterance[] {
  return utterancesIn(events).filter(({ tokens }) => tokens.length > 0)
}

/** The forms of a message that came after its last token. */
export function closingOf({ forms, tokens }: Utterance): readonly Form[] {
  const last = tokens.at(-1)?.index ?? -1
  return forms.filter(({ index }) => index > last)
}

/** The form by which a message was announced: the first one, if it came before all tokens and is no agent's. */
export function announcementOf({ forms, tokens }: Utterance): Form | undefined {
  const [first, second] = forms
  const start = tokens[0]?.index ?? 0
  // An agent shows itself at once, and does not wait for a first token.
  const isAgent = second !== undefined && second.index < start
  return first && first.index < start && !isAgent ? first : undefined
}
