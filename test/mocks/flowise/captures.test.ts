import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { named, OWN_SCENARIOS, type Schemas, type StreamEvent, startFlowise, textOf, UNKNOWN_ID } from './client.ts'

interface Capture {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Traffic of a real 3.1.4. */
function capture(name: string): Capture {
  const text = readFileSync(new URL(`captures/${name}.http`, import.meta.url), 'utf8')
  const end = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, end).split('\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)]
  })
  return { status: Number(first.split(' ')[1]), headers: new Map(headers), body: text.slice(end + 2) }
}

const START_LINE = 'message:\ndata:'

function eventsOf(body: string): StreamEvent[] {
  const frames = body.trimEnd().split('\n\n')
  return frames.map((frame) => {
    expect(frame.startsWith(START_LINE)).toBe(true)
    return JSON.parse(frame.slice(START_LINE.length)) as StreamEvent
  })
}

/** Headers that depend on the connection, the clock, or the bytes of the body. */
const INCIDENTAL = ['date', 'etag', 'keep-alive', 'content-length', 'transfer-encoding', 'connection']

const start = () => startFlowise({ scenarios: OWN_SCENARIOS, as: 'flowise@3.1.4' })

/** Order of events, with pieces of text as one. */
function orderOf(events: readonly StreamEvent[]): string[] {
  const names = events.map((event) => {
    if (event.event === 'nextAgentFlow') return `node ${event.data.nodeId} ${event.data.status}`
    if (event.event === 'agentFlowEvent') return `flow ${event.data}`
    if (event.event === 'agentFlowExecutedData') return `executed ${event.data.map(({ status }) => status)}`
    return event.event
  })
  return names.filter((name, index) => name !== 'token' || names[index - 1] !== 'token')
}

const keysOf = (value: unknown): string[] => Object.keys((value ?? {}) as object)

/** Keys in the order of the wire, down to what nodes gave out. */
const nodeKeys = ({ data, ...node }: Schemas['ExecutedNode']) => ({
  node: keysOf(node),
  data: keysOf(data),
  output: keysOf(data.output),
  input: keysOf(data.input).filter((key) => key !== 'llmModelConfig'),
  usage: keysOf(data.output?.usageMetadata).filter((key) => key !== 'tool_call_tokens'),
  action: keysOf(data.output?.humanInputAction),
})

function keysOfEvents(events: readonly StreamEvent[]) {
  return {
    executed: named(events, 'agentFlowExecutedData').at(-1)?.data.map(nodeKeys),
    metadata: named(events, 'metadata').map(({ data }) => keysOf(data)),
    usage: named(events, 'usageMetadata').map(({ data }) => keysOf(data)),
    action: named(events, 'action').map(({ data }) => [keysOf(data), keysOf(data.data), data.mapping, data.elements]),
  }
}

it.each([
  ['stream--chatflow-conversation', 'chatflow-conversation', { question: 'hi there' }],
  ['stream--chatflow-rag', 'chatflow-rag', { question: 'hi there' }],
  ['stream--agentflow-fail', 'boom', { question: 'hi there' }],
  ['stream--agentflow-agent-tool', 'agent-tool', { question: 'calculate 6*7' }],
  ['human-1-stop--stream', 'ask-person', { question: 'hi there', chatId: 'human-s' }],
])('streams as the real server does: %s', async (name, flow, message) => {
  const { send } = await start()
  const real = capture(name)
  const response = await send(`/prediction/${flow}`, { body: { ...message, streaming: true } })
  const mocked = eventsOf(await response.text())
  const recorded = eventsOf(real.body)
  expect(orderOf(mocked)).toEqual(orderOf(recorded))
  expect(textOf(mocked)).toBe(textOf(recorded))
  expect(keysOfEvents(mocked)).toEqual(keysOfEvents(recorded))
  expect(named(mocked, 'error')).toEqual(named(recorded, 'error'))
  expect(named(mocked, 'calledTools')).toEqual(named(recorded, 'calledTools'))
  expect(named(mocked, 'usedTools')).toEqual(named(recorded, 'usedTools'))
  expectSameHead(response, real)
})

it.each([
  ['blocking--agentflow-llm-reply', 'llm-reply'],
  ['blocking--chatflow-conversation', 'chatflow-conversation'],
])('answers as the real server does: %s', async (name, flow) => {
  const { send } = await start()
  const real = capture(name)
  const recorded = JSON.parse(real.body) as Schemas['AgentflowAnswer']
  const response = await send(`/prediction/${flow}`, { body: { question: 'hi there' } })
  const mocked = (await response.json()) as Schemas['AgentflowAnswer']
  expect(keysOf(mocked)).toEqual(keysOf(recorded))
  expect(mocked.text).toBe(recorded.text)
  expect(mocked.agentFlowExecutedData?.map(nodeKeys)).toEqual(recorded.agentFlowExecutedData?.map(nodeKeys))
  expectSameHead(response, real)
})

it.each([
  ['auth--wrong', '/prediction/locked-chatflow-conversation', { question: 'hi there' }],
  ['auth--wrong-stream', '/prediction/locked-chatflow-conversation', { question: 'hi there', streaming: true }],
  ['error--unknown-flow-uuid', `/prediction/${UNKNOWN_ID}`, { question: 'hi' }],
])('refuses byte for byte as the real server does: %s', async (name, path, body) => {
  const { send } = await start()
  const real = capture(name)
  const response = await send(path, { key: 'wrong-key', body })
  expect(await response.text()).toBe(real.body)
  expectSameHead(response, real)
})

function expectSameHead(response: Response, real: Capture) {
  expect(response.status).toBe(real.status)
  const wanted = [...real.headers].filter(([name]) => !INCIDENTAL.includes(name))
  expect(wanted.map(([name]) => [name, response.headers.get(name)])).toEqual(wanted)
}
