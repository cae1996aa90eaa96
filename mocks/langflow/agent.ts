import type { components } from '../../src/generated/langflow.ts'
import type { NodeRun, ToolCall } from '../../src/run/moment.ts'
import { MACHINE, type Message } from './messages.ts'
import type { Story } from './story.ts'

type Content = components['schemas']['ContentItem']

/** The message of an agent, which grows by its steps: what it read, each tool it used, what it answers. */
export interface Agent {
  readonly message: () => Message
  readonly read: () => void
  readonly access: (call: ToolCall, at: number) => void
  /** The answer of a tool that was accessed. */
  readonly learn: (call: ToolCall, took: number) => void
  readonly answer: (text: string, at: number) => void
}

/** Puts an agent to work at an offset. */
export function createAgent(story: Story, node: NodeRun, startedAt: number): Agent {
  const id = story.run.id(`message:${node.key}`)
  const steps = new Map<string, Content>()
  let text = ''
  let state: Message['state'] = 'partial'
  let last = startedAt
  const since = (at: number) => {
    const passed = Math.round(at - last)
    last = at
    return passed
  }
  return {
    message: () => {
      const block = { title: 'Agent Steps', contents: [...steps.values()], allow_markdown: true, media_url: null }
      return { ...MACHINE, id, at: startedAt, text, state, icon: 'Bot', blocks: [block] }
    },
    read: () => void steps.set('input', said('Input', story.run.request.message, 2)),
    access(call, at) {
      const header = { title: `Accessing **${call.name}**`, icon: 'Hammer' }
      steps.set(call.key, toolUse(call, { header, duration: since(at), output: null, error: null }))
    },
    learn(call, took) {
      const title = `${call.error === undefined ? 'Executed' : 'Error using'} **${call.name}**`
      const output = call.error === undefined ? call.output : null
      const header = { title, icon: 'Hammer' }
      steps.set(call.key, toolUse(call, { header, duration: Math.round(took), output, error: call.error ?? null }))
      last += took
    },
    answer(answered, at) {
      text = answered
      state = 'complete'
      steps.set('output', said('Output', answered, since(at)))
    },
  }
}

function said(title: string, text: string, duration: number): Content {
  return { type: 'text', duration, header: { title, icon: 'MessageSquare' }, text }
}

interface ToolStep {
  readonly header: { readonly title: string; readonly icon: string }
  readonly duration: number
  readonly output: unknown
  readonly error: unknown
}

function toolUse({ name, input }: ToolCall, { duration, header, output, error }: ToolStep): Content {
  return { type: 'tool_use', duration, header, name, tool_input: { ...input }, output, error }
}
