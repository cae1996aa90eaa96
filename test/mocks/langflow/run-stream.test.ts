import { expect, it } from 'vitest'
import { readRunEvents } from '../../../src/generated/langflow.ts'
import { createHeldClock } from '../../../src/mock/held-clock.ts'
import { eventsNamed, namesOf, OWN_SCENARIOS, SCENARIOS, type Schemas, spec, startLangflow } from './client.ts'

it('writes bare JSON as Python does, with a blank line after each event and nothing else', async () => {
  const { stream } = await startLangflow({ clock: createHeldClock(), scenarios: OWN_SCENARIOS })
  const { text, headers } = await stream('short', { output_component: 'nothing' })
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.has('cache-control')).toBe(false)
  expect(text).toMatchInlineSnapshot(`
    "{"event": "add_message", "data": {"text_key": "text", "data": {"timestamp": "2026-01-01 00:00:00 UTC", "sender": "User", "sender_name": "User", "session_id": "chat-1", "context_id": "", "text": "Good morning", "files": [], "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": null, "display_name": null, "source": null}, "icon": null, "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": null, "build_duration": null}, "category": "message", "content_blocks": [], "id": "edeed05c-6400-4dc0-b6ca-3f9d89bb6ec3", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "duration": null}, "default_value": "", "text": "Good morning", "sender": "User", "sender_name": "User", "files": [], "session_id": "chat-1", "context_id": "", "timestamp": "2026-01-01T00:00:00+00:00", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": null, "display_name": null, "source": null}, "icon": null, "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": null, "build_duration": null}, "category": "message", "content_blocks": [], "duration": null, "id": "edeed05c-6400-4dc0-b6ca-3f9d89bb6ec3"}}

    {"event": "add_message", "data": {"text_key": "text", "data": {"timestamp": "2026-01-01 00:00:00 UTC", "sender": "Machine", "sender_name": "AI", "session_id": "chat-1", "context_id": "", "text": "", "files": [], "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "partial", "targets": [], "usage": null, "build_duration": null}, "category": "message", "content_blocks": [], "id": "9cd61640-d890-4b2b-b680-ff8067e1529c", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "duration": null}, "default_value": "", "text": "", "sender": "Machine", "sender_name": "AI", "files": [], "session_id": "chat-1", "context_id": "", "timestamp": "2026-01-01T00:00:00+00:00", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "partial", "targets": [], "usage": null, "build_duration": null}, "category": "message", "content_blocks": [], "duration": null, "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "token", "data": {"chunk": "", "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "token", "data": {"chunk": "Bon", "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "token", "data": {"chunk": " caf\\u00e9", "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "token", "data": {"chunk": "", "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "add_message", "data": {"text_key": "text", "data": {"timestamp": "2026-01-01 00:00:00 UTC", "sender": "Machine", "sender_name": "AI", "session_id": "chat-1", "context_id": "", "text": "Bon caf\\u00e9", "files": [], "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}, "build_duration": null}, "category": "message", "content_blocks": [], "id": "9cd61640-d890-4b2b-b680-ff8067e1529c", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4"}, "default_value": "", "text": "Bon caf\\u00e9", "sender": "Machine", "sender_name": "AI", "files": [], "session_id": "chat-1", "context_id": "", "timestamp": "2026-01-01T00:00:00+00:00", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}, "build_duration": null}, "category": "message", "content_blocks": [], "duration": null, "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "add_message", "data": {"text_key": "text", "data": {"timestamp": "2026-01-01 00:00:00 UTC", "sender": "Machine", "sender_name": "AI", "session_id": "chat-1", "context_id": "", "text": "Bon caf\\u00e9", "files": [], "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}, "build_duration": null}, "category": "message", "content_blocks": [], "id": "9cd61640-d890-4b2b-b680-ff8067e1529c", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4"}, "default_value": "", "text": "Bon caf\\u00e9", "sender": "Machine", "sender_name": "AI", "files": [], "session_id": "chat-1", "context_id": "", "timestamp": "2026-01-01T00:00:00+00:00", "flow_id": "6bf9fc66-185a-5acc-bddd-185f0bbae5b4", "error": false, "edit": false, "properties": {"text_color": null, "background_color": null, "edited": false, "source": {"id": "OpenAIModel-Xj4i5", "display_name": "Writer", "source": "gpt-4o-mini"}, "icon": "OpenAI", "allow_markdown": false, "positive_feedback": null, "state": "complete", "targets": [], "usage": {"input_tokens": 3, "output_tokens": 2, "total_tokens": 5}, "build_duration": null}, "category": "message", "content_blocks": [], "duration": null, "id": "9cd61640-d890-4b2b-b680-ff8067e1529c"}}

    {"event": "end", "data": {"result": {"session_id": "chat-1", "outputs": [{"inputs": {"input_value": "Good morning"}, "outputs": []}]}}}

    "
  `)
})

it('sends an answer as upserts of one message around its tokens', async () => {
  const { stream } = await startLangflow()
  const { events } = await stream('answer')
  expect(namesOf(events)).toEqual(['add_message', 'add_message', 'token', 'add_message', 'add_message', 'end'])
  const [user, begun, whole, again] = eventsNamed(events, 'add_message').map(({ data }) => data)
  expect(user).toMatchObject({ sender: 'User', text: 'Good morning' })
  expect(begun).toMatchObject({ sender: 'Machine', text: '', properties: { state: 'partial', usage: null } })
  expect(whole).toMatchObject({ id: begun?.id, properties: { state: 'complete', usage: { input_tokens: 23 } } })
  expect(again).toEqual(whole)
  const chunks = eventsNamed(events, 'token').map(({ data }) => data.chunk)
  expect([chunks[0], chunks.at(-1)]).toEqual(['', ''])
})

it('announces a message with its first chunk, which the first token repeats', async () => {
  const { stream } = await startLangflow()
  const { events } = await stream('parallel-branches')
  const announced = eventsNamed(events, 'add_message')
    .map(({ data }) => data)
    .filter(({ properties }) => properties.state === 'partial')
  const firstTokens = announced.map(
    ({ id }) => eventsNamed(events, 'token').find(({ data }) => data.id === id)?.data.chunk,
  )
  expect(announced.map(({ text }) => text)).toEqual(['', 'Nobody'])
  expect(firstTokens).toEqual(['', 'Nobody'])
})

it('shows the tools of an agent, and their output one message late', async () => {
  const { stream } = await startLangflow()
  const { events } = await stream('documents-and-tool')
  const round = ['add_message', 'build_start', 'build_end', 'add_message']
  expect(namesOf(events)).toEqual([
    ...['add_message', 'add_message', 'add_message'],
    ...round,
    ...round,
    ...['token', 'add_message', 'add_message', 'end'],
  ])
  const tools = eventsNamed(events, 'add_message').map(({ data }) =>
    data.content_blocks.flatMap(({ contents }) =>
      contents.flatMap((item) => (item.type === 'tool_use' ? item.header?.title : [])),
    ),
  )
  expect(tools.slice(3)).toEqual([
    ['Accessing **find_connections**'],
    ['Accessing **find_connections**'],
    ['Executed **find_connections**', 'Accessing **carbon_budget**'],
    ['Executed **find_connections**', 'Accessing **carbon_budget**'],
    ['Executed **find_connections**', 'Executed **carbon_budget**'],
    ['Executed **find_connections**', 'Executed **carbon_budget**'],
  ])
})

it('says what a tool has answered wrongly, and goes on', async () => {
  const { stream } = await startLangflow({ scenarios: OWN_SCENARIOS })
  const { events } = await stream('failing-tool')
  const last = eventsNamed(events, 'add_message').at(-1)?.data.content_blocks[0]?.contents[1]
  expect(last).toMatchObject({ header: { title: 'Error using **clock**' }, output: null, error: 'no clock here' })
})

it('reports a failure twice, as a message and as a text, and ends without an end', async () => {
  const { stream } = await startLangflow({ scenarios: OWN_SCENARIOS })
  const { events } = await stream('model-failure')
  expect(namesOf(events)).toEqual(['add_message', 'add_message', 'token', 'error', 'error'])
  const [component, terminal] = eventsNamed(events, 'error').map(({ data }) => data)
  expect(component).toMatchObject({
    category: 'error',
    error: false,
    sender: 'Writer',
    text: 'Rate limit reached for gpt-4o-mini\n',
  })
  expect(terminal).toEqual({
    error: 'Error running graph: Error building Component Writer: \n\nRate limit reached for gpt-4o-mini',
  })
})

it('says within the stream what it would refuse without one', async () => {
  const { stream } = await startLangflow()
  const { events, status } = await stream('answer', { tweaks: { 'Chat Input': { input_value: 'Hi' } } })
  expect(status).toBe(200)
  expect(events).toEqual([
    {
      event: 'error',
      data: { error: 'If you pass an input_value to the chat input, you cannot pass a tweak with the same name.' },
    },
  ])
})

it('brings nothing but the question and the end where no chat output speaks', async () => {
  const { stream } = await startLangflow()
  expect(namesOf((await stream('iteration')).events)).toEqual(['add_message', 'end'])
})

it('cancels the run of a client that leaves', async () => {
  const clock = createHeldClock()
  const { mock, send } = await startLangflow({ clock, speed: 1 })
  const leaving = new AbortController()
  const response = await send('/api/v1/run/slow?stream=true', { body: {}, signal: leaving.signal })
  expect(response.status).toBe(200)
  leaving.abort()
  while (mock.runs()[0]?.moments().at(-1)?.kind !== 'run-finished') await new Promise(setImmediate)
  expect(mock.runs()[0]?.moments().at(-1)).toMatchObject({ status: 'stopped' })
})

it('can be read by the reader of its types, though it is no stream of server-sent events', async () => {
  const { send } = await startLangflow()
  const names: string[] = []
  for await (const event of readRunEvents(await send('/api/v1/run/empty-answer?stream=true', { body: {} })))
    names.push(event.event)
  expect(names).toEqual(['add_message', 'add_message', 'token', 'token', 'add_message', 'add_message', 'end'])
})

// 1.8.4 does not send it on this stream, and no scenario says what a component logs.
const NEVER_SENT = ['log']

it('plays every event of the catalogues in some scenario', async () => {
  const { mock, stream, workflow, build, ask } = await startLangflow({ scenarios: OWN_SCENARIOS })
  for (const { name } of SCENARIOS.filter(({ name }) => !['slow', 'long-answer'].includes(name))) {
    await Promise.all([stream(name), workflow(name, 'stream'), build(name, 'direct')])
  }
  await Promise.all([workflow('model-failure', 'stream'), build('model-failure', 'direct')])
  const { job_id } = (await workflow('slow', 'background')).json as Schemas['WorkflowJob']
  await ask('stopWorkflowJob', '/api/v2/workflows/stop', { body: { job_id } })
  await ask('streamWorkflowJobEvents', `/api/v2/workflows/${job_id}/events`)

  const seen = (prefix: string) =>
    new Set(mock.requests().flatMap(({ path, events }) => (path.startsWith(prefix) ? Object.keys(events) : [])))
  const missed = (operation: string, prefix: string) => {
    const content = spec.operations.get(operation)?.responses.get('200')?.content ?? new Map()
    const names = [...content.values()].flatMap(({ stream }) => stream?.eventNames ?? [])
    return names.filter((name) => !seen(prefix).has(name))
  }
  expect(missed('runFlow', '/api/v1/run')).toEqual(NEVER_SENT)
  expect(missed('runWorkflow', '/api/v2/workflows')).toEqual(NEVER_SENT)
  expect(missed('buildFlow', '/api/v1/build')).toEqual(NEVER_SENT)
})
