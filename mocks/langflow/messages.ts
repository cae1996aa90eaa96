import type { components } from '../../src/generated/langflow.ts'
import type { Story } from './story.ts'
import { isoTime, preciseUtcTime, utcTime } from './times.ts'

type Schemas = components['schemas']
type Block = Schemas['ContentBlock']

/** A message as the flow has it; its dumps differ by where they stand. */
export interface Message {
  readonly id: string
  /** Offset at which it was made. A message that comes again keeps it. */
  readonly at: number
  readonly text: string
  readonly sender: string | null
  readonly senderName: string | null
  readonly source: Schemas['MessageSource']
  readonly icon: string | null
  readonly state: 'partial' | 'complete'
  readonly usage: Schemas['TokenUsage'] | null
  readonly category: 'message' | 'error'
  readonly blocks: readonly Block[]
  /** Whether it comes out of the store, whose copy has one member more. */
  readonly stored: boolean
}

export const NO_SOURCE: Schemas['MessageSource'] = { id: null, display_name: null, source: null }

/** What most messages of the machine are. */
export const MACHINE = {
  sender: 'Machine',
  senderName: 'AI',
  source: NO_SOURCE,
  icon: null,
  state: 'complete',
  usage: null,
  category: 'message',
  blocks: [],
  stored: true,
} as const satisfies Partial<Message>

/** A message as results hold it: its id stands in `data` only. */
export function dumpOf(story: Story, message: Message): Schemas['ChatMessage'] {
  const { text, sender, senderName: sender_name, blocks, category, id } = message
  const session_id = story.sessionId
  const properties = propertiesOf(message)
  const flow_id = story.flowId
  const content_blocks = [...blocks]
  const common = { error: false, edit: false, properties, category, content_blocks }
  return {
    text_key: 'text',
    data: {
      timestamp: timeOf(story, message, 'inner'),
      sender,
      sender_name,
      session_id,
      context_id: '',
      text,
      files: [],
      ...common,
      id,
      flow_id,
      ...(message.stored && { duration: null }),
    },
    default_value: '',
    text,
    sender,
    sender_name,
    files: [],
    session_id,
    context_id: '',
    timestamp: timeOf(story, message, 'outer'),
    flow_id,
    ...common,
    duration: null,
  }
}

/** A message as events hold it: the dump, with the id at its end once more. */
export function streamedOf(story: Story, message: Message): Schemas['StreamedMessage'] {
  return { ...dumpOf(story, message), id: message.id }
}

function propertiesOf({ category, source, icon, state, usage }: Message): Schemas['MessageProperties'] {
  const color = category === 'error' ? 'red' : null
  return {
    text_color: color,
    background_color: color,
    edited: false,
    source,
    icon,
    allow_markdown: false,
    positive_feedback: null,
    state,
    targets: [],
    usage,
    build_duration: null,
  }
}

// Up to 1.8 one message holds its time in two forms; from 1.11 on, which workflows are of, in a third.
function timeOf({ run, era }: Story, { at, id }: Message, place: 'outer' | 'inner'): string {
  const time = run.createdAt + Math.floor(at)
  if (era === '1.11') return preciseUtcTime(time, id)
  return place === 'outer' ? isoTime(time) : utcTime(time)
}

/** The report of a component that has failed. Its `error` is false all the same. */
export function faultMessage(
  { run }: Story,
  fault: {
    readonly at: number
    readonly id: string
    readonly displayName: string
    readonly type: string
    readonly text: string
  },
): Message {
  const { at, id, displayName, text } = fault
  return {
    ...MACHINE,
    id: run.id(`message:fault:${id}`),
    at,
    text: `${text}\n`,
    sender: displayName,
    senderName: displayName,
    source: { id, display_name: displayName, source: displayName },
    icon: 'error',
    category: 'error',
    blocks: [
      {
        title: 'Error',
        contents: [
          {
            type: 'error',
            duration: null,
            header: {},
            component: displayName,
            field: null,
            reason: reasonOf(fault),
            solution: null,
            traceback: tracebackOf(fault),
          },
        ],
        allow_markdown: true,
        media_url: null,
      },
    ],
  }
}

/** What went wrong, in Markdown. */
export const reasonOf = ({ type, text }: { readonly type: string; readonly text: string }): string =>
  `**${type}**\n - **Details: ${text}**\n`

/** The end of a traceback; where it went wrong is left out. */
export const tracebackOf = ({ type, text }: { readonly type: string; readonly text: string }): string =>
  `Traceback (most recent call last):\n  ...\n${type}: ${text}\n`
