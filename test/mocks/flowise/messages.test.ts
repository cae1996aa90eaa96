import { expect, it } from 'vitest'
import { startFlowise } from './client.ts'

const question = 'Hello'
const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)

it.each([
  { it: 'nothing', body: {}, want: { chatId: UUID, sessionId: UUID } },
  { it: 'a chat', body: { chatId: 'c-1' }, want: { chatId: 'c-1', sessionId: 'c-1' } },
  { it: 'a session', body: { overrideConfig: { sessionId: 's-1' } }, want: { chatId: 's-1', sessionId: 's-1' } },
  {
    it: 'both',
    body: { chatId: 'c-1', overrideConfig: { sessionId: 's-1' } },
    want: { chatId: 'c-1', sessionId: 's-1' },
  },
  {
    it: 'a session at the wrong place',
    body: { chatId: 'c-1', sessionId: 's-1' },
    want: { chatId: 'c-1', sessionId: 'c-1' },
  },
])('names the chat and the session when the request says $it', async ({ body, want }) => {
  const { predict, stream } = await startFlowise()
  for (const flow of ['answer', 'chatflow-answer']) {
    expect((await predict(flow, { question, ...body })).json).toMatchObject(want)
    const metadata = (await stream(flow, { question, ...body })).find(({ event }) => event === 'metadata')
    expect(metadata?.data).toMatchObject(want)
  }
})

it('takes odd values as 3.1.4 does, and sends them back', async () => {
  const { send } = await startFlowise({ as: 'flowise@3.1.4' })
  const post = async (flow: string, body: object) => (await send(`/prediction/${flow}`, { body })).json()
  expect(await post('answer', { question: 7, chatId: 7 })).toMatchObject({ question: 7, chatId: 7, sessionId: 7 })
  expect(await post('chatflow-answer', { question: 7 })).toMatchObject({ question: 7 })
  const nothing = await post('answer', {})
  expect(nothing).not.toHaveProperty('question')
  const empty = await send('/prediction/answer', { body: { question, chatId: '', streaming: true } })
  expect(await empty.text()).toMatch(/"event":"metadata","data":\{"chatMessageId":"[^"]+","question":"Hello"\}/)
})

it('plays a form, and sends it back', async () => {
  const { predict } = await startFlowise()
  const form = { topic: 'Rope', tone: 'terse' }
  const { json } = await predict('inputs', { form })
  expect(json).toMatchObject({ form, text: expect.stringContaining('An article about Rope, terse in tone') })
  expect(json).not.toHaveProperty('question')
})

it.each([true, 'true'])('streams when it is told %j', async (streaming) => {
  const { predict } = await startFlowise()
  expect((await predict('chatflow-answer', { question, streaming })).events.length).toBeGreaterThan(2)
})

it.each([false, 'false'])('does not stream when it is told %j', async (streaming) => {
  const { predict } = await startFlowise()
  expect((await predict('chatflow-answer', { question, streaming })).json).toHaveProperty('text')
})

function formOf(fields: Record<string, string>, withFile: boolean): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (withFile) form.append('files', new Blob(['Notes.'], { type: 'text/plain' }), 'notes.txt')
  return form
}

it('counts the fields of a form as overrides as soon as there is a file', async () => {
  const { ask } = await startFlowise()
  const fields = { question, sessionId: 's-1' }
  const post = async (withFile: boolean) =>
    (await ask('createPrediction', '/prediction/answer', { form: formOf(fields, withFile) })).json
  expect(await post(true)).toMatchObject({ sessionId: 's-1', chatId: 's-1', question })
  expect(await post(false)).toMatchObject({ sessionId: UUID })
})

it('reads the variables of a form with a file as JSON', async () => {
  const { ask } = await startFlowise()
  const form = formOf({ question, vars: '{"topic":"Rope"}' }, true)
  const { json } = await ask('createPrediction', '/prediction/inputs', { form })
  expect(json).toMatchObject({ text: expect.stringContaining('An article about Rope') })
})

it('reads the JSON of a form where documents promise it, and not where 3.1.4 does not', async () => {
  const fields = { question, overrideConfig: '{"sessionId":"s-1"}' }
  const answers = [undefined, 'flowise@3.1.4'].map(async (as) => {
    const { send } = await startFlowise({ as })
    return (await send('/prediction/answer', { form: formOf(fields, false) })).json()
  })
  expect(await Promise.all(answers)).toMatchObject([{ sessionId: 's-1' }, { sessionId: UUID }])
})

it('fails on a decision in a form as 3.1.4 does', async () => {
  const { send } = await startFlowise({ as: 'flowise@3.1.4' })
  const form = formOf({ humanInput: '{"type":"proceed"}' }, false)
  const response = await send('/prediction/answer', { form })
  expect([response.status, await response.json()]).toMatchObject([
    500,
    { message: expect.stringContaining('Cannot create property \'startNodeId\' on string \'{"type":"proceed"}\'') },
  ])
})

it('reads a form without files', async () => {
  const { ask, mock } = await startFlowise()
  const form = new URLSearchParams({ question: 'Please iterate', streaming: 'true' })
  const { events } = await ask('createPrediction', '/prediction/answer', { form })
  expect(events.length).toBeGreaterThan(10)
  expect(mock.runs()[0]?.scenario.name).toBe('iteration')
})
