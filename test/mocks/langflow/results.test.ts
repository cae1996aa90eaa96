import { expect, it } from 'vitest'
import { pythonRepr } from '../../../mocks/langflow/python-repr.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { flowId, type Schemas, startLangflow } from './client.ts'

const shownOf = (json: unknown) => (json as Schemas['RunResult']).outputs[0]?.outputs ?? []
const idsOf = (json: unknown) => shownOf(json).map((result) => result?.component_id?.split('-')[0])

const WISHES = [
  { it: 'chat outputs by default', wish: {}, want: ['ChatOutput', 'ChatOutput'] },
  {
    it: 'data outputs by no type of their own, so all',
    wish: { output_type: 'text' },
    want: ['ChatOutput', 'ChatOutput', 'DataOutput'],
  },
  { it: 'all outputs', wish: { output_type: 'any' }, want: ['ChatOutput', 'ChatOutput', 'DataOutput'] },
  {
    it: 'every component that ran',
    wish: { output_type: 'debug' },
    want: [
      'ChatInput',
      'OpenAIModel',
      'AnthropicModel',
      'KnowledgeRetrieval',
      'PythonREPLComponent',
      'MergeDataComponent',
      'ChatOutput',
      'ChatOutput',
      'DataOutput',
    ],
  },
  { it: 'one component by its name', wish: { output_component: 'Sceptic' }, want: ['AnthropicModel'] },
  { it: 'nothing for a component that is not there', wish: { output_component: 'Nobody' }, want: [] },
]

it.each(WISHES)('reports $it', async ({ wish, want }) => {
  const { run } = await startLangflow()
  expect(idsOf((await run('parallel-branches', wish)).json)).toEqual(want)
})

it('reports text outputs by their type', async () => {
  const { run } = await startLangflow()
  const [draft, ...others] = shownOf((await run('loop', { output_type: 'text' })).json)
  expect(others).toEqual([])
  expect(draft?.results.text?.text).toMatch(/^Draft after/)
  expect(draft?.messages).toEqual([])
})

it('doubles the line ends of what the machine says, in one place only', async () => {
  const { run } = await startLangflow()
  const [result] = shownOf((await run('documents-and-tool')).json)
  expect(result?.results.message?.text).toContain('night.\n2. Your team')
  expect(result?.messages?.[0]?.message).toContain('night.\n\n2. Your team')
})

it('has no message where the text is empty', async () => {
  const { run } = await startLangflow()
  const [result] = shownOf((await run('empty-answer')).json)
  expect(result).toMatchObject({ messages: [], outputs: { message: { message: '', type: 'text' } } })
})

it('holds the time of one message in two forms', async () => {
  const { run, workflow } = await startLangflow({ clock: createHeldClock() })
  const [result] = shownOf((await run('answer')).json)
  expect(result?.results.message).toMatchObject({
    timestamp: '2026-01-01T00:00:00+00:00',
    data: { timestamp: '2026-01-01 00:00:00 UTC' },
  })
  const { text } = await workflow('answer', 'stream')
  expect(text).toMatch(/"timestamp": "2026-01-01 00:00:00\.\d{6} UTC"/)
  expect(text).toMatch(/"timestamp": "2026-01-01T00:00:00\.\d{6}Z"/)
})

it('takes the id of the flow for a session, and says whether there was an input', async () => {
  const { ask } = await startLangflow()
  const bare = (await ask('runFlow', '/api/v1/run/answer', { method: 'POST' })).json
  expect(bare).toMatchObject({ session_id: flowId('answer'), outputs: [{ inputs: {} }] })
  const given = (await ask('runFlow', `/api/v1/run/${flowId('answer')}`, { body: { input_value: 'Hi' } })).json
  expect(given).toMatchObject({ outputs: [{ inputs: { input_value: 'Hi' } }] })
})

const BODIES = [
  {
    it: 'reads the embedded form',
    body: '{"input_request":{"input_value":"Hi","session_id":"s"},"context":null}',
    want: ['Hi', 's'],
  },
  {
    it: 'drops a flat body with a bad value as a whole',
    body: '{"input_value":123,"session_id":"s"}',
    want: [undefined, flowId('answer')],
  },
  {
    it: 'ignores the field that the documents show for streams',
    body: '{"message":"Hi","session_id":"s"}',
    want: [undefined, 's'],
  },
  {
    it: 'reads JSON of another type',
    body: '{"input_value":"Hi","session_id":"s"}',
    type: 'application/x-www-form-urlencoded',
    want: ['Hi', 's'],
  },
  { it: 'takes what is no JSON for nothing', body: 'Hi', type: 'text/plain', want: [undefined, flowId('answer')] },
]

it.each(BODIES)('$it', async ({ body, type = 'application/json', want }) => {
  const { ask } = await startLangflow()
  const { json } = await ask('runFlow', '/api/v1/run/answer', { body, headers: { 'content-type': type } })
  const { session_id, outputs } = json as Schemas['RunResult']
  expect([outputs[0]?.inputs.input_value, session_id]).toEqual(want)
})

const TOPICS = [
  { it: 'the label of an input', tweaks: { Topic: { input_value: 'Rope' } } },
  {
    it: 'the name of a parameter',
    tweaks: { topic: 'Rope', 'Nobody-12345': { x: 1 }, Writer: { code: 'passed over' } },
  },
  { it: 'the chat input, where the body sets none', tweaks: { 'Chat Input': { input_value: 'Rope' } } },
]

it.each(TOPICS)('takes a tweak by $it', async ({ tweaks }) => {
  const { ask } = await startLangflow()
  const { json } = await ask('runFlow', '/api/v1/run/inputs', { body: { tweaks } })
  expect(shownOf(json)[0]?.results.message?.text).toMatch(/^An article about Rope,/)
})

it('lets words in the message choose what the default flow plays, and no other', async () => {
  const { run, mock } = await startLangflow()
  await run('answer', { input_value: 'Please fail.' })
  await run('speech', { input_value: 'Please fail.' })
  await run('answer', { input_value: 'Please fail.', input_type: 'text' })
  expect(mock.runs().map(({ scenario }) => scenario.name)).toEqual(['answer', 'speech', 'node-failure'])
})

it('gives every webhook the same answer, and runs what it says', async () => {
  const { ask, mock } = await startLangflow()
  for (const [name, body] of [
    ['answer', '{"say":"fail"}'],
    ['node-failure', '{broken'],
  ] as const) {
    const { status, text } = await ask('triggerWebhook', `/api/v1/webhook/${name}`, { key: '', body })
    expect([status, text]).toEqual([202, '{"message":"Task started in the background","status":"in progress"}'])
  }
  expect(mock.runs().map(({ scenario, request }) => [scenario.name, request.message])).toEqual([
    ['node-failure', '{broken'],
    ['node-failure', '{"say":"fail"}'],
  ])
})

it('writes values as Python shows them', () => {
  expect(pythonRepr({ depth: 1.5, ok: true, none: null, words: ["it's", 'say "it\'s"\n'] })).toBe(
    `{'depth': 1.5, 'ok': True, 'none': None, 'words': ["it's", 'say "it\\'s"\\n']}`,
  )
})
